/// Reads one JSON text from its bytes; the grammar's rules are its functions.
struct JSONReader {
    let bytes: [UInt8]
    let limits: JSONLimits
    var position = 0
    private var path: [Step] = []

    /// One step of the way to the value that is being read.
    private enum Step {
        case key(String)
        case index(Int)
    }

    init(bytes: [UInt8], limits: JSONLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        guard bytes.count <= limits.size else { throw fault(.tooLarge(limit: limits.size), at: 0) }
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw fault(.byteOrderMark, at: 0) }
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw fault(.textAfterTheValue) }
        return value
    }

    private mutating func value() throws(JSONFault) -> JSONValue {
        skipSpace()
        guard let byte = peek() else { throw fault(.endOfText) }
        switch byte {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
        default: throw fault(.unexpectedCharacter)
        }
    }

    private mutating func object() throws(JSONFault) -> JSONValue {
        try enter()
        var members: [String: JSONValue] = [:]
        if try closes(with: "}", first: true) { return .object(members) }
        repeat {
            skipSpace()
            guard let byte = peek() else { throw fault(.endOfText) }
            guard byte == UInt8(ascii: "\"") else {
                throw fault(byte == UInt8(ascii: "}") ? .trailingComma : .unexpectedCharacter)
            }
            let start = position
            let key = try string()
            path.append(.key(key))
            skipSpace()
            try expect(":")
            let value = try value()
            // A Swift dictionary compares keys by canonical equivalence, so this also finds the other normal form.
            guard members.updateValue(value, forKey: key) == nil else { throw fault(.duplicateKey(key), at: start) }
            path.removeLast()
        } while try !closes(with: "}")
        return .object(members)
    }

    private mutating func array() throws(JSONFault) -> JSONValue {
        try enter()
        var elements: [JSONValue] = []
        if try closes(with: "]", first: true) { return .array(elements) }
        repeat {
            path.append(.index(elements.count))
            skipSpace()
            if peek() == UInt8(ascii: "]") { throw fault(.trailingComma) }
            elements.append(try value())
            path.removeLast()
        } while try !closes(with: "]")
        return .array(elements)
    }

    /// Steps over an opening bracket; the path is as long as the nesting is deep.
    private mutating func enter() throws(JSONFault) {
        guard path.count < limits.depth else { throw fault(.tooDeep(limit: limits.depth)) }
        position += 1
    }

    /// Whether the list or object ends here; if not, a comma must, except before the first element.
    private mutating func closes(with bracket: Unicode.Scalar, first: Bool = false) throws(JSONFault) -> Bool {
        skipSpace()
        guard let byte = peek() else { throw fault(.endOfText) }
        if byte == UInt8(ascii: bracket) {
            position += 1
            return true
        }
        if !first { try expect(",") }
        return false
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(JSONFault) {
        guard let byte = peek() else { throw fault(.endOfText) }
        guard byte == UInt8(ascii: scalar) else { throw fault(.unexpectedCharacter) }
        position += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for expected in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            guard let byte = peek() else { throw fault(.endOfText) }
            guard byte == expected else { throw fault(.unexpectedCharacter) }
            position += 1
        }
        return value
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    func peek() -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// A fault here, or at an earlier byte, with its place worked out only now that it is needed.
    func fault(_ reason: JSONFault.Reason, at offset: Int? = nil) -> JSONFault {
        let offset = offset ?? position
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let pointer = JSONPointer(
            path.map { step in
                switch step {
                case .key(let key): key
                case .index(let index): String(index)
                }
            })
        return JSONFault(
            reason: reason,
            line: before.count { $0 == 0x0A } + 1,
            // Every byte of UTF-8 that does not continue a scalar begins one.
            column: before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1,
            offset: offset,
            pointer: pointer)
    }
}
