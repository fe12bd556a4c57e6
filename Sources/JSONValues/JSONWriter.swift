/// Writes JSON as RFC 8785 lays it down, and optionally with line breaks that people can read.
struct JSONWriter {
    let indents: Bool
    private(set) var bytes: [UInt8] = []
    private var level = 0

    init(indents: Bool) {
        self.indents = indents
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(let bool): append(bool ? "true" : "false")
        case .number(let number): append(number.canonical)
        case .string(let string): write(string)
        case .array(let array):
            write(Array(array.indices), between: "[", "]") { writer, index in writer.write(array[index]) }
        case .object(let object):
            let members = object.sorted { $0.key.precedesInUTF16($1.key) }
            write(members, between: "{", "}") { writer, member in
                writer.write(member.key)
                writer.append(writer.indents ? ": " : ":")
                writer.write(member.value)
            }
        }
    }

    private mutating func write<Item>(
        _ items: [Item], between opening: String, _ closing: String, item: (inout JSONWriter, Item) -> Void
    ) {
        append(opening)
        level += 1
        var isFirst = true
        for element in items {
            if !isFirst { append(",") }
            isFirst = false
            breakLine()
            item(&self, element)
        }
        level -= 1
        if !items.isEmpty { breakLine() }
        append(closing)
    }

    private mutating func breakLine() {
        guard indents else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
    }

    /// A string with the escapes of RFC 8785 section 3.2.2.2 and no others.
    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0x22: append("\\\"")
            case 0x5C: append("\\\\")
            case 0..<0x20: append(byte < 0x10 ? "\\u000" : "\\u00", String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func append(_ texts: String...) {
        for text in texts { bytes.append(contentsOf: text.utf8) }
    }
}

extension String {
    /// The order of keys in RFC 8785 section 3.2.3: by UTF-16 code units, which differs from UTF-8's beyond U+FFFF.
    fileprivate func precedesInUTF16(_ other: String) -> Bool {
        utf16.lexicographicallyPrecedes(other.utf16)
    }
}
