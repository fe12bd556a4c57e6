import XMLTrees

/// The filled tree as a page that stands alone.
enum HTMLPage {
    static func bytes(of tree: XMLTree, stylesheet: String) throws(XMLFaults) -> [UInt8] {
        for link in tree.root.descendants("link", in: XMLNamespace.xhtml.uri) { link.remove() }
        var page = Array(try tree.html().utf8)
        // All text is escaped, so that this can only be the tag.
        let tag = Array("</head>".utf8)
        if let end = page.indices.first(where: { page[$0] == tag[0] && page[$0...].starts(with: tag) }) {
            page.insert(contentsOf: "<style>\n\(stylesheet)</style>\n".utf8, at: end)
        }
        return page
    }
}
