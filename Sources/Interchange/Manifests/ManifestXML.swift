internal import JSONValues
internal import XMLTrees

/// The XML form of a manifest, made from the JSON form and turned back into it, both along `ManifestShape`.
enum ManifestXML {
    static let namespace = XMLNamespace(ManifestNames.namespace)

    static func tree(of document: JSONValue) -> XMLTree {
        let tree = XMLTree(root: "manifest", namespace: namespace)
        write(document, .manifest, into: tree.root, level: 0)
        return tree
    }

    private static func write(_ value: JSONValue, _ shape: ManifestShape, into element: XMLElement, level: Int) {
        switch shape {
        case .text, .integer, .flag: element.append(text: text(of: value))
        case .list(let name, let item):
            for part in value.array ?? [] { add(name, part, item, to: element, level: level) }
            if value.array?.isEmpty == false { breakLine(in: element, level: level) }
        case .object(_, let members):
            var hasElements = false
            for member in members {
                guard let part = value[member.name] else { continue }
                if member.isAttribute {
                    element.set(member.name, to: text(of: part))
                } else {
                    add(member.name, part, member.shape, to: element, level: level)
                    hasElements = true
                }
            }
            if hasElements { breakLine(in: element, level: level) }
        }
    }

    private static func add(
        _ name: String, _ value: JSONValue, _ shape: ManifestShape, to parent: XMLElement, level: Int
    ) {
        breakLine(in: parent, level: level + 1)
        write(value, shape, into: parent.append(name, namespace: namespace), level: level + 1)
    }

    /// People read these files too; and a validator names the line.
    private static func breakLine(in element: XMLElement, level: Int) {
        element.append(text: "\n" + String(repeating: "  ", count: level))
    }

    private static func text(of value: JSONValue) -> String {
        value.string ?? value.compact
    }

    /// The JSON form of a tree that follows the XML schema.
    static func document(of tree: XMLTree) -> JSONValue {
        guard case .object(var members) = value(of: tree.root, .manifest) else { return .null }
        members["@context"] = ManifestNames.context
        return .object(members)
    }

    private static func value(of element: XMLElement, _ shape: ManifestShape) -> JSONValue {
        switch shape {
        case .text, .integer, .flag: return value(of: element.text, shape)
        case .list(_, let item): return .array(element.children.map { value(of: $0, item) })
        case .object(let type, let members):
            var object: [String: JSONValue] = [:]
            object["@type"] = type
            var texts: [String: String] = [:]
            for attribute in element.attributes where attribute.namespace == nil {
                texts[attribute.name] = attribute.value
            }
            var elements: [String: XMLElement] = [:]
            for child in element.children { elements[child.name] = child }
            for member in members {
                object[member.name] =
                    member.isAttribute
                    ? texts[member.name].map { value(of: $0, member.shape) }
                    : elements[member.name].map { value(of: $0, member.shape) }
            }
            return .object(object)
        }
    }

    private static func value(of text: String, _ shape: ManifestShape) -> JSONValue {
        switch shape {
        case .flag: .bool(text == "true")
        case .integer: Int64(text).map { .number(JSONNumber($0)) } ?? .string(text)
        case .text, .list, .object: .string(text)
        }
    }
}
