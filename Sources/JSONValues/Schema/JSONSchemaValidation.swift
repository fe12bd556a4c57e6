/// One value held against one schema.
struct JSONSchemaValidation {
    /// A hostile document can have a fault in every byte; nobody reads more than this.
    static let most = 1_000

    let parts: [JSONSchemaPart]
    private(set) var faults: [JSONSchemaFault] = []
    private var path: [String] = []

    init(parts: [JSONSchemaPart]) {
        self.parts = parts
    }

    mutating func check(_ value: JSONValue, against number: Int) {
        guard faults.count < Self.most else { return }
        let part = parts[number]
        if part.node.allowsNothing { report("Nothing is allowed here.") }
        if let types = part.node.types, !value.isOne(of: types) {
            // What else the schema asks for was meant for another type.
            report("This must be \(types.inWords), not \(value.kind).")
            return
        }
        if let constant = part.node.constant, !value.isIdentical(to: constant) {
            report("This must be \(constant.shown).")
        }
        if let choices = part.node.choices, !choices.contains(where: value.isIdentical) {
            report("This must be one of: \(choices.map(\.shown).joined(separator: ", ")).")
        }
        switch value {
        case .object(let members): check(members, part)
        case .array(let elements): check(elements, part)
        case .string(let text): check(text, part)
        case .number(let number): check(number, part)
        case .null, .bool: break
        }
        checkCombinations(value, part)
    }

    private mutating func check(_ members: [String: JSONValue], _ part: JSONSchemaPart) {
        for name in part.requiredOnly where !members.hasKey(name) {
            report("This is missing.", below: name)
        }
        var known = 0
        for property in part.properties {
            if let index = members.index(forKey: property.name), members[index].key.isSameText(as: property.name) {
                known += 1
                check(members[index].value, against: property.node, below: property.name)
            } else if property.isRequired {
                report("This is missing.", below: property.name)
            }
        }
        guard known < members.count, let others = part.node.additionalProperties else { return }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            if let property = part.node.properties[name], property.name.isSameText(as: name) { continue }
            if parts[others].node.allowsNothing {
                report("A member of this name is not allowed.", below: name)
            } else {
                check(value, against: others, below: name)
            }
        }
    }

    private mutating func check(_ elements: [JSONValue], _ part: JSONSchemaPart) {
        if let least = part.node.minItems, elements.count < least {
            report("There must be at least \(least) here, not \(elements.count).")
        }
        if let most = part.node.maxItems, elements.count > most {
            report("There must be at most \(most) here, not \(elements.count).")
        }
        if part.node.uniqueItems, Set(elements.map { $0.canonical() }).count < elements.count {
            report("No two elements may be the same.")
        }
        let items = part.node.items
        for (index, element) in elements.enumerated() {
            let prefix = part.node.prefixItems
            guard let item = index < prefix.count ? prefix[index] : items else { break }
            check(element, against: item, below: String(index))
        }
        if let kind = part.node.contains, !elements.contains(where: { isValid($0, against: kind) }) {
            report("No element is of the kind that must be here.")
        }
    }

    private mutating func check(_ text: String, _ part: JSONSchemaPart) {
        if part.node.minLength != nil || part.node.maxLength != nil {
            let length = text.unicodeScalars.count
            if let least = part.node.minLength, length < least {
                report(least == 1 ? "This may not be empty." : "This must have at least \(least) characters.")
            }
            if let most = part.node.maxLength, length > most { report("This must have at most \(most) characters.") }
        }
        if let pattern = part.node.pattern, !pattern.matches(text) {
            report("This does not have the form \(pattern.source).")
        }
    }

    private mutating func check(_ number: JSONNumber, _ part: JSONSchemaPart) {
        if let least = part.node.minimum, number.double < least {
            report("This must be \(JSONNumber(least)?.canonical ?? "") or more.")
        }
        if let most = part.node.maximum, number.double > most {
            report("This must be \(JSONNumber(most)?.canonical ?? "") or less.")
        }
    }

    private mutating func checkCombinations(_ value: JSONValue, _ part: JSONSchemaPart) {
        if let reference = part.node.reference { check(value, against: reference) }
        for each in part.node.allOf { check(value, against: each) }
        if !part.node.anyOf.isEmpty, !part.node.anyOf.contains(where: { isValid(value, against: $0) }) {
            report("This has none of the forms that are allowed here.")
        }
        if !part.node.oneOf.isEmpty {
            let valid = part.node.oneOf.count { isValid(value, against: $0) }
            if valid == 0 { report("This has none of the forms that are allowed here.") }
            if valid > 1 { report("This has \(valid) of the forms that are allowed here; it may have only one.") }
        }
    }

    private func isValid(_ value: JSONValue, against part: Int) -> Bool {
        var validation = JSONSchemaValidation(parts: parts)
        validation.check(value, against: part)
        return validation.faults.isEmpty
    }

    private mutating func check(_ value: JSONValue, against part: Int, below name: String) {
        path.append(name)
        check(value, against: part)
        path.removeLast()
    }

    private mutating func report(_ message: String, below name: String? = nil) {
        guard faults.count < Self.most else { return }
        faults.append(JSONSchemaFault(at: JSONPointer(path + (name.map { [$0] } ?? [])), message))
    }
}
