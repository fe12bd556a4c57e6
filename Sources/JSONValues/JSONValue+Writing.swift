extension JSONValue {
    /// The value in canonical form, as bytes to hash or to sign: RFC 8785 (JCS).
    package func canonical() -> [UInt8] {
        var writer = JSONWriter(indents: false)
        writer.write(self)
        return writer.bytes
    }

    /// The canonical form as a string, on one line.
    package var compact: String {
        String(decoding: canonical(), as: UTF8.self)
    }

    /// The value for people: two spaces a level, keys in canonical order, and no line end after the last line.
    package func pretty() -> String {
        var writer = JSONWriter(indents: true)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
