internal import XMLTrees

extension SharePolicy {
    static let namespace = XMLNamespace("http://www.w3.org/ns/odrl/2/", prefix: "o")
    private static let terms = XMLNamespace("http://purl.org/dc/terms/", prefix: "dct")
    private static let schemaTypes = "http://www.w3.org/2001/XMLSchema#"

    /// Adds the policy as the ODRL Version 2.2 XML Schema has it, one element a line.
    func add(to parent: XMLElement) {
        // The line is begun already.
        parent.append(text: "  ")
        let policy = parent.append("Policy", namespace: Self.namespace)
        policy.set("uid", to: address)
        policy.set("type", to: Self.name(kind.rawValue))
        for target in targets {
            let asset = Self.add("asset", to: policy, level: 2)
            asset.set("uid", to: target)
            asset.set("relation", to: Self.name("target"))
        }
        Self.add(assigners, as: "assigner", to: policy, level: 2)
        Self.add(assignees, as: "assignee", to: policy, level: 2)
        for (name, rules) in [
            ("permission", permissions), ("prohibition", prohibitions), ("obligation", obligations),
        ] {
            for rule in rules { add(rule, named: name, to: policy) }
        }
        ManifestXML.breakLine(in: policy, level: 1)
    }

    private func add(_ rule: Rule, named name: String, to policy: XMLElement) {
        let element = Self.add(name, to: policy, level: 2)
        Self.add("action", to: element, level: 3).set("name", to: Self.name(rule.action))
        for constraint in rule.constraints {
            let added = Self.add("constraint", to: element, level: 3)
            added.set("name", to: Self.name(constraint.left))
            added.set("operator", to: Self.name(constraint.comparison))
            switch constraint.right {
            case .address(let address): added.set("rightOperandReference", to: address)
            case .literal(let text, let type):
                added.set("rightOperand", to: text)
                added.set("dataType", to: Self.schemaTypes + type)
            }
        }
        Self.add(rule.assignees, as: "assignee", to: element, level: 3)
        if let words = rule.words {
            ManifestXML.breakLine(in: element, level: 3)
            element.append("description", namespace: Self.terms, text: words)
        }
        ManifestXML.breakLine(in: element, level: 2)
    }

    private static func add(_ parties: [String], as function: String, to element: XMLElement, level: Int) {
        for party in parties {
            let added = add("party", to: element, level: level)
            added.set("uid", to: party)
            added.set("function", to: name(function))
        }
    }

    private static func add(_ name: String, to parent: XMLElement, level: Int) -> XMLElement {
        ManifestXML.breakLine(in: parent, level: level)
        return parent.append(name, namespace: namespace)
    }

    private static func name(_ term: String) -> String { namespace.uri + term }
}
