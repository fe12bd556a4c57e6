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
        case .number(let number): bytes.append(contentsOf: number.canonical.utf8)
        case .string(let string): write(string)
        case .array(let array):
            open("[")
            for (index, element) in array.enumerated() {
                begin(isFirst: index == 0)
                write(element)
            }
            close("]", isEmpty: array.isEmpty)
        case .object(let object):
            open("{")
            var isFirst = true
            for (key, value) in object.sorted(by: { $0.key.precedesInUTF16($1.key) }) {
                begin(isFirst: isFirst)
                isFirst = false
                write(key)
                append(indents ? ": " : ":")
                write(value)
            }
            close("}", isEmpty: object.isEmpty)
        }
    }

    private mutating func open(_ bracket: StaticString) {
        append(bracket)
        level += 1
    }

    private mutating func begin(isFirst: Bool) {
        if !isFirst { append(",") }
        breakLine()
    }

    private mutating func close(_ bracket: StaticString, isEmpty: Bool) {
        level -= 1
        if !isEmpty { breakLine() }
        append(bracket)
    }

    private mutating func breakLine() {
        guard indents else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
    }

    /// A string with the escapes of RFC 8785 section 3.2.2.2 and no others.
    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        let isPlain: Bool? = string.utf8.withContiguousStorageIfAvailable { text in
            guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if isPlain != true { escape(string) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ string: String) {
        for byte in string.utf8 {
            switch byte {
            case 0x08: append("\\b")
            case 0x09: append("\\t")
            case 0x0A: append("\\n")
            case 0x0C: append("\\f")
            case 0x0D: append("\\r")
            case 0x22: append("\\\"")
            case 0x5C: append("\\\\")
            case 0..<0x20:
                append(byte < 0x10 ? "\\u000" : "\\u00")
                bytes.append(contentsOf: String(byte, radix: 16).utf8)
            default: bytes.append(byte)
            }
        }
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}

extension String {
    /// The order of keys in RFC 8785 section 3.2.3: by UTF-16 code units.
    func precedesInUTF16(_ other: String) -> Bool {
        let order: Bool?? = utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { other in
                for (byte, otherByte) in zip(one, other) where byte != otherByte {
                    // The one place where UTF-8 has another order: surrogates come before what is written with 0xEE and 0xEF.
                    return byte >= 0xEE && otherByte >= 0xEE && (byte < 0xF0) != (otherByte < 0xF0)
                        ? byte > otherByte : byte < otherByte
                }
                return one.count < other.count
            }
        }
        return order.flatMap { $0 } ?? utf16.lexicographicallyPrecedes(other.utf16)
    }
}
