import XMLTrees

/// Writes a page as the content of an OpenDocument text: the same headings, lists, tables and words.
struct ODTBody {
    let content: XMLTree
    /// Charts: paths in the package, and their SVG.
    private(set) var pictures: [(path: String, bytes: [UInt8])] = []
    private let automatic: XMLElement
    private let text: XMLElement
    private var tables = 0
    private var columnWidths: Set<Int> = []

    init() throws(XMLFaults) {
        content = try ODF.document(
            "document-content", ODF.office, declaring: [ODF.text, ODF.table, ODF.style, ODF.fo, ODF.link])
        automatic = content.root.append("automatic-styles")
        text = content.root.append("body").append("text")
    }

    mutating func write(_ page: XMLTree) throws(XMLFaults) {
        guard let body = page.root.child("body", in: XMLNamespace.xhtml.uri) else { return }
        try write(inside: body, into: text, style: "Text_20_body")
        ODTTableStyles.write(columnWidths: columnWidths, into: automatic)
    }

    /// Blocks become blocks, and running text between them paragraphs of that style.
    private mutating func write(inside element: XMLElement, into parent: XMLElement, style: String) throws(XMLFaults) {
        var run = ODTRun()
        for piece in element.content {
            switch piece {
            case .text(let string): run.add(string)
            case .element(let child) where TemplateLanguage.inline.contains(child.name): run.add(child)
            case .element(let child):
                run.write(into: parent, style: style)
                try block(child, into: parent, style: style)
            }
        }
        run.write(into: parent, style: style)
    }

    private mutating func block(_ element: XMLElement, into parent: XMLElement, style: String) throws(XMLFaults) {
        let classes = element.classes
        // The marking stands in the header and footer of every page.
        if classes.contains("marking") { return }
        switch element.name {
        case "h1", "h2", "h3", "h4": heading(element, into: parent)
        case "p": paragraph(element, into: parent, style: Self.style(for: classes) ?? style)
        case "ul", "ol": try list(element, into: parent)
        case "dl": try terms(element, into: parent)
        case "table": try table(element, into: parent)
        case "nav" where element["id"] == "contents": contents(element, into: parent)
        case "svg": try chart(element, into: parent)
        case "aside": try write(inside: element, into: parent, style: "Note")
        default: try write(inside: element, into: parent, style: style)
        }
    }

    private static func style(for classes: [Substring]) -> String? {
        for name in classes {
            switch name {
            case "guidance": return "Guidance"
            case "subtitle": return "Subtitle"
            case "note": return "Note"
            case "line": return "Signature_20_line"
            default: continue
            }
        }
        return nil
    }

    private func paragraph(_ element: XMLElement, into parent: XMLElement, style: String) {
        var run = ODTRun()
        run.add(inside: element)
        run.write(into: parent, style: style)
    }

    private func heading(_ element: XMLElement, into parent: XMLElement) {
        let level = TemplateLanguage.headingLevel(element.name) ?? 1
        let heading = parent.append("h", namespace: ODF.text)
        let isAnnex = level == 2 && (element.parent?.classes.contains("annex") ?? false)
        heading.set("style-name", in: ODF.text, to: isAnnex ? "Annex_20_heading" : "Heading_20_\(level)")
        heading.set("outline-level", in: ODF.text, to: String(level))
        // A section's own id is what links to it name.
        let names = [element["id"], element.parent?.name == "section" && level == 2 ? element.parent?["id"] : nil]
        for name in names.compactMap({ $0 }) {
            heading.append("bookmark", namespace: ODF.text).set("name", in: ODF.text, to: name)
        }
        var run = ODTRun()
        run.add(inside: element)
        run.write(inside: heading)
    }

    private mutating func list(_ element: XMLElement, into parent: XMLElement) throws(XMLFaults) {
        let list = parent.append("list", namespace: ODF.text)
        list.set("style-name", in: ODF.text, to: element.name == "ol" ? "Numbers" : "Bullets")
        for item in element.children {
            let entry = list.append("list-item", namespace: ODF.text)
            // Not the style around the list: a note's, for one, would undo the indents.
            try write(inside: item, into: entry, style: "List_20_text")
        }
    }

    /// A list of terms and what they mean: a bold line, then an indented one.
    private mutating func terms(_ element: XMLElement, into parent: XMLElement) throws(XMLFaults) {
        for part in element.children {
            try write(inside: part, into: parent, style: part.name == "dt" ? "Term" : "Meaning")
        }
    }

