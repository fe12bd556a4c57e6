import XMLTrees

/// Writes a page as the content of an OpenDocument text: the same headings, lists, tables and words.
struct ODTBody {
    private var text = XMLMarkup()
    /// Charts: paths in the package, and their SVG.
    private(set) var pictures: [(path: String, bytes: [UInt8])] = []
    private var tables = 0
    private var columnWidths: Set<Int> = []

    init() { text.reserve(1 << 16) }

    mutating func write(_ page: PageElement) throws(XMLFaults) {
        for body in page.children where body.name == .body { try write(inside: body, style: .body) }
    }

    /// `content.xml` with all that was written.
    func content() -> [UInt8] {
        var content = ODF.begin(
            "office:document-content", declaring: [ODF.office, ODF.text, ODF.table, ODF.style, ODF.fo, ODF.link])
        content.reserve(text.bytes.count + 4096)
        content.set(" office:version=\"1.2\"")
        content.open("office:automatic-styles")
        ODTTableStyles.write(columnWidths: columnWidths, into: &content)
        content.close("office:automatic-styles")
        content.open("office:body")
        content.open("office:text")
        content.append(text)
        content.close("office:text")
        content.close("office:body")
        content.close("office:document-content")
        content.end()
        return content.bytes
    }

    /// Blocks become blocks, and running text between them paragraphs of that style.
    private mutating func write(inside element: PageElement, style: ODTStyle) throws(XMLFaults) {
        var run = ODTRun(paragraph: style)
        // A block of lines to sign on stays together, and with its heading.
        let lastLine = element.content.lastIndex { piece in
            if case .element(let child) = piece { child.has("line") } else { false }
        }
        for (place, piece) in element.content.enumerated() {
            switch piece {
            case .element(let child) where place == lastLine:
                run.end(in: &text)
                paragraph(child, style: .lastSignatureLine)
            case .text(let string): run.add(string, to: &text)
            case .element(let child) where child.name.isInline: run.add(child, to: &text)
            case .element(let child):
                run.end(in: &text)
                try block(child, in: element, style: style)
            }
        }
        run.end(in: &text)
    }

    private mutating func block(_ element: PageElement, in parent: PageElement, style: ODTStyle) throws(XMLFaults) {
        // The marking stands in the header and footer of every page.
        if element.has("marking") { return }
        switch element.name {
        case .h1, .h2, .h3, .h4: heading(element, in: parent)
        case .p: paragraph(element, style: ODTStyle(classes: element.tag.classes) ?? style)
        case .ul, .ol: try list(element)
        case .dl: try terms(element)
        case .table: try table(element)
        case .nav where element.tag.id == "contents": contents(element)
        case .svg: try chart(element)
        case .aside: try write(inside: element, style: .note)
        default: try write(inside: element, style: style)
        }
    }

    private mutating func paragraph(_ element: PageElement, style: ODTStyle) {
        var run = ODTRun(paragraph: style)
        run.add(inside: element, to: &text)
        run.end(in: &text)
    }

    private mutating func heading(_ element: PageElement, in parent: PageElement) {
        let level = element.name.headingLevel ?? 1
        let isAnnex = level == 2 && parent.has("annex")
        text.open("text:h")
        text.set((isAnnex ? .annexHeading : ODTStyle(headingLevel: level)).attribute)
        text.set("text:outline-level", to: String(level))
        // A section's own id is what links to it name.
        let names = [element.tag.id, parent.name == .section && level == 2 ? parent.tag.id : nil]
        for name in names.compactMap({ $0 }) {
            text.open("text:bookmark")
            text.set("text:name", to: name)
            text.close("text:bookmark")
        }
        var run = ODTRun(paragraph: nil)
        run.add(inside: element, to: &text)
        text.close("text:h")
    }

    private mutating func list(_ element: PageElement) throws(XMLFaults) {
        text.open("text:list")
        text.set(element.name == .ol ? " text:style-name=\"Numbers\"" : " text:style-name=\"Bullets\"")
        for item in element.children {
            text.open("text:list-item")
            // Not the style around the list: a note's, for one, would undo the indents.
            try write(inside: item, style: .listText)
            text.close("text:list-item")
        }
        text.close("text:list")
    }

    /// A list of terms and what they mean: a bold line, then an indented one.
    private mutating func terms(_ element: PageElement) throws(XMLFaults) {
        for part in element.children { try write(inside: part, style: part.name == .dt ? .term : .meaning) }
    }

