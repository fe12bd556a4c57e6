/// A heading, paragraph, entry of a list or table, as far as a comparison of two texts goes.
enum DocumentBlock: Hashable {
    /// - level: 1…4 of a heading; nil of anything else.
    case text(level: Int?, String)
    case table(DocumentTable)

    /// Those of a page in order. The list of contents, the cover note and the markings follow from the rest.
    static func all(of page: PageElement) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        for body in page.children where body.name == .body { collect(body, into: &blocks) }
        return blocks
    }

    private static func collect(_ element: PageElement, into blocks: inout [DocumentBlock]) {
        if element.name == .nav || element.name == .aside || element.has("marking") { return }
        if element.name == .table {
            if let table = DocumentTable(element) { blocks.append(.table(table)) }
        } else if element.name.isTextOnly || !hasBlocks(element) {
            let text = text(of: element)
            if !DocumentText.isBlank(text) { blocks.append(.text(level: element.name.headingLevel, text)) }
        } else {
            for child in element.children { collect(child, into: &blocks) }
        }
    }

    private static func hasBlocks(_ element: PageElement) -> Bool {
        element.children.contains { !$0.name.isInline }
    }

    /// As one line.
    static func text(of element: PageElement) -> String {
        DocumentText.collapsed(lines(of: element))
    }

    private static func lines(of element: PageElement) -> String {
        element.content.reduce(into: "") { text, piece in
            switch piece {
            case .text(let own): text += own.string
            case .element(let child):
                // What stands below each other in a cell is kept apart: `Date of birth; Address`.
                if !child.name.isInline, !text.isEmpty { text += child.name == .li ? "; " : " " }
                text += child.name == .br ? " " : lines(of: child)
            }
        }
    }
}