    private func contents(_ element: XMLElement, into parent: XMLElement) {
        let contents = parent.append("table-of-content", namespace: ODF.text)
        contents.set("name", in: ODF.text, to: "Contents")
        let source = contents.append("table-of-content-source")
        source.set("outline-level", in: ODF.text, to: "2")
        source.append("index-title-template", text: "Contents").set(
            "style-name", in: ODF.text, to: "Contents_20_heading")
        for level in ["1", "2"] {
            let template = source.append("table-of-content-entry-template")
            template.set("outline-level", in: ODF.text, to: level)
            template.set("style-name", in: ODF.text, to: "Contents_20_entry")
            for part in ["index-entry-link-start", "index-entry-chapter", "index-entry-text", "index-entry-link-end"] {
                template.append(part)
            }
            template.append("index-entry-tab-stop").set("type", in: ODF.style, to: "right")
            template.append("index-entry-page-number")
        }
        let body = contents.append("index-body")
        let title = body.append("index-title")
        title.set("name", in: ODF.text, to: "Contents heading")
        let heading = element.children.first { TemplateLanguage.headingLevel($0.name) != nil || $0.name == "p" }
        title.append("p", text: DocumentText.collapsed(heading?.text ?? "Contents"))
            .set("style-name", in: ODF.text, to: "Contents_20_heading")
        for link in element.descendants("a", in: XMLNamespace.xhtml.uri) {
            var run = ODTRun()
            run.add(link)
            guard let entry = run.write(into: body, style: "Contents_20_entry"), let target = link["href"] else {
                continue
            }
            // Whatever lays the document out fills the number in.
            entry.append("tab")
            let page = entry.append("bookmark-ref")
            page.set("reference-format", in: ODF.text, to: "page")
            page.set("ref-name", in: ODF.text, to: String(target.unicodeScalars.dropFirst()))
        }
    }

    /// A picture as wide as the text, with the words that stand for it.
    private mutating func chart(_ element: XMLElement, into parent: XMLElement) throws(XMLFaults) {
        let picture = try SVGPicture(element)
        let number = pictures.count + 1
        let path = "Pictures/chart-\(number).svg"
        pictures.append((path, picture.bytes))
        let paragraph = parent.append("p", namespace: ODF.text)
        paragraph.set("style-name", in: ODF.text, to: "Text_20_body")
        let frame = paragraph.append("frame", namespace: ODF.drawing)
        frame.set("name", in: ODF.drawing, to: "Chart \(number)")
        frame.set("anchor-type", in: ODF.text, to: "as-char")
        frame.set("width", in: ODF.svg, to: "17cm")
        frame.set("height", in: ODF.svg, to: "\(picture.millimetres(ofWidth: 170))mm")
        let image = frame.append("image")
        for (name, value) in [("href", path), ("type", "simple"), ("show", "embed"), ("actuate", "onLoad")] {
            image.set(name, in: ODF.link, to: value)
        }
        frame.append("title", namespace: ODF.svg, text: picture.title)
        frame.append("desc", namespace: ODF.svg, text: picture.words)
    }

    // MARK: Tables

    private mutating func table(_ element: XMLElement, into parent: XMLElement) throws(XMLFaults) {
        tables += 1
        if let caption = element.children.first(where: { $0.name == "caption" }) {
            paragraph(caption, into: parent, style: "Caption")
        }
        let rows = element.descendants("tr", in: XMLNamespace.xhtml.uri)
        guard let columns = rows.map(\.children.count).max(), columns > 0 else { return }
        let table = parent.append("table", namespace: ODF.table)
        table.set("name", in: ODF.table, to: "Table \(tables)")
        table.set("style-name", in: ODF.table, to: "Data_20_table")
        for width in Self.widths(of: element, columns: columns) {
            columnWidths.insert(width)
            table.append("table-column").set("style-name", in: ODF.table, to: "Column.\(width)")
        }
        let headerRows = rows.filter { $0.parent?.name == "thead" }
        if !headerRows.isEmpty {
            let header = table.append("table-header-rows")
            for row in headerRows { try self.row(row, into: header) }
        }
        for row in rows where row.parent?.name != "thead" { try self.row(row, into: table) }
        // Two tables would grow together without a paragraph between them.
        parent.append("p", namespace: ODF.text).set("style-name", in: ODF.text, to: "After_20_table")
    }

    private mutating func row(_ row: XMLElement, into parent: XMLElement) throws(XMLFaults) {
        let made = parent.append("table-row")
        made.set("style-name", in: ODF.table, to: "Data_20_row")
        for cell in row.children {
            let isHeader = cell.name == "th"
            let entry = made.append("table-cell")
            entry.set("style-name", in: ODF.table, to: isHeader ? "Header_20_cell" : "Data_20_cell")
            entry.set("value-type", in: ODF.office, to: "string")
            try write(inside: cell, into: entry, style: isHeader ? "Table_20_heading" : "Table_20_text")
        }
    }

    /// In hundredths of a centimetre, together 17 cm: columns of class `narrow` weigh 1, `wide` 4, others 2.
    private static func widths(of table: XMLElement, columns: Int) -> [Int] {
        let marks = table.descendants("col", in: XMLNamespace.xhtml.uri).map { column in
            column.classes.contains("narrow") ? 1 : column.classes.contains("wide") ? 4 : 2
        }
        let weights = (0..<columns).map { $0 < marks.count ? marks[$0] : 2 }
        let sum = weights.reduce(0, +)
        return weights.map { 1700 * $0 / sum }
    }
}
