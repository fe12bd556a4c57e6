/// A heading, paragraph, entry of a list or row of a table, as far as a comparison of two texts goes.
struct DocumentBlock: Hashable {
    /// 1…4 of a heading; nil of anything else.
    let level: Int?
    let text: String

    /// Those of a page in order. The list of contents, the cover note and the markings follow from the rest.
    static func all(of page: PageElement) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        for body in page.children where body.name == .body { collect(body, into: &blocks) }
        return blocks
    }

    private static func collect(_ element: PageElement, into blocks: inout [DocumentBlock]) {
        if element.name == .nav || element.name == .aside || element.has("marking") { return }
        if element.name == .tr {
            add(element.children.map { text(of: $0) }.joined(separator: " | "), nil, &blocks)
        } else if element.name.isTextOnly || !hasBlocks(element) {
            add(text(of: element), element.name.headingLevel, &blocks)
        } else {
            for child in element.children { collect(child, into: &blocks) }
        }
    }

    private static func hasBlocks(_ element: PageElement) -> Bool {
        element.children.contains { !$0.name.isInline }
    }

    private static func text(of element: PageElement) -> String {
        element.content.reduce(into: "") { text, piece in
            switch piece {
            case .text(let own): text += own.string
            case .element(let child): text += child.name == .br ? " " : self.text(of: child)
            }
        }
    }

    private static func add(_ text: String, _ level: Int?, _ blocks: inout [DocumentBlock]) {
        let text = DocumentText.collapsed(text)
        if !DocumentText.isBlank(text) { blocks.append(DocumentBlock(level: level, text: text)) }
    }
}
