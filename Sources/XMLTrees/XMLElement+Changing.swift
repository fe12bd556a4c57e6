internal import CLibXML2

// Texts are taken as they are: no markup and no entity in them is read. What XML 1.0 cannot hold becomes U+FFFD, and the
// number of such scalars is returned for the caller who wants to tell somebody.

extension XMLElement {
    @discardableResult
    package func append(text: String) -> Int {
        let (clean, replaced) = XMLText.allowed(text)
        if !clean.isEmpty, let added = xmlNewDocText(tree.document, clean) { xmlAddChild(node, added) }
        return replaced
    }

    /// Adds a new element at the end, in this element's own namespace unless another is given, with that text.
    @discardableResult
    package func append(_ name: String, namespace: XMLNamespace? = nil, text: String = "") -> XMLElement {
        let pointer = namespace.map { tree.pointer(to: $0) } ?? node.pointee.ns
        let added = XMLElement(tree: tree, node: tree.node(parsedName: XMLText.name(name), pointer))
        if !tree.isMissing(added.node) { xmlAddChild(node, added.node) }
        if !text.isEmpty { added.append(text: text) }
        return added
    }

    /// Moves the element to the end of this one, or copies it there where it comes from another tree, and returns it as it
    /// now stands. A root, and an element that this one is inside of, cannot be moved and are copied too.
    @discardableResult
    package func append(element: XMLElement) -> XMLElement {
        let element = movable(element, into: self)
        guard !tree.isMissing(element.node) else { return element }
        xmlUnlinkNode(element.node)
        xmlAddChild(node, element.node)
        tree.attached(element.node)
        return element
    }

    /// Moves the element to just before this one, or copies it there, under the rules of `append(element:)`. Nothing stands
    /// beside a root or beside what stands nowhere: there this changes nothing.
    @discardableResult
    package func insertBefore(_ element: XMLElement) -> XMLElement {
        guard let parent, element != self else { return element }
        let element = movable(element, into: parent)
        guard !tree.isMissing(element.node) else { return element }
        xmlUnlinkNode(element.node)
        xmlAddPrevSibling(node, element.node)
        tree.attached(element.node)
        return element
    }

    /// Takes the element out of its tree; it can be put back elsewhere. A root stays.
    package func remove() {
        guard node != tree.root.node, !tree.isMissing(node) else { return }
        tree.detach(node)
    }

    /// Takes out all that is inside this element: texts, comments and elements.
    package func removeChildren() {
        for child in Array(NodeList(first: node.pointee.children)) {
            if child.pointee.type == XML_ELEMENT_NODE {
                tree.detach(child)
            } else {
                xmlUnlinkNode(child)
                xmlFreeNode(child)
            }
        }
    }

    /// Puts the text in the place of all that is inside this element.
    @discardableResult
    package func replaceChildren(text: String) -> Int {
        removeChildren()
        return append(text: text)
    }

    /// Puts the elements in the place of all that is inside this one.
    package func replaceChildren(_ elements: [XMLElement]) {
        removeChildren()
        for element in elements { append(element: element) }
    }

    @discardableResult
    package func set(_ name: String, in namespace: XMLNamespace? = nil, to value: String) -> Int {
        let (clean, replaced) = XMLText.allowed(value)
        xmlSetNsProp(node, tree.pointer(to: namespace), XMLText.name(name), clean)
        return replaced
    }

    package func removeAttribute(_ name: String, in namespace: XMLNamespace? = nil) {
        xmlUnsetNsProp(node, tree.pointer(to: namespace), name)
    }

    /// A copy of this element and all inside it that stands nowhere yet, in this tree or in another.
    package func copy(into other: XMLTree? = nil) -> XMLElement {
        let tree = other ?? tree
        let copy = tree.element(parsedName: name, namespace: namespace)
        for attribute in attributes {
            xmlSetNsProp(copy.node, tree.pointer(to: attribute.namespace), attribute.name, attribute.value)
        }
        for piece in content {
            switch piece {
            case .element(let child): copy.append(element: child.copy(into: tree))
            case .text(let text): copy.append(text: text)
            }
        }
        return copy
    }

    /// Declares a namespace here although no name needs it: for values that are qualified names, such as `xsi:type`.
    package func declare(_ namespace: XMLNamespace) {
        guard let prefix = namespace.prefix, prefix != "xml" else { return }
        xmlNewNs(node, LibXML.stored(uri: namespace.uri), prefix)
    }

    private func movable(_ element: XMLElement, into parent: XMLElement) -> XMLElement {
        guard element.tree === tree, element.node != tree.root.node else { return element.copy(into: tree) }
        var ancestor: XMLElement? = parent
        while let above = ancestor {
            if above == element { return element.copy(into: tree) }
            ancestor = above.parent
        }
        return element
    }
}
