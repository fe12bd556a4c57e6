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
        changes = comparison.blocks.count(where: \.isChanged)
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
                content: try ComparisonODT.content(of: comparison, words: words, day: properties.day),
                properties))
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
        let name: PageTag.Name =
            switch block.level {
            case 1: .h1
            case 2: .h2
            case 3: .h3
            case 4: .h4
            default: .p
            }
        return PageElement(
            PageTag(name),
            block.pieces.map { piece in
                switch piece.change {
                case .same: .text(PageText(piece.text))
                case .inserted: .element(PageElement(PageTag(.ins), text: piece.text))
                case .deleted: .element(PageElement(PageTag(.del), text: piece.text))
                }
            })
    }
}
