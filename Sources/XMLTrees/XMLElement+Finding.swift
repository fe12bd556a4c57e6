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
    package var descendants: [XMLElement] {
        var found: [XMLElement] = []
        collectDescendants(into: &found)
        return found
    }

    private func collectDescendants(into found: inout [XMLElement]) {
        for child in children {
            found.append(child)
            child.collectDescendants(into: &found)
        }
    }

    /// This element's descendants of that name, in that namespace (its URI; nil for none).
    package func descendants(_ name: String, in namespace: String? = nil) -> [XMLElement] {
        descendants.filter { $0.isNamed(name, in: namespace) }
    }

    /// This element's descendants that have that attribute (in no namespace), and where a value is given, that value.
    package func descendants(having attribute: String, equalTo value: String? = nil) -> [XMLElement] {
        descendants.filter { element in
            guard let found = element[attribute] else { return false }
            return value == nil || value == found
        }
    }
}
