internal import JSONValues

extension SharePolicy {
    /// As the ODRL vocabulary's own JSON has it: with `uid` and `type`, under the context of `ManifestNames.policy`.
    var json: JSONValue {
        .members([
            "uid": .string(address), "type": .string(kind.rawValue), "target": .addresses(targets),
            "assigner": .addresses(assigners), "assignee": .addresses(assignees), "permission": json(of: permissions),
            "prohibition": json(of: prohibitions), "obligation": json(of: obligations),
        ])
    }

    private func json(of rules: [Rule]) -> JSONValue? {
        rules.isEmpty ? nil : .array(rules.map(json(of:)))
    }

    private func json(of rule: Rule) -> JSONValue {
        .members([
            "action": .string(rule.action),
            "assignee": rule.assignees.isEmpty ? nil : .addresses(rule.assignees),
            "constraint": rule.constraints.isEmpty ? nil : .array(rule.constraints.map(json(of:))),
            "description": .text(rule.words),
        ])
    }

    private func json(of constraint: Constraint) -> JSONValue {
        [
            "leftOperand": .string(constraint.left), "operator": .string(constraint.comparison),
            "rightOperand": json(of: constraint.right),
        ]
    }

    private func json(of operand: Operand) -> JSONValue {
        switch operand {
        case .address(let address): ["@id": .string(address)]
        case .literal(let text, let type): ["@value": .string(text), "@type": .string("xsd:\(type)")]
        }
    }
}

extension JSONValue {
    static func addresses(_ addresses: [String]) -> JSONValue { .array(addresses.map(JSONValue.string)) }
}
