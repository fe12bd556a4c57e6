// Swift holds texts equal that differ in Unicode normal form; JSON Schema compares code points.

extension String {
    /// Whether the texts have the same scalars.
    func isSameText(as other: String) -> Bool {
        let isSame: Bool?? = utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { one.elementsEqual($0) }
        }
        return isSame.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
    }
}

extension [String: JSONValue] {
    /// Whether there is a member of exactly that name.
    func hasKey(_ name: String) -> Bool {
        index(forKey: name).map { self[$0].key.isSameText(as: name) } ?? false
    }
}

extension JSONValue {
    /// Whether the values are equal in every scalar of every text and name.
    func isIdentical(to other: JSONValue) -> Bool {
        switch (self, other) {
        case (.string(let one), .string(let other)): one.isSameText(as: other)
        case (.array(let one), .array(let other)):
            one.count == other.count && zip(one, other).allSatisfy { $0.isIdentical(to: $1) }
        case (.object(let one), .object(let other)):
            one.count == other.count
                && one.allSatisfy { name, value in
                    other.hasKey(name) && other[name].map { value.isIdentical(to: $0) } == true
                }
        default: self == other
        }
    }

    func isOne(of types: JSONSchemaNode.Types) -> Bool {
        switch self {
        case .null: types.contains(.null)
        case .bool: types.contains(.boolean)
        case .number(let number):
            types.contains(.number)
                || (types.contains(.integer) && number.double.rounded(.towardZero) == number.double)
        case .string: types.contains(.string)
        case .array: types.contains(.array)
        case .object: types.contains(.object)
        }
    }

    /// The value in a message, cut where it is long.
    var shown: String {
        let text = compact
        return text.unicodeScalars.count <= 60 ? text : String(text.unicodeScalars.prefix(59)) + "…"
    }
}

extension JSONSchemaNode.Types {
    /// As in "This must be a text or null".
    var inWords: String {
        let words: [(Self, String)] = [
            (.object, "an object"), (.array, "a list"), (.string, "a text"), (.integer, "a whole number"),
            (.number, "a number"), (.boolean, "true or false"), (.null, "null"),
        ]
        return words.filter { contains($0.0) }.map(\.1).joined(separator: " or ")
    }
}
