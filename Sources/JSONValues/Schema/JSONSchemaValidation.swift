/// One value held against one schema.
struct JSONSchemaValidation {
    /// A hostile document can have a fault in every byte; nobody reads more than this.
    static let most = 1_000

    let nodes: [JSONSchemaNode]
    private(set) var faults: [JSONSchemaFault] = []
    private var path: [String] = []

    init(nodes: [JSONSchemaNode]) {
        self.nodes = nodes
    }

    mutating func check(_ value: JSONValue, against number: Int) {
        guard faults.count < Self.most else { return }
        let node = nodes[number]
        if node.allowsNothing { report("Nothing is allowed here.") }
        if let types = node.types, !value.isOne(of: types) {
            // What else the schema asks for was meant for another type.
            report("This must be \(types.inWords), not \(value.kind).")
            return
        }
        if let constant = node.constant, !value.isIdentical(to: constant) {
            report("This must be \(constant.shown).")
        }
        if let choices = node.choices, !choices.contains(where: value.isIdentical) {
            report("This must be one of: \(choices.map(\.shown).joined(separator: ", ")).")
        }
        switch value {
        case .object(let members): check(members, node)
        case .array(let elements): check(elements, node)
        case .string(let text): check(text, node)
        case .number(let number): check(number, node)
        case .null, .bool: break
        }
        checkCombinations(value, node)
    }

    private mutating func check(_ members: [String: JSONValue], _ node: JSONSchemaNode) {
        for name in node.required where !members.hasKey(name) {
            report("This is missing.", below: name)
        }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            let property = node.properties[name].flatMap { $0.name.isSameText(as: name) ? $0 : nil }
            guard let part = property?.node ?? node.additionalProperties else { continue }
            if property == nil, nodes[part].allowsNothing {
                report("A member of this name is not allowed.", below: name)
            } else {
                check(value, against: part, below: name)
            }
        }
    }

    private mutating func check(_ elements: [JSONValue], _ node: JSONSchemaNode) {
        if let least = node.minItems, elements.count < least {
            report("There must be at least \(least) here, not \(elements.count).")
        }
        if let most = node.maxItems, elements.count > most {
            report("There must be at most \(most) here, not \(elements.count).")
        }
        if node.uniqueItems, Set(elements.map { $0.canonical() }).count < elements.count {
            report("No two elements may be the same.")
        }
        for (index, element) in elements.enumerated() {
            guard let part = index < node.prefixItems.count ? node.prefixItems[index] : node.items else { break }
            check(element, against: part, below: String(index))
        }
        if let part = node.contains, !elements.contains(where: { isValid($0, against: part) }) {
            report("No element is of the kind that must be here.")
        }
    }

    private mutating func check(_ text: String, _ node: JSONSchemaNode) {
        if node.minLength != nil || node.maxLength != nil {
            let length = text.unicodeScalars.count
            if let least = node.minLength, length < least {
                report(least == 1 ? "This may not be empty." : "This must have at least \(least) characters.")
            }
            if let most = node.maxLength, length > most { report("This must have at most \(most) characters.") }
        }
        if let pattern = node.pattern, !pattern.matches(text) {
            report("This does not have the form \(pattern.source).")
        }
    }

    private mutating func check(_ number: JSONNumber, _ node: JSONSchemaNode) {
        if let least = node.minimum, number.double < least {
            report("This must be \(JSONNumber(least)?.canonical ?? "") or more.")
        }
        if let most = node.maximum, number.double > most {
            report("This must be \(JSONNumber(most)?.canonical ?? "") or less.")
        }
    }

    private mutating func checkCombinations(_ value: JSONValue, _ node: JSONSchemaNode) {
        if let reference = node.reference { check(value, against: reference) }
        for part in node.allOf { check(value, against: part) }
        if !node.anyOf.isEmpty, !node.anyOf.contains(where: { isValid(value, against: $0) }) {
            report("This has none of the forms that are allowed here.")
        }
        if !node.oneOf.isEmpty {
            let valid = node.oneOf.count { isValid(value, against: $0) }
            if valid == 0 { report("This has none of the forms that are allowed here.") }
            if valid > 1 { report("This has \(valid) of the forms that are allowed here; it may have only one.") }
        }
    }

    private func isValid(_ value: JSONValue, against part: Int) -> Bool {
        var validation = JSONSchemaValidation(nodes: nodes)
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
