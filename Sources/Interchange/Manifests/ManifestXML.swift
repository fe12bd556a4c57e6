internal import JSONValues
internal import XMLTrees

/// The XML form of a manifest: what the JSON form states, along `ManifestShape` in both directions, and the policy.
enum ManifestXML {
    static let namespace = XMLNamespace(ManifestNames.namespace)

    static func tree(of document: JSONValue, _ policy: SharePolicy?) throws(XMLFaults) -> XMLTree {
        let tree = try XMLTree(root: "manifest", namespace: namespace)
        write(document, .manifest, into: tree.root, level: 0)
        if let policy {
            policy.add(to: tree.root)
            breakLine(in: tree.root, level: 0)
        }
        return tree
    }

    private static func write(_ value: JSONValue, _ shape: ManifestShape, into element: XMLElement, level: Int) {
        switch shape {
        case .text, .integer, .flag: element.append(text: text(of: value))
        case .list(let name, let item):
            for part in value.array ?? [] { add(name, part, item, to: element, level: level) }
            if value.array?.isEmpty == false { breakLine(in: element, level: level) }
        case .object(let members):
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
    static func breakLine(in element: XMLElement, level: Int) {
        element.append(text: "\n" + String(repeating: "  ", count: level))
    }

    private static func text(of value: JSONValue) -> String {
        value.string ?? value.compact
    }

    /// What a tree that follows the XML schema states, under the names of the JSON form.
    static func members(of tree: XMLTree) -> JSONValue {
        value(of: tree.root, .manifest)
    }

    static func policy(in root: XMLElement) -> XMLElement? {
        root.children.first { $0.isNamed("Policy", in: SharePolicy.namespace.uri) }
    }

    /// Whether two elements say the same: names, attributes and texts, whatever the space between elements. A signature is
    /// about a manifest and no part of it.
    static func saysTheSame(_ one: XMLElement, _ other: XMLElement) -> Bool {
        guard one.isNamed(other.name, in: other.namespace?.uri) else { return false }
        let (attributes, others) = (said(one.attributes), said(other.attributes))
        guard attributes == others else { return false }
        let (children, otherChildren) = (parts(of: one), parts(of: other))
        if children.isEmpty, otherChildren.isEmpty { return Array(one.text.utf8) == Array(other.text.utf8) }
        return children.count == otherChildren.count && hasOnlySpace(one) && hasOnlySpace(other)
            && zip(children, otherChildren).allSatisfy(saysTheSame)
    }

    /// Whether no text stands between the elements.
    private static func hasOnlySpace(_ element: XMLElement) -> Bool {
        element.content.allSatisfy { part in
            guard case .text(let text) = part else { return true }
            return text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        }
    }

    private static func said(_ attributes: [XMLAttribute]) -> [[UInt8]] {
        attributes.map { Array("\($0.namespace?.uri ?? "") \($0.name) \($0.value)".utf8) }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func parts(of element: XMLElement) -> [XMLElement] {
        element.children.filter { $0.namespace?.uri != "http://www.w3.org/2000/09/xmldsig#" }
    }

    private static func value(of element: XMLElement, _ shape: ManifestShape) -> JSONValue {
        switch shape {
        case .text, .integer, .flag: return value(of: element.text, shape)
        case .list(_, let item): return .array(element.children.map { value(of: $0, item) })
        case .object(let members):
            var object: [String: JSONValue] = [:]
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
