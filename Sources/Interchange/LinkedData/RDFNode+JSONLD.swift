internal import JSONValues

extension RDFStatement {
    /// The context of the prefixes.
    static let jsonContext = JSONValue.object(
        Dictionary(RDFPrefixes.all.map { ($0.0, JSONValue.string($0.1)) }, uniquingKeysWith: { first, _ in first }))

    /// The same as a node object of JSON-LD 1.1.
    var json: JSONValue {
        var object = node.members
        object["@id"] = .string(iri)
        return .object(object)
    }
}

extension RDFNode {
    fileprivate var members: [String: JSONValue] {
        var object: [String: JSONValue] = ["@type": .string(type)]
        for property in properties {
            let values = property.values.map(\.json)
            object[property.predicate] = values.count == 1 ? values[0] : .array(values)
        }
        return object
    }
}

extension RDFValue {
    fileprivate var json: JSONValue {
        switch self {
        case .iri(let address): ["@id": .string(RDFNode.escaped(address))]
        case .name(let name): ["@id": .string(name)]
        case .words(let text): ["@value": .string(text), "@language": "en"]
        case .plain(let text): .string(text)
        case .typed(let text, let type): ["@value": .string(text), "@type": .string("xsd:\(type)")]
        case .node(let node): .object(node.members)
        }
    }
}
