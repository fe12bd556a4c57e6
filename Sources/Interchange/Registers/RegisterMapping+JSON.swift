internal import JSONValues
package import Shares

extension RegisterMapping {
    /// Reads a mapping file and gives either the mapping or every fault in it, each with its JSON Pointer.
    ///
    /// `name` is what the file is called in the faults.
    package init(parsing bytes: [UInt8], file name: String) throws(Findings) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw Findings([
                .error(
                    "mapping-unreadable", at: .line(error.line, column: error.column),
                    "\(name) cannot be read as JSON: \(error.reason.explanation)")
            ])
        }
        var reader = MappingReader(file: name)
        let mapping = reader.mapping(value)
        guard let mapping, reader.findings.isEmpty else { throw reader.findings }
        self = mapping
    }
}

/// Walks the JSON of one mapping file and notes every fault.
struct MappingReader {
    let file: String
    var findings = Findings()

    init(file: String) {
        self.file = file
    }

    mutating func mapping(_ value: JSONValue) -> RegisterMapping? {
        let root = JSONPointer()
        guard let object = object(value, at: root) else { return nil }
        allow(
            [
                "mapping", "title", "source", "note", "delimiter", "columns", "compose", "constants", "fallbacks",
                "group", "ignore",
            ], in: object, at: root)
        var mapping = RegisterMapping(
            name: text(object, "mapping", at: root) ?? "", title: text(object, "title", at: root) ?? "",
            delimiter: delimiter(object["delimiter"]), columns: [:], compositions: [:], constants: [:], fallbacks: [:],
            grouping: nil, ignored: [])
        for (name, value) in members(of: object["columns"], at: root.appending("columns")) {
            mapping.columns[name] = column(value, at: root.appending("columns").appending(name))
        }
        for (field, value) in members(of: object["compose"], at: root.appending("compose")) {
            mapping.compositions[field] = composition(value, of: field, at: root.appending("compose").appending(field))
        }
        for (field, value) in members(of: object["constants"], at: root.appending("constants")) {
            mapping.constants[field] = constant(value, of: field, at: root.appending("constants").appending(field))
        }
        for (field, value) in members(of: object["fallbacks"], at: root.appending("fallbacks")) {
            let pointer = root.appending("fallbacks").appending(field)
            check(field, at: pointer)
            mapping.fallbacks[field] = texts(value, at: pointer)
        }
        if let group = object["group"] { mapping.grouping = grouping(group, at: root.appending("group")) }
        if let ignored = object["ignore"] { mapping.ignored = Set(texts(ignored, at: root.appending("ignore"))) }
        checkWhole(mapping)
        return mapping
    }

    // MARK: - Parts

    private mutating func delimiter(_ value: JSONValue?) -> UInt8 {
        guard let value else { return UInt8(ascii: ",") }
        let quote = UInt8(ascii: "\"")
        if let text = value.string, text.utf8.count == 1, let byte = text.utf8.first, byte < 0x80, byte != quote,
            byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r")
        {
            return byte
        }
        fault(
            "mapping-delimiter", at: JSONPointer(["delimiter"]),
            "The delimiter is one ASCII character, such as \",\" or \"\\t\".")
        return UInt8(ascii: ",")
    }

    private mutating func column(_ value: JSONValue, at pointer: JSONPointer) -> RegisterMapping.Column? {
        if let field = value.string {
            check(field, at: pointer)
            return RegisterMapping.Column(field: field)
        }
        guard let object = object(value, at: pointer, or: "the name of a native column") else { return nil }
        allow(["field", "values", "unlisted", "split", "join", "prefix", "note"], in: object, at: pointer)
        var column = RegisterMapping.Column(field: text(object, "field", at: pointer) ?? "")
        if !column.field.isEmpty { check(column.field, at: pointer.appending("field")) }
        for (text, value) in members(of: object["values"], at: pointer.appending("values")) {
            let place = pointer.appending("values").appending(text)
            guard let meaning = string(value, at: place) else { continue }
            if column.values.updateValue(meaning, forKey: SourceText.key(text)) != nil {
                fault("mapping-value-twice", at: place, "The value “\(SourceText.shown(text))” is listed twice.")
            }
        }
        if let unlisted = object["unlisted"] {
            let place = pointer.appending("unlisted")
            switch unlisted.string {
            case "keep": break
            case "leave": column.leavesUnlisted = true
            default: fault("mapping-unlisted", at: place, "“unlisted” is “keep” or “leave”.")
            }
        }
        if let split = object["split"] { column.split = pattern(split, at: pointer.appending("split")) }
        if object["join"] != nil { column.join = text(object, "join", at: pointer) }
        if object["prefix"] != nil { column.prefix = text(object, "prefix", at: pointer) ?? "" }
        return column
    }

    private mutating func pattern(_ value: JSONValue, at pointer: JSONPointer) -> SplitPattern? {
        if case .array = value {
            let separators = texts(value, at: pointer)
            if separators.isEmpty || separators.contains("") {
                fault("mapping-split", at: pointer, "A separator is a text that is not empty.")
            }
            return .separators(separators)
        }
        switch value.string {
        case "one": return .one
        case "lines": return .lines
        case "commas": return .commas
        case "bullets": return .bullets
        default:
            fault(
                "mapping-split", at: pointer,
                "“split” is “one”, “lines”, “commas”, “bullets” or a list of separators.")
            return nil
        }
    }

    private mutating func composition(_ value: JSONValue, of field: String, at pointer: JSONPointer) -> Composition? {
        check(field, at: pointer)
        guard let text = string(value, at: pointer) else { return nil }
        let composition = Composition(text)
        if composition == nil {
            fault("mapping-compose", at: pointer, "Each place is the name of a column between braces: {Name}.")
        }
        return composition
    }

    private mutating func constant(
        _ value: JSONValue, of field: String, at pointer: JSONPointer
    ) -> RegisterMapping.Constant? {
        check(field, at: pointer)
        if let text = value.string { return RegisterMapping.Constant(text: text, always: false) }
        guard let object = object(value, at: pointer, or: "a text") else { return nil }
        allow(["text", "always", "note"], in: object, at: pointer)
        let always = object["always"] ?? false
        if always.bool == nil { wrongKind(always, at: pointer.appending("always"), "true or false") }
        return RegisterMapping.Constant(text: text(object, "text", at: pointer) ?? "", always: always.bool ?? false)
    }

    private mutating func grouping(_ value: JSONValue, at pointer: JSONPointer) -> RegisterMapping.Grouping? {
        guard let object = object(value, at: pointer) else { return nil }
        allow(["by", "each", "note"], in: object, at: pointer)
        var grouping = RegisterMapping.Grouping(column: text(object, "by", at: pointer) ?? "", each: [:])
        for (field, value) in members(of: object["each"], at: pointer.appending("each")) {
            let place = pointer.appending("each").appending(field)
            check(field, at: place)
            grouping.each[field] = value.string.flatMap(RegisterMapping.Grouping.Each.init(rawValue:))
            if grouping.each[field] == nil { fault("mapping-each", at: place, "A field is “first” or “all”.") }
        }
        return grouping
    }
}