    private mutating func contents(_ element: PageElement) {
        text.append(Self.contentsSource)
        text.append("<text:index-body><text:index-title text:name=\"Contents heading\">")
        let heading = element.children.first { $0.name.headingLevel != nil || $0.name == .p }
        text.open("text:p")
        text.set(ODTStyle.contentsHeading.attribute)
        text.append(text: DocumentText.collapsed(heading?.text ?? "Contents"))
        text.close("text:p")
        text.append("</text:index-title>")
        for link in element.descendants(.a) {
            var run = ODTRun(paragraph: .contentsEntry)
            run.add(link, to: &text)
            if run.hasBegun, let target = link.tag[.href] {
                // Whatever lays the document out fills the number in.
                text.append("<text:tab/>")
                text.open("text:bookmark-ref")
                text.set(" text:reference-format=\"page\"")
                text.set("text:ref-name", to: String(target.unicodeScalars.dropFirst()))
                text.close("text:bookmark-ref")
            }
            run.end(in: &text)
        }
        text.append("</text:index-body></text:table-of-content>")
    }

    private static let contentsSource: StaticString = """
        <text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="2">\
        <text:index-title-template text:style-name="Contents_20_heading">Contents</text:index-title-template>\
        <text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents_20_entry">\
        <text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-link-end/>\
        <text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>\
        </text:table-of-content-entry-template>\
        <text:table-of-content-entry-template text:outline-level="2" text:style-name="Contents_20_entry">\
        <text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-text/><text:index-entry-link-end/>\
        <text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>\
        </text:table-of-content-entry-template></text:table-of-content-source>
        """

    /// A picture as wide as the text, with the words that stand for it.
    private mutating func chart(_ element: PageElement) throws(XMLFaults) {
        let picture = try SVGPicture(element)
        let number = pictures.count + 1
        let path = "Pictures/chart-\(number).svg"
        pictures.append((path, picture.bytes))
        var heading = ODTRun(paragraph: .caption)
        heading.add(PageText(picture.title), to: &text)
        heading.end(in: &text)
        text.open("text:p")
        text.set(ODTStyle.body.attribute)
        text.open("draw:frame")
        text.declare(ODF.drawing)
        text.declare(ODF.svg)
        text.set("draw:name", to: "Chart \(number)")
        text.set(" text:anchor-type=\"as-char\" svg:width=\"17cm\"")
        text.set("svg:height", to: "\(picture.millimetres(ofWidth: 170))mm")
        text.open("draw:image")
        text.set("xlink:href", to: path)
        text.set(" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"")
        text.close("draw:image")
        text.append("svg:title", text: picture.title)
        text.append("svg:desc", text: picture.words)
        text.close("draw:frame")
        text.close("text:p")
    }

    // MARK: Tables

    private mutating func table(_ element: PageElement) throws(XMLFaults) {
        tables += 1
        if let caption = element.children.first(where: { $0.name == .caption }) { paragraph(caption, style: .caption) }
        let rows = Self.rows(of: element, isHead: false)
        guard let columns = rows.map(\.cells.count).max(), columns > 0 else { return }
        text.open("table:table")
        text.set("table:name", to: "Table \(tables)")
        text.set(" table:style-name=\"Data_20_table\"")
        for width in Self.widths(of: element, columns: columns) {
            columnWidths.insert(width)
            text.open("table:table-column")
            text.set("table:style-name", to: "Column.\(width)")
            text.close("table:table-column")
        }
        if rows.contains(where: \.isHead) {
            text.open("table:table-header-rows")
            for row in rows where row.isHead { try write(row.cells) }
            text.close("table:table-header-rows")
        }
        for row in rows where !row.isHead { try write(row.cells) }
        text.close("table:table")
        // Two tables would grow together without a paragraph between them.
        text.append("<text:p text:style-name=\"After_20_table\"/>")
    }

    static func rows(of element: PageElement, isHead: Bool) -> [(cells: [PageElement], isHead: Bool)] {
        element.children.flatMap { child in
            (child.name == .tr ? [(child.children, isHead)] : []) + rows(of: child, isHead: child.name == .thead)
        }
    }

    private mutating func write(_ cells: [PageElement]) throws(XMLFaults) {
        text.append("<table:table-row table:style-name=\"Data_20_row\">")
        for cell in cells {
            let isHeader = cell.name == .th
            text.open("table:table-cell")
            text.set(
                isHeader
                    ? " table:style-name=\"Header_20_cell\" office:value-type=\"string\""
                    : " table:style-name=\"Data_20_cell\" office:value-type=\"string\"")
            try write(inside: cell, style: isHeader ? .tableHeading : .tableText)
            text.close("table:table-cell")
        }
        text.append("</table:table-row>")
    }

    /// In hundredths of a centimetre, together 17 cm: columns of class `narrow` weigh 1, `wide` 4, others 2.
    static func widths(of table: PageElement, columns: Int) -> [Int] {
        let marks = table.descendants(.col).map { $0.has("narrow") ? 1 : $0.has("wide") ? 4 : 2 }
        let weights = (0..<columns).map { $0 < marks.count ? marks[$0] : 2 }
        let sum = weights.reduce(0, +)
        return weights.map { 1700 * $0 / sum }
    }
}
