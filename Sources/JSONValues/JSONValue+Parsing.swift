extension JSONValue {
    /// Reads a JSON text, strictly (RFC 8259 and I-JSON, RFC 7493): UTF-8 without a byte order mark, one value and nothing
    /// after it, no key twice in an object, no number that a double cannot hold.
    ///
    /// Keys that differ only in Unicode normal form count as the same. `\u0000` is accepted inside texts, as JSON does.
    package init(parsing bytes: some Sequence<UInt8>, limits: JSONLimits = .standard) throws(JSONFault) {
        var reader = JSONReader(bytes: Array(bytes), limits: limits)
        self = try reader.document()
    }

    /// Reads a JSON text that is already a string, under the same rules.
    package init(parsing text: String, limits: JSONLimits = .standard) throws(JSONFault) {
        try self.init(parsing: text.utf8, limits: limits)
    }
}
