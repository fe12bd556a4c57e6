import XMLTrees

/// The filled tree as a page that stands alone.
enum HTMLPage {
    static func bytes(of tree: XMLTree, stylesheet: String) throws(XMLFaults) -> [UInt8] {
        for link in tree.root.descendants("link", in: XMLNamespace.xhtml.uri) { link.remove() }
        let text = try tree.html()
        // All text is escaped, so that this can only be the tag.
        guard let end = text.utf8.firstRange(of: "</head>".utf8) else { return Array(text.utf8) }
        return Array(text.utf8[..<end.lowerBound]) + Array("<style>\n\(stylesheet)</style>\n".utf8)
            + Array(text.utf8[end.lowerBound...])
    }
}
