internal import JSONValues
internal import Shares

extension MappingReader {
    // MARK: - The mapping as a whole

    mutating func checkWhole(_ mapping: RegisterMapping) {
        checkDoubles(mapping)
        var filled = Set(mapping.columns.values.map(\.field))
        filled.formUnion(mapping.compositions.keys)
        filled.formUnion(mapping.constants.keys)
        filled.formUnion(mapping.fallbacks.keys)
        for field in RegisterHeader.required where !filled.contains(field) {
            fault("mapping-field-unfilled", at: JSONPointer(), "Nothing fills \(field), without which no row comes in.")
        }
        let needed = Set(mapping.neededColumns.map(SourceText.key))
        for name in mapping.ignored.sorted() where needed.contains(SourceText.key(name)) {
            fault(
                "mapping-ignored-column", at: JSONPointer(["ignore"]),
                "The column “\(SourceText.shown(name))” is ignored and used.")
        }
    }

    private mutating func checkDoubles(_ mapping: RegisterMapping) {
        var holders: [String: Int] = [:]
        for column in mapping.columns.values where column.join == nil { holders[column.field, default: 0] += 1 }
        for (name, column) in mapping.columns.sorted(by: { $0.key < $1.key })
        where column.join == nil && (holders[column.field] ?? 0) > 1 {
            fault(
                "mapping-field-twice", at: JSONPointer(["columns", name]),
                "Several columns go to \(column.field): give all but one of them a “join”.")
        }
        var names: Set<String> = []
        for name in mapping.columns.keys.sorted() where !names.insert(SourceText.key(name)).inserted {
            fault(
                "mapping-column-twice", at: JSONPointer(["columns", name]),
                "The column “\(SourceText.shown(name))” is given twice.")
        }
    }

    // MARK: - Values

    mutating func check(_ field: String, at pointer: JSONPointer) {
        guard !RegisterRow.knownColumns.contains(field) else { return }
        fault(
            "mapping-unknown-field", at: pointer,
            "“\(SourceText.shown(field))” is not a native column: they are listed in docs/import.md.")
    }

    mutating func allow(_ keys: Set<String>, in object: [String: JSONValue], at pointer: JSONPointer) {
        for key in object.keys.sorted() where !keys.contains(key) {
            fault(
                "mapping-unknown-key", at: pointer.appending(key),
                "A mapping has no “\(SourceText.shown(key))” here; known are \(keys.sorted().joined(separator: ", ")).")
        }
    }

    mutating func object(
        _ value: JSONValue, at pointer: JSONPointer, or alternative: String? = nil
    ) -> [String: JSONValue]? {
        if let object = value.object { return object }
        wrongKind(value, at: pointer, (alternative.map { $0 + " or " } ?? "") + "an object")
        return nil
    }

    /// The members by name; none where there is no value.
    mutating func members(of value: JSONValue?, at pointer: JSONPointer) -> [(String, JSONValue)] {
        guard let value, let object = object(value, at: pointer) else { return [] }
        return object.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    mutating func text(_ object: [String: JSONValue], _ key: String, at pointer: JSONPointer) -> String? {
        guard let value = object[key] else {
            fault("mapping-key-missing", at: pointer, "“\(key)” is missing.")
            return nil
        }
        return string(value, at: pointer.appending(key))
    }

    mutating func string(_ value: JSONValue, at pointer: JSONPointer) -> String? {
        guard let string = value.string else {
            wrongKind(value, at: pointer, "a text")
            return nil
        }
        if let found = ForbiddenCharacters.first(in: string) {
            fault("forbidden-character", at: pointer, "The text holds the character \(found), which no field may hold.")
        }
        return string
    }

    mutating func texts(_ value: JSONValue, at pointer: JSONPointer) -> [String] {
        guard let array = value.array else {
            wrongKind(value, at: pointer, "a list of texts")
            return []
        }
        return array.enumerated().compactMap { string($0.element, at: pointer.appending($0.offset)) }
    }

    mutating func wrongKind(_ value: JSONValue, at pointer: JSONPointer, _ expected: String) {
        fault("mapping-wrong-kind", at: pointer, "Expected \(expected), found \(value.kind).")
    }

    mutating func fault(_ rule: String, at pointer: JSONPointer, _ message: String) {
        findings.append(.error(rule, at: .pointer(file: file, pointer.description), message))
    }
}
