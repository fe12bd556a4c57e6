internal import CLibXML2

/// Writes a tree as XML, always the same bytes for the same tree, with every namespace declared where it is first needed.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ node: xmlNodePtr, in scope: XMLScope = XMLScope()) {
        let content = LibXML.string(node.pointee.content) ?? ""
        switch node.pointee.type {
        case XML_ELEMENT_NODE: writeElement(node, in: scope)
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: escape(content, inAttribute: false)
        case XML_COMMENT_NODE: append("<!--", content, "-->")
        case XML_PI_NODE:
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
        let name = scope.elementName(LibXML.string(node.pointee.name) ?? "", XMLNamespace(node.pointee.ns))
        var attributes: [(name: String, value: String)] = []
        for attribute in XMLElement.attributes(of: node) {
            attributes.append((scope.attributeName(attribute.name, attribute.namespace), attribute.value))
        }
        append("<", name)
        for (prefix, uri) in scope.declarations {
            writeAttribute(prefix.isEmpty ? "xmlns" : "xmlns:" + prefix, uri)
        }
        for attribute in attributes { writeAttribute(attribute.name, attribute.value) }
        guard node.pointee.children != nil else {
            append("/>")
            return
        }
        append(">")
        for child in NodeList(first: node.pointee.children) { write(child, in: scope) }
        append("</", name, ">")
    }

    private mutating func writeAttribute(_ name: String, _ value: String) {
        append(" ", name, "=\"")
        escape(value, inAttribute: true)
        append("\"")
    }

    private mutating func escape(_ text: String, inAttribute: Bool) {
        let isPlain: Bool? = text.utf8.withContiguousStorageIfAvailable { text in
            let isPlain = text.allSatisfy { byte in
                byte > 0x3E || byte == 0x20 || (byte == 0x0A && !inAttribute)
                    || (byte > 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E)
            }
            if isPlain { bytes.append(contentsOf: text) }
            return isPlain
        }
        if isPlain == true { return }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case 0x0D: append("&#13;")
            case UInt8(ascii: "\"") where inAttribute: append("&quot;")
            // A reader would make spaces of these.
            case 0x09 where inAttribute: append("&#9;")
            case 0x0A where inAttribute: append("&#10;")
            default: bytes.append(byte)
            }
        }
    }
}

extension XMLTree {
    /// The document as UTF-8, ending in a line end.
    package func serialised(declaration: Bool = true) -> [UInt8] {
        var writer = XMLWriter()
        if declaration { writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        for node in NodeList(first: document.pointee.children) {
            writer.write(node)
            writer.append("\n")
        }
        return writer.bytes
    }
}
