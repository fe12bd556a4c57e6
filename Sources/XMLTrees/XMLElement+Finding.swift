internal import CLibXML2

extension XMLElement {
    /// The elements directly inside this one that have that name, in that namespace (its URI; nil for none).
    package func children(_ name: String, in namespace: String? = nil) -> [XMLElement] {
        children.filter { $0.isNamed(name, in: namespace) }
    }

    /// The first of them.
    package func child(_ name: String, in namespace: String? = nil) -> XMLElement? {
        children.first { $0.isNamed(name, in: namespace) }
    }

    /// Every element inside this one, depth first, in the order of the document; the list stays as it is while the tree
    /// is changed.
    package var descendants: [XMLElement] { descendants { _ in true } }

    private func descendants(where isWanted: (XMLElement) -> Bool) -> [XMLElement] {
        var found: [XMLElement] = []
        collect(into: &found, where: isWanted)
        return found
    }

    private func collect(into found: inout [XMLElement], where isWanted: (XMLElement) -> Bool) {
        for child in NodeList(first: node.pointee.children) where child.pointee.type == XML_ELEMENT_NODE {
            let element = XMLElement(tree: tree, node: child)
            if isWanted(element) { found.append(element) }
            element.collect(into: &found, where: isWanted)
        }
    }

    /// This element's descendants of that name, in that namespace (its URI; nil for none).
    package func descendants(_ name: String, in namespace: String? = nil) -> [XMLElement] {
        descendants { $0.isNamed(name, in: namespace) }
    }

    /// This element's descendants that have that attribute (in no namespace), and where a value is given, that value.
    package func descendants(having attribute: String, equalTo value: String? = nil) -> [XMLElement] {
        descendants { element in
            guard let found = element[attribute] else { return false }
            return value == nil || value == found
        }
    }
}
