internal import CLibXML2

/// An XML document in memory, as a tree that can be read, changed and written.
///
/// Nothing of libxml2 shows outside this module. A tree belongs to one isolation; its elements keep it alive.
package final class XMLTree {
    let document: xmlDocPtr
    /// The element that contains all others; it cannot be removed or replaced.
    package var root: XMLElement { XMLElement(tree: self, node: rootNode) }

    private let rootNode: xmlNodePtr
    /// Elements without a parent: made and not yet placed, or removed. They are freed with the tree and not before, because
    /// somebody may still hold them.
    private var detached: Set<xmlNodePtr> = []
    /// There are few, and they are asked for at every element.
    private var namespaces: [(namespace: XMLNamespace, pointer: xmlNsPtr)] = []

    /// Takes over a document that has been parsed.
    init(adopting document: xmlDocPtr, root: xmlNodePtr) {
        self.document = document
        self.rootNode = root
    }

    /// A new document with nothing but its root element.
    package init(root name: String, namespace: XMLNamespace? = nil) {
        LibXML.prepare()
        guard let document = xmlNewDoc("1.0"),
            let root = xmlNewDocNode(document, nil, XMLText.name(name), nil)
        else { fatalError("No memory for an XML document") }
        xmlDocSetRootElement(document, root)
        self.document = document
        self.rootNode = root
        root.pointee.ns = pointer(to: namespace)
    }

    deinit {
        for node in detached { xmlFreeNode(node) }
        xmlFreeDoc(document)
        for namespace in namespaces { xmlFreeNs(namespace.pointer) }
    }

    /// A new element of this tree that stands nowhere yet.
    package func element(_ name: String, namespace: XMLNamespace? = nil) -> XMLElement {
        element(parsedName: XMLText.name(name), namespace: namespace)
    }

    /// The same with a name that a parser has already accepted, which may have letters beyond ASCII.
    func element(parsedName name: String, namespace: XMLNamespace?) -> XMLElement {
        let node = node(parsedName: name, pointer(to: namespace))
        detached.insert(node)
        return XMLElement(tree: self, node: node)
    }

    /// A new node that the caller puts somewhere at once.
    func node(parsedName name: String, _ namespace: xmlNsPtr?) -> xmlNodePtr {
        guard let node = xmlNewDocNode(document, nil, name, nil) else {
            fatalError("No memory for an XML element")
        }
        node.pointee.ns = namespace
        return node
    }

    func detach(_ node: xmlNodePtr) {
        xmlUnlinkNode(node)
        detached.insert(node)
    }

    func attached(_ node: xmlNodePtr) {
        detached.remove(node)
    }

    /// The one record of a namespace that all elements made in this tree share. It is declared nowhere in the tree: the
    /// writer declares what it meets, so that elements can be moved without losing theirs.
    func pointer(to namespace: XMLNamespace?) -> xmlNsPtr? {
        guard let namespace, !namespace.uri.isEmpty else { return nil }
        if namespace.uri == XMLNamespace.xml.uri { return xmlSearchNs(document, rootNode, "xml") }
        if let known = namespaces.first(where: { $0.namespace == namespace }) { return known.pointer }
        guard let made = xmlNewNs(nil, LibXML.stored(uri: namespace.uri), namespace.prefix) else {
            fatalError("No memory for an XML namespace")
        }
        namespaces.append((namespace, made))
        return made
    }
}
