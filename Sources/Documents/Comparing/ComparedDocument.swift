/// Two versions of a document as one, its changes marked.
package struct ComparedDocument: Sendable {
    package let title: String
    /// Passages in which anything differs.
    package let changes: Int
    let page: [UInt8]
    let odtBytes: [UInt8]

    /// HTML5 with `ins` and `del`.
    package func html() -> [UInt8] { page }

    /// OpenDocument Text with tracked changes, which a word processor accepts or rejects one by one.
    package func odt() -> [UInt8] { odtBytes }

    /// - Parameters:
    ///   - versions: what each is, for the reader: `version 3 of the share, 1 April 2026`.
    package init(
        from old: FilledDocument, to new: FilledDocument, versions: (old: String, new: String),
        in templates: DocumentTemplates
    ) throws {
        let comparison = DocumentComparison(
            from: DocumentBlock.all(of: old.page), to: DocumentBlock.all(of: new.page))
        title = "Changes: \(new.title)"
        changes = comparison.blocks.reduce(0) { $0 + $1.changes }
        let words =
            "From \(versions.old) to \(versions.new): "
            + (changes == 1 ? "1 passage differs." : "\(changes) passages differ.")
        page = HTMLPage.bytes(
            of: Self.page(of: comparison, title: title, words: words, marking: new.properties.marking),
            stylesheet: templates.stylesheet, marking: new.properties.marking)
        var properties = new.properties
        properties.title = title
        odtBytes = try ODTPackage.bytes(
            of: ODTDocument(
                content: ComparisonODT.content(of: comparison, words: words, day: properties.day), properties))
    }

    private static func page(
        of comparison: DocumentComparison, title: String, words: String, marking: String
    ) -> PageElement {
        let head = PageElement(
            PageTag(.head),
            [
                .element(PageElement(PageTag(.meta, .charset, "UTF-8"))),
                .element(
                    PageElement(
                        PageTag(.meta, .name, "viewport").setting(
                            .content, to: "width=device-width, initial-scale=1"))),
                .element(PageElement(PageTag(.title), text: title)),
            ])
        let note = PageElement(
            PageTag(.p), text: words + " What was put in is underlined; what was taken out is struck through.")
        let blocks = comparison.blocks.map { PageContent.element(element($0)) }
        let main = PageElement(
            PageTag(.main),
            [.element(PageElement(PageTag(.aside, .label, "What is compared"), [.element(note)]))] + blocks)
        let mark = PageContent.element(PageElement(PageTag(.p, .class, "marking"), text: marking))
        let body = PageElement(
            PageTag(.body),
            [
                .element(PageElement(PageTag(.header), [mark])), .element(main),
                .element(PageElement(PageTag(.footer), [mark])),
            ])
        return PageElement(PageTag(.html, .lang, "en-GB"), [.element(head), .element(body)])
    }

    private static func element(_ block: DocumentComparison.Block) -> PageElement {
        switch block {
        case .text(let level, let pieces):
            let name: PageTag.Name =
                switch level {
                case 1: .h1
                case 2: .h2
                case 3: .h3
                case 4: .h4
                default: .p
                }
            return PageElement(PageTag(name), pieces.map(content))
        case .table(let shape, let change, let rows):
            let caption = content(DocumentComparison.Piece(change: change, text: shape.caption))
            let head = rows.filter(\.isHead).map { PageContent.element(element($0)) }
            let body = rows.filter { !$0.isHead }.map { PageContent.element(element($0)) }
            return PageElement(
                PageTag(.table),
                [.element(PageElement(PageTag(.caption), [caption]))]
                    + (head.isEmpty ? [] : [.element(PageElement(PageTag(.thead), head))])
                    + [.element(PageElement(PageTag(.tbody), body))])
        }
    }

    private static func element(_ row: DocumentComparison.Row) -> PageElement {
        let cells = row.cells.map { cell in
            let tag = cell.isHeader ? PageTag(.th, .scope, row.isHead ? "col" : "row") : PageTag(.td)
            return PageContent.element(PageElement(tag, cell.pieces.map(content)))
        }
        return PageElement(row.isChanged ? PageTag(.tr, .class, "changed") : PageTag(.tr), cells)
    }

    private static func content(_ piece: DocumentComparison.Piece) -> PageContent {
        switch piece.change {
        case .same: .text(PageText(piece.text))
        case _ where piece.text.isEmpty: .text(PageText(""))
        case .inserted: .element(PageElement(PageTag(.ins), text: piece.text))
        case .deleted: .element(PageElement(PageTag(.del), text: piece.text))
        }
    }
}
