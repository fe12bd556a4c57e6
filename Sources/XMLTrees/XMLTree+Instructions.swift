internal import CLibXML2

/// A processing instruction: `<?xml-stylesheet href="…"?>`.
package struct XMLInstruction: Hashable, Sendable {
    /// `xml-stylesheet`
    package let target: String
    package let line: Int?
}

extension XMLTree {
    /// All of the document, before, in and after its root, in their order; the XML declaration is none.
    package var instructions: [XMLInstruction] {
        var found: [XMLInstruction] = []
        Self.collect(document.pointee.children, into: &found)
        return found
    }

    private static func collect(_ first: xmlNodePtr?, into found: inout [XMLInstruction]) {
        for node in NodeList(first: first) {
            switch node.pointee.type {
            case XML_PI_NODE:
                let line = xmlGetLineNo(node)
                found.append(
                    XMLInstruction(target: LibXML.string(node.pointee.name) ?? "", line: line > 0 ? line : nil))
            case XML_ELEMENT_NODE: collect(node.pointee.children, into: &found)
            default: break
            }
        }
    }
}
