internal import CLibXML2

/// The prefixes that stand for namespaces at one element while it is written, and those that it has to declare.
struct XMLScope {
    /// URIs by prefix; the empty prefix is the default namespace.
    private var uris = ["xml": XMLNamespace.xml.uri]
    /// What this element declares, in order.
    private(set) var declarations: [(prefix: String, uri: String)] = []

    /// Begins an element: what its document declared here is declared here again.
    mutating func open(_ node: xmlNodePtr) {
        declarations = []
        var next = node.pointee.nsDef
        while let definition = next {
            let prefix = LibXML.string(definition.pointee.prefix) ?? ""
            if !isDeclaredHere(prefix) {
                declare(prefix, LibXML.uri(definition) ?? "")
            }
            next = definition.pointee.next
        }
    }

    /// The prefix that puts an element into its namespace; empty where it needs none.
    mutating func elementPrefix(_ namespace: XMLNamespace?) -> String {
        guard let namespace else {
            if uris["", default: ""] != "" {
                // A name in no namespace cannot have a prefix, so the default gives way.
                declarations.removeAll { $0.prefix.isEmpty }
                declare("", "")
            }
            return ""
        }
        return prefix(for: namespace, wanted: namespace.prefix ?? "")
    }

    /// The same for an attribute, to which the default namespace does not apply.
    mutating func attributePrefix(_ namespace: XMLNamespace?) -> String {
        guard let namespace else { return "" }
        return prefix(for: namespace, wanted: namespace.prefix ?? knownPrefix(of: namespace) ?? "ns1")
    }

    private func knownPrefix(of namespace: XMLNamespace) -> String? {
        uris.filter { !$0.key.isEmpty && $0.value == namespace.uri }.keys.min()
    }

    private mutating func prefix(for namespace: XMLNamespace, wanted: String) -> String {
        if uris[wanted] == namespace.uri { return wanted }
        var prefix = wanted
        var number = 1
        // Another namespace may have it: on this element that cannot be changed any more, further out it can.
        while isDeclaredHere(prefix) || prefix == "xml" || (prefix != wanted && uris[prefix] != nil) {
            prefix = "ns\(number)"
            number += 1
        }
        declare(prefix, namespace.uri)
        return prefix
    }

    private func isDeclaredHere(_ prefix: String) -> Bool {
        declarations.contains { $0.prefix == prefix }
    }

    private mutating func declare(_ prefix: String, _ uri: String) {
        uris[prefix] = uri
        declarations.append((prefix, uri))
    }
}
