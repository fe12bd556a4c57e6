internal import CLibXML2

/// Writes a tree as XML, always the same bytes for the same tree, with every namespace declared where it is first needed.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []
    /// By where libxml2 has them.
    private var namespaces: [xmlNsPtr: XMLNamespace?] = [:]

    mutating func write(_ node: xmlNodePtr, in scope: XMLScope = XMLScope()) {
        switch node.pointee.type {
        case XML_ELEMENT_NODE: writeElement(node, in: scope)
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: escape(node.pointee.content, inAttribute: false)
        case XML_COMMENT_NODE: append("<!--", LibXML.string(node.pointee.content) ?? "", "-->")
        case XML_PI_NODE:
            let content = LibXML.string(node.pointee.content) ?? ""
            append("<?", LibXML.string(node.pointee.name) ?? "")
            append(content.isEmpty ? "" : " ", content, "?>")
        default: break
        }
    }

    mutating func append(_ texts: String...) {
        for text in texts { bytes.append(contentsOf: text.utf8) }
    }

    private mutating func writeElement(_ node: xmlNodePtr, in outer: XMLScope) {
        var scope = outer
        scope.open(node)
        let prefix = scope.elementPrefix(namespace(node.pointee.ns))
        let prefixes = AttributeList(first: node.pointee.properties).map {
            $0.pointee.ns == nil ? "" : scope.attributePrefix(namespace($0.pointee.ns))
        }
        add("<")
        add(prefix, node.pointee.name)
        for (prefix, uri) in scope.declarations {
            add(prefix.isEmpty ? " xmlns" : " xmlns:")
            append(prefix)
            add("=\"")
            uri.withCString { uri in
                uri.withMemoryRebound(to: xmlChar.self, capacity: 1) { escape($0, inAttribute: true) }
            }
            add("\"")
        }
        for (prefix, attribute) in zip(prefixes, AttributeList(first: node.pointee.properties)) {
            add(" ")
            add(prefix, attribute.pointee.name)
            add("=\"")
            for part in NodeList(first: attribute.pointee.children) { escape(part.pointee.content, inAttribute: true) }
            add("\"")
        }
        guard node.pointee.children != nil else { return add("/>") }
        add(">")
        for child in NodeList(first: node.pointee.children) { write(child, in: scope) }
        add("</")
        add(prefix, node.pointee.name)
        add(">")
    }

    private mutating func namespace(_ pointer: xmlNsPtr?) -> XMLNamespace? {
        guard let pointer else { return nil }
        if let known = namespaces[pointer] { return known }
        let namespace = XMLNamespace(pointer)
        namespaces.updateValue(namespace, forKey: pointer)
        return namespace
    }

    private mutating func add(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func add(_ prefix: String, _ name: UnsafePointer<xmlChar>?) {
        if !prefix.isEmpty {
            append(prefix)
            add(":")
        }
        if let name { bytes.append(contentsOf: UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))) }
    }

    private mutating func escape(_ content: UnsafePointer<xmlChar>?, inAttribute: Bool) {
        guard let content else { return }
        let text = UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content)))
        var start = 0
        for (place, byte) in text.enumerated() where byte <= 0x3E {
            guard let escaped = Self.escaped(byte, inAttribute: inAttribute) else { continue }
            bytes.append(contentsOf: text[start..<place])
            add(escaped)
            start = place + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    /// Nil where it stands for itself.
    private static func escaped(_ byte: UInt8, inAttribute: Bool) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case 0x0D: "&#13;"
        case UInt8(ascii: "\"") where inAttribute: "&quot;"
        // A reader would make spaces of these.
        case 0x09 where inAttribute: "&#9;"
        case 0x0A where inAttribute: "&#10;"
        default: nil
        }
    }
}

extension XMLTree {
    /// The document as UTF-8, ending in a line end. Throws where there was no memory for all of it.
    package func serialised(declaration: Bool = true) throws(XMLFaults) -> [UInt8] {
        try checkIsWhole()
        var writer = XMLWriter()
        if declaration { writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        for node in NodeList(first: document.pointee.children) {
            writer.write(node)
            writer.append("\n")
        }
        return writer.bytes
    }
}
