internal import CLibXML2
internal import Synchronization

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
    /// Stands for every element that there was no memory for: it is never placed anywhere.
    private let missing: xmlNodePtr
    /// `LibXML.shortages` when the tree was begun.
    private let shortages: Int

    /// Takes over a document, begun after so many shortages of memory.
    init(adopting document: xmlDocPtr, root: xmlNodePtr, after shortages: Int) throws(XMLFaults) {
        guard let missing = xmlNewDocNode(document, nil, "missing", nil) else {
            xmlFreeDoc(document)
            throw .noMemory
        }
        self.document = document
        self.rootNode = root
        self.missing = missing
        self.shortages = shortages
    }

    /// A new document with nothing but its root element. Throws only where there is no memory for it.
    package convenience init(root name: String, namespace: XMLNamespace? = nil) throws(XMLFaults) {
        LibXML.prepare()
        let shortages = LibXML.shortages.load(ordering: .relaxed)
        guard let document = xmlNewDoc("1.0") else { throw .noMemory }
        guard let root = xmlNewDocNode(document, nil, XMLText.name(name), nil) else {
            xmlFreeDoc(document)
            throw .noMemory
        }
        xmlDocSetRootElement(document, root)
        try self.init(adopting: document, root: root, after: shortages)
        root.pointee.ns = pointer(to: namespace)
    }

    deinit {
        xmlFreeNode(missing)
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
        if !isMissing(node) { detached.insert(node) }
        return XMLElement(tree: self, node: node)
    }

    /// A new node that the caller puts somewhere at once.
    func node(parsedName name: String, _ namespace: xmlNsPtr?) -> xmlNodePtr {
        guard let node = xmlNewDocNode(document, nil, name, nil) else { return missing }
        node.pointee.ns = namespace
        return node
    }

    /// Whether the node stands for one that there was no memory for.
    func isMissing(_ node: xmlNodePtr) -> Bool { node == missing }

    /// Throws where there may not have been memory for all of the tree: a document is complete or absent.
    func checkIsWhole() throws(XMLFaults) {
        if LibXML.shortages.load(ordering: .relaxed) != shortages { throw .noMemory }
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
        guard let pointer = xmlNewNs(nil, LibXML.stored(uri: namespace.uri), namespace.prefix) else { return nil }
        namespaces.append((namespace, pointer))
        return pointer
    }
}
