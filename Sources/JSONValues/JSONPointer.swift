/// A place inside a JSON document (RFC 6901), such as `/steps/2/name`; it is also how messages say where.
package struct JSONPointer: Hashable, Sendable {
    /// Names of members and numbers of elements, from the outside in, not escaped.
    package private(set) var tokens: [String]

    /// The place that these names lead to; none at all is the whole document.
    package init(_ tokens: [String] = []) {
        self.tokens = tokens
    }

    /// Reads `/a/b~1c`; nil where the text is not a pointer (no leading `/`, or a `~` that is neither `~0` nor `~1`).
    package init?(parsing text: String) {
        guard !text.isEmpty else {
            self.init()
            return
        }
        let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.first?.isEmpty == true else { return nil }
        var tokens: [String] = []
        for part in parts.dropFirst() {
            guard let token = Self.unescape(part) else { return nil }
            tokens.append(token)
        }
        self.init(tokens)
    }

    package func appending(_ key: String) -> JSONPointer {
        JSONPointer(tokens + [key])
    }

    package func appending(_ index: Int) -> JSONPointer {
        JSONPointer(tokens + [String(index)])
    }

    private static func unescape(_ part: Substring.UnicodeScalarView) -> String? {
        var token = String.UnicodeScalarView()
        var rest = part
        while let scalar = rest.popFirst() {
            guard scalar == "~" else {
                token.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "0": token.append("~")
            case "1": token.append("/")
            default: return nil
            }
        }
        return String(token)
    }

    private static func escape(_ token: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": escaped.append(contentsOf: "~0".unicodeScalars)
            case "/": escaped.append(contentsOf: "~1".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer as RFC 6901 writes it; empty for the whole document.
    package var description: String {
        tokens.map { "/" + Self.escape($0) }.joined()
    }
}

extension JSONValue {
    /// The value at that place; nil where there is none.
    package subscript(_ pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            guard let next = value.child(token) else { return nil }
            value = next
        }
        return value
    }

    private func child(_ token: String) -> JSONValue? {
        switch self {
        case .object(let object):
            return object[token]
        case .array:
            // RFC 6901 section 4: digits alone, and no leading zero.
            let digits = token.utf8
            guard digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), digits.count == 1 || digits.first != 0x30,
                let index = Int(token)
            else { return nil }
            return self[index]
        case .null, .bool, .number, .string:
            return nil
        }
    }
}
