import JSONValues

/// Reading single values, each with its fault.
extension DefinitionReader {
    /// The members of an object, with a fault for each that is missing or not known.
    mutating func object(
        _ value: JSONValue, at place: JSONPointer, required: [String], optional: [String] = []
    ) -> [String: JSONValue]? {
        guard let members = value.object else {
            note(.wrongType, at: place, "It must be an object, not \(value.kind).")
            return nil
        }
        for key in required where members[key] == nil {
            note(.missingKey, at: place, "\(quoted(key)) is missing.")
        }
        for key in members.keys.sorted() where !required.contains(key) && !optional.contains(key) {
            let known = (required + optional).joined(separator: ", ")
            note(.unknownKey, at: place.appending(key), "\(quoted(key)) has no meaning here; known are \(known).")
        }
        return members
    }

    /// A text for people: something must be in it, and nothing that does not print.
    mutating func text(_ members: [String: JSONValue], _ key: String, at place: JSONPointer) -> String {
        guard let value = members[key] else { return "" }
        guard let text = value.string else {
            note(.wrongType, at: place.appending(key), "It must be a text, not \(value.kind).")
            return ""
        }
        if text.isEmpty || text.unicodeScalars.contains(where: Self.isHidden) {
            note(.badText, at: place.appending(key), "It must be a text of visible characters on one line.")
        }
        return text
    }

    /// Control characters, and those that reorder or hide text.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        default: false
        }
    }

    mutating func whole(_ members: [String: JSONValue], _ key: String, at place: JSONPointer) -> Int? {
        guard let value = members[key] else { return nil }
        guard let int = value.int else {
            note(.wrongType, at: place.appending(key), "It must be a whole number, not \(value.kind).")
            return nil
        }
        return int
    }

    mutating func flag(_ members: [String: JSONValue], _ key: String, at place: JSONPointer) -> Bool {
        guard let value = members[key] else { return false }
        guard let flag = value.bool else {
            note(.wrongType, at: place.appending(key), "It must be true or false, not \(value.kind).")
            return false
        }
        return flag
    }

    /// Each element read by `read`; an empty list where there is none.
    mutating func list<Element>(
        _ members: [String: JSONValue], _ key: String, at place: JSONPointer,
        _ read: (inout DefinitionReader, JSONValue, JSONPointer) -> Element
    ) -> [Element] {
        guard let value = members[key] else { return [] }
        let place = place.appending(key)
        guard let elements = value.array else {
            note(.wrongType, at: place, "It must be a list, not \(value.kind).")
            return []
        }
        return elements.enumerated().map { read(&self, $1, place.appending($0)) }
    }

    /// Names of a kind; none twice.
    mutating func names<Name: DefinedName>(
        _ members: [String: JSONValue], _ key: String, at place: JSONPointer
    ) -> [Name] {
        let names: [Name] = list(members, key, at: place) { $0.name($1, at: $2) }
        for (index, name) in names.enumerated() where !name.rawValue.isEmpty && names[..<index].contains(name) {
            note(.doubledName, at: place.appending(key).appending(index), "\(quoted(name.rawValue)) is here twice.")
        }
        return names
    }

    /// A name, or the empty one, with a fault, where the value is none.
    mutating func name<Name: DefinedName>(_ value: JSONValue, at place: JSONPointer) -> Name {
        Name(rawValue: bareName(value, at: place))
    }

    mutating func name<Name: DefinedName>(
        _ members: [String: JSONValue], _ key: String, at place: JSONPointer
    ) -> Name {
        guard let value = members[key] else { return "" }
        return name(value, at: place.appending(key))
    }

    mutating func bareName(_ value: JSONValue, at place: JSONPointer) -> String {
        guard let text = value.string else {
            note(.wrongType, at: place, "It must be a name, not \(value.kind).")
            return ""
        }
        guard Self.isName(text) else {
            note(
                .badName, at: place,
                "\(quoted(text)) is not a name: names start with a small letter and go on with small letters, digits and "
                    + "hyphens, 40 at most.")
            return ""
        }
        return text
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.count <= 40
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
            }
    }
}

/// A value from a file as messages show it: in quotation marks, nothing in it that does not print, not too long.
func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(60).map { $0.value < 0x20 || !$0.properties.isGraphic ? "\u{FFFD}" : $0 }
    return "“" + String(String.UnicodeScalarView(shown)) + "”"
}

extension Unicode.Scalar.Properties {
    /// Shows as itself and does not move its neighbours.
    fileprivate var isGraphic: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
        default: true
        }
    }
}
