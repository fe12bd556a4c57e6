internal import CLibXML2

/// An element of a tree: a handle, which copies freely and keeps its tree alive.
package struct XMLElement {
    /// The tree that this element is part of, or was removed from.
    package let tree: XMLTree
    let node: xmlNodePtr
}

extension XMLElement: Equatable {
    /// Whether these are the same element of the same tree.
    package static func == (one: XMLElement, other: XMLElement) -> Bool {
        one.node == other.node
    }
}

/// An attribute as it was read.
package struct XMLAttribute: Hashable, Sendable {
    /// Without a prefix.
    package let name: String
    package let namespace: XMLNamespace?
    package let value: String
}

/// A piece of what an element contains; comments and processing instructions are passed over.
package enum XMLContent {
    case element(XMLElement)
    case text(String)
}

extension XMLElement {
    /// Without a prefix.
    package var name: String {
        LibXML.string(node.pointee.name) ?? ""
    }

    package var namespace: XMLNamespace? {
        XMLNamespace(node.pointee.ns)
    }

    /// Whether this is the element of that name in that namespace (its URI; nil for none).
    package func isNamed(_ name: String, in namespace: String? = nil) -> Bool {
        xmlStrEqual(node.pointee.name, name) == 1 && LibXML.is(node.pointee.ns, namespace)
    }

    /// Where it stood in the document that was parsed; nil where it was made later.
    package var line: Int? {
        let line = xmlGetLineNo(node)
        return line > 0 ? line : nil
    }

    /// Nil for the root and for what stands nowhere.
    package var parent: XMLElement? {
        guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return XMLElement(tree: tree, node: parent)
    }

    /// The elements directly inside this one.
    package var children: [XMLElement] {
        var children: [XMLElement] = []
        for child in NodeList(first: node.pointee.children) where child.pointee.type == XML_ELEMENT_NODE {
            children.append(XMLElement(tree: tree, node: child))
        }
        return children
    }

    /// Elements and texts directly inside this one, in their order.
    package var content: [XMLContent] {
        var content: [XMLContent] = []
        for child in NodeList(first: node.pointee.children) {
            switch child.pointee.type {
            case XML_ELEMENT_NODE: content.append(.element(XMLElement(tree: tree, node: child)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                content.append(.text(LibXML.string(child.pointee.content) ?? ""))
            default: break
            }
        }
        return content
    }

    /// All text inside this element and inside its descendants.
    package var text: String {
        var text = ""
        for child in NodeList(first: node.pointee.children) {
            switch child.pointee.type {
            case XML_ELEMENT_NODE: text += XMLElement(tree: tree, node: child).text
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: text += LibXML.string(child.pointee.content) ?? ""
            default: break
            }
        }
        return text
    }

    /// In the order of the document; declarations of namespaces are not among them.
    package var attributes: [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        for attribute in AttributeList(first: node.pointee.properties) {
            attributes.append(
                XMLAttribute(
                    name: LibXML.string(attribute.pointee.name) ?? "",
                    namespace: XMLNamespace(attribute.pointee.ns),
                    value: LibXML.value(of: attribute)))
        }
        return attributes
    }

    /// The value of the attribute of that name in that namespace (its URI; nil for none).
    package subscript(_ name: String, in namespace: String? = nil) -> String? {
        for attribute in AttributeList(first: node.pointee.properties)
        where xmlStrEqual(attribute.pointee.name, name) == 1 && LibXML.is(attribute.pointee.ns, namespace) {
            return LibXML.value(of: attribute)
        }
        return nil
    }
}

extension XMLNamespace {
    init?(_ pointer: xmlNsPtr?) {
        guard let pointer, let uri = LibXML.uri(pointer), !uri.isEmpty else { return nil }
        self.init(parsedURI: uri, prefix: LibXML.string(pointer.pointee.prefix))
    }
}
