import XMLTrees

/// A heading, paragraph, entry of a list or row of a table, as far as a comparison of two texts goes.
struct DocumentBlock: Hashable {
    /// 1…4 of a heading; nil of anything else.
    let level: Int?
    let text: String

    /// Those of a page in order. The list of contents, the cover note and the markings follow from the rest.
    static func all(of source: [UInt8]) throws -> [DocumentBlock] {
        let page = try XMLTree.parse(source, limits: .own)
        guard let body = page.root.child("body", in: XMLNamespace.xhtml.uri) else { return [] }
        var blocks: [DocumentBlock] = []
        collect(body, into: &blocks)
        return blocks
    }

    private static func collect(_ element: XMLElement, into blocks: inout [DocumentBlock]) {
        if element.name == "nav" || element.name == "aside" || element.classes.contains("marking") { return }
        if element.name == "tr" {
            add(element.children.map { text(of: $0) }.joined(separator: " | "), nil, &blocks)
        } else if TemplateLanguage.textOnly.contains(element.name) || !hasBlocks(element) {
            add(text(of: element), TemplateLanguage.headingLevel(element.name), &blocks)
        } else {
            for child in element.children { collect(child, into: &blocks) }
        }
    }

    private static func hasBlocks(_ element: XMLElement) -> Bool {
        element.children.contains { !TemplateLanguage.inline.contains($0.name) }
    }

    private static func text(of element: XMLElement) -> String {
        var text = ""
        for piece in element.content {
            switch piece {
            case .text(let string): text += string
            case .element(let child): text += child.name == "br" ? " " : self.text(of: child)
            }
        }
        return text
    }

    private static func add(_ text: String, _ level: Int?, _ blocks: inout [DocumentBlock]) {
        let text = DocumentText.collapsed(text)
        if !DocumentText.isBlank(text) { blocks.append(DocumentBlock(level: level, text: text)) }
    }
}
