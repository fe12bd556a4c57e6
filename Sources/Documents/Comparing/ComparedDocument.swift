import XMLTrees

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
            from: try DocumentBlock.all(of: old.source), to: try DocumentBlock.all(of: new.source))
        title = "Changes: \(new.title)"
        changes = comparison.blocks.count(where: \.isChanged)
        let words =
            "From \(versions.old) to \(versions.new): "
            + (changes == 1 ? "1 passage differs." : "\(changes) passages differ.")
        page = try HTMLPage.bytes(
            of: Self.page(of: comparison, title: title, words: words, marking: new.properties.marking),
            stylesheet: templates.stylesheet)
        var properties = new.properties
        properties.title = title
        odtBytes = try ODTPackage.bytes(
            of: ODTDocument(
                content: try ComparisonODT.content(of: comparison, words: words, day: properties.day), properties))
    }

    private static func page(
        of comparison: DocumentComparison, title: String, words: String, marking: String
    ) throws -> XMLTree {
        let tree = try XMLTree(root: "html", namespace: .xhtml)
        tree.root.set("lang", to: "en-GB")
        let head = tree.root.append("head")
        head.append("meta").set("charset", to: "UTF-8")
        let viewport = head.append("meta")
        viewport.set("name", to: "viewport")
        viewport.set("content", to: "width=device-width, initial-scale=1")
        head.append("title", text: title)
        let body = tree.root.append("body")
        mark(marking, into: body.append("header"))
        let main = body.append("main")
        let note = main.append("aside")
        note.set("aria-label", to: "What is compared")
        note.append("p", text: words + " What was put in is underlined; what was taken out is struck through.")
        for block in comparison.blocks {
            let element = main.append(block.level.map { "h\($0)" } ?? "p")
            for piece in block.pieces {
                switch piece.change {
                case .same: element.append(text: piece.text)
                case .inserted: element.append("ins", text: piece.text)
                case .deleted: element.append("del", text: piece.text)
                }
            }
        }
        mark(marking, into: body.append("footer"))
        return tree
    }

    private static func mark(_ marking: String, into element: XMLElement) {
        element.append("p", text: marking).set("class", to: "marking")
    }
}
