extension JSONSchemaCompiler {
    /// Reads one keyword of a schema; one that is not known is a fault.
    mutating func read(_ keyword: String, _ value: JSONValue, into node: inout JSONSchemaNode, at place: JSONPointer) {
        switch keyword {
        case "$comment", "$id", "default", "deprecated", "description", "examples", "format", "title": break
        case "$schema": checkDialect(value, at: place)
        case "$defs": _ = named(value, at: place)
        case "$ref": checkReference(value, at: place)
        case "type": node.types = types(value, at: place)
        case "const": node.constant = value
        case "enum": node.choices = list(value, at: place)
        case "properties": node.properties = named(value, at: place)
        case "required": node.required = names(value, at: place)
        case "additionalProperties": node.additionalProperties = compile(value, at: place)
        case "prefixItems": node.prefixItems = parts(value, at: place)
        case "items": node.items = compile(value, at: place)
        case "contains": node.contains = compile(value, at: place)
        case "minItems": node.minItems = count(value, at: place)
        case "maxItems": node.maxItems = count(value, at: place)
        case "uniqueItems": node.uniqueItems = flag(value, at: place)
        case "minLength": node.minLength = count(value, at: place)
        case "maxLength": node.maxLength = count(value, at: place)
        case "pattern": node.pattern = pattern(value, at: place)
        case "minimum": node.minimum = number(value, at: place)
        case "maximum": node.maximum = number(value, at: place)
        case "allOf": node.allOf = parts(value, at: place)
        case "anyOf": node.anyOf = parts(value, at: place)
        case "oneOf": node.oneOf = parts(value, at: place)
        default: report("The keyword is not known, so what it asks for would not be checked.", at: place)
        }
    }

    private mutating func checkDialect(_ value: JSONValue, at place: JSONPointer) {
        guard value.string != "https://json-schema.org/draft/2020-12/schema" else { return }
        report("Only schemas of draft 2020-12 are read.", at: place)
    }

    private mutating func checkReference(_ value: JSONValue, at place: JSONPointer) {
        guard value.string == nil else { return }
        report("A reference is a text, such as #/$defs/name.", at: place)
    }

    private mutating func named(_ value: JSONValue, at place: JSONPointer) -> [String: JSONSchemaNode.Property] {
        guard let members = value.object else {
            report("An object of schemas is needed here, not \(value.kind).", at: place)
            return [:]
        }
        var properties: [String: JSONSchemaNode.Property] = [:]
        for (name, schema) in members.sorted(by: { $0.key < $1.key }) {
            let node = compile(schema, at: place.appending(name))
            properties[name] = JSONSchemaNode.Property(name: name, node: node)
        }
        return properties
    }

    private mutating func parts(_ value: JSONValue, at place: JSONPointer) -> [Int] {
        var parts: [Int] = []
        for (index, schema) in list(value, at: place).enumerated() {
            parts.append(compile(schema, at: place.appending(index)))
        }
        return parts
    }

    private mutating func list(_ value: JSONValue, at place: JSONPointer) -> [JSONValue] {
        if let list = value.array, !list.isEmpty { return list }
        report("A list with at least one element is needed here.", at: place)
        return []
    }

    private mutating func names(_ value: JSONValue, at place: JSONPointer) -> [String] {
        let names = value.array?.compactMap(\.string) ?? []
        if names.count != value.array?.count || Set(names).count != names.count {
            report("A list of different names is needed here.", at: place)
        }
        return names
    }

    private mutating func types(_ value: JSONValue, at place: JSONPointer) -> JSONSchemaNode.Types {
        var types = JSONSchemaNode.Types()
        for name in value.array ?? [value] {
            if let known = JSONSchemaNode.Types.named.first(where: { $0.name == name.string }) {
                types.insert(known.type)
            } else {
                report("This is not the name of a type.", at: place)
            }
        }
        return types
    }

    private mutating func count(_ value: JSONValue, at place: JSONPointer) -> Int? {
        if let count = value.int, count >= 0 { return count }
        report("A whole number of 0 or more is needed here.", at: place)
        return nil
    }

    private mutating func number(_ value: JSONValue, at place: JSONPointer) -> Double? {
        if let number = value.double { return number }
        report("A number is needed here, not \(value.kind).", at: place)
        return nil
    }

    private mutating func flag(_ value: JSONValue, at place: JSONPointer) -> Bool {
        if let flag = value.bool { return flag }
        report("True or false is needed here.", at: place)
        return false
    }

    private mutating func pattern(_ value: JSONValue, at place: JSONPointer) -> JSONPattern? {
        guard let text = value.string else {
            report("A pattern is a text, not \(value.kind).", at: place)
            return nil
        }
        do {
            return try JSONPattern(text)
        } catch {
            report(error.explanation, at: place)
            return nil
        }
    }
}
