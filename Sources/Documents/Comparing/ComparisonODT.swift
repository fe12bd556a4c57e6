import XMLTrees

/// Writes a comparison as OpenDocument content with tracked changes (OpenDocument 1.2, part 1, section 5.5): with all of them
/// accepted it is the new document, and with all of them rejected the old one.
///
/// Paragraphs that were put in or taken out begin at the end of the one before them, where LibreOffice leaves the styles of all
/// as they are; at the start of the one after them it does not. The standard tracks no rows of tables, so a table that gains
/// or loses rows is taken out as it was and put in as it is; where words alone change in its cells, they are marked there.
struct ComparisonODT {
    private var text = XMLMarkup()
    private var regions = XMLMarkup()
    private var count = 0
    private var tables = 0
    private var columnWidths: Set<Int> = []
    /// What has to stand at the beginning of the next paragraph.
    private var due = XMLMarkup()
    /// The paragraph written last, which has no end yet: a change may begin or end there.
    private var open: Paragraph?
    private let day: String

    private struct Paragraph {
        let name: StaticString
        let style: ODTStyle
        var outlineLevel: Int?
    }

    /// - Parameters:
    ///   - words: what is compared, as a comment that is no part of the text.
    ///   - day: when the newer version was made, in ISO 8601.
    static func content(of comparison: DocumentComparison, words: String, day: String) -> [UInt8] {
        var written = ComparisonODT(day: day)
        written.due.open("office:annotation")
        written.due.append("dc:creator", text: "Concordat")
        written.due.append("dc:date", text: day + "T00:00:00")
        written.due.append("text:p", text: words)
        written.due.close("office:annotation")
        var run: [DocumentComparison.Block] = []
        for block in comparison.blocks {
            if let sides = block.sides {
                run += sides
            } else if block.change == .same {
                written.replace(run)
                run = []
                written.write(block)
            } else {
                run.append(block)
            }
        }
        written.replace(run)
        written.end()
        return written.content()
    }

    private init(day: String) { self.day = day }

    private func content() -> [UInt8] {
        var content = ODF.begin(
            "office:document-content",
            declaring: [ODF.office, ODF.text, ODF.table, ODF.style, ODF.fo, ODF.link, ODF.dublinCore])
        content.set(" office:version=\"1.2\"")
        content.open("office:automatic-styles")
        ODTTableStyles.write(columnWidths: columnWidths, into: &content)
        content.close("office:automatic-styles")
        content.open("office:body")
        content.open("office:text")
        if count > 0 {
            content.append("<text:tracked-changes text:track-changes=\"false\">")
            content.append(regions)
            content.append("</text:tracked-changes>")
        }
        content.append(text)
        content.close("office:text")
        content.close("office:body")
        content.close("office:document-content")
        content.end()
        return content.bytes
    }

    // MARK: Whole blocks

    /// Those that were taken out, then those that were put in.
    private mutating func replace(_ run: [DocumentComparison.Block]) {
        guard !run.isEmpty else { return }
        // A template begins with its title, which stays.
        if open == nil { begin(Paragraph(name: "text:p", style: .body)) }
        let gone = run.filter { $0.change == .deleted }
        if !gone.isEmpty, let before = open {
            var kept = ComparisonODT(day: day)
            (kept.tables, kept.columnWidths) = (tables, columnWidths)
            // The end of the paragraph before goes too.
            kept.begin(before)
            for block in gone { kept.write(Self.plain(block)) }
            kept.end()
            (tables, columnWidths) = (kept.tables, kept.columnWidths)
            text.append(mark("text:change", region("text:deletion", kept.text)))
        }
        let new = run.filter { $0.change == .inserted }
        if !new.isEmpty {
            let id = region("text:insertion", nil)
            text.append(mark("text:change-start", id))
            for block in new { write(Self.plain(block)) }
            text.append(mark("text:change-end", id))
        }
    }

    /// The block as it was on its own side, without marks.
    private static func plain(_ block: DocumentComparison.Block) -> DocumentComparison.Block {
        func plain(_ pieces: [DocumentComparison.Piece]) -> [DocumentComparison.Piece] {
            pieces.map { DocumentComparison.Piece(change: .same, text: $0.text) }
        }
        switch block {
        case .text(let level, let pieces): return .text(level: level, plain(pieces))
        case .table(let shape, _, let rows):
            return .table(
                shape, change: .same,
                rows.map { row in
                    DocumentComparison.Row(
                        change: .same, isHead: row.isHead,
                        cells: row.cells.map {
                            DocumentComparison.Cell(isHeader: $0.isHeader, pieces: plain($0.pieces))
                        })
                })
        }
    }

    private mutating func write(_ block: DocumentComparison.Block) {
        switch block {
        case .text(let level, let pieces):
            begin(
                level.map { Paragraph(name: "text:h", style: ODTStyle(headingLevel: $0), outlineLevel: $0) }
                    ?? Paragraph(name: "text:p", style: .body))
            for piece in pieces { put(piece) }
        case .table(let shape, _, let rows): table(shape, rows)
        }
    }

    private mutating func begin(_ paragraph: Paragraph) {
        end()
        text.open(paragraph.name)
        text.set(paragraph.style.attribute)
        if let level = paragraph.outlineLevel { text.set("text:outline-level", to: String(level)) }
        text.append(due)
        due = XMLMarkup()
        open = paragraph
    }

    private mutating func end() {
        if let open { text.close(open.name) }
        open = nil
    }

    // MARK: Tables

    private mutating func table(_ shape: DocumentTable.Shape, _ rows: [DocumentComparison.Row]) {
        tables += 1
        begin(Paragraph(name: "text:p", style: .caption))
        Self.put(shape.caption, into: &text)
        end()
        text.open("table:table")
        text.set("table:name", to: "Table \(tables)")
        text.set(" table:style-name=\"Data_20_table\"")
        for width in shape.widths {
            columnWidths.insert(width)
            text.open("table:table-column")
            text.set("table:style-name", to: "Column.\(width)")
            text.close("table:table-column")
        }
        let head = rows.filter(\.isHead)
        if !head.isEmpty {
            text.open("table:table-header-rows")
            for row in head { write(row) }
            text.close("table:table-header-rows")
        }
        for row in rows where !row.isHead { write(row) }
        text.close("table:table")
        begin(Paragraph(name: "text:p", style: .afterTable))
    }

    private mutating func write(_ row: DocumentComparison.Row) {
        text.open("table:table-row")
        text.set(" table:style-name=\"Data_20_row\"")
        for cell in row.cells {
            text.open("table:table-cell")
            text.set(
                cell.isHeader ? " table:style-name=\"Header_20_cell\"" : " table:style-name=\"Data_20_cell\"")
            text.set(" office:value-type=\"string\"")
            begin(Paragraph(name: "text:p", style: cell.isHeader ? .tableHeading : .tableText))
            for piece in cell.pieces { put(piece) }
            end()
            text.close("table:table-cell")
        }
        text.close("table:table-row")
    }

    // MARK: Changes

    private mutating func put(_ piece: DocumentComparison.Piece) {
        guard !piece.text.isEmpty else { return }
        switch piece.change {
        case .same: Self.put(piece.text, into: &text)
        case .inserted:
            let id = region("text:insertion", nil)
            text.append(mark("text:change-start", id))
            Self.put(piece.text, into: &text)
            text.append(mark("text:change-end", id))
        case .deleted:
            var gone = XMLMarkup()
            gone.open("text:p")
            gone.set(ODTStyle.body.attribute)
            Self.put(piece.text, into: &gone)
            gone.close("text:p")
            text.append(mark("text:change", region("text:deletion", gone)))
        }
    }

    /// The id of a new change.
    private mutating func region(_ kind: StaticString, _ gone: XMLMarkup?) -> String {
        count += 1
        let id = "change-\(count)"
        regions.open("text:changed-region")
        regions.set("xml:id", to: id)
        regions.set("text:id", to: id)
        regions.open(kind)
        regions.open("office:change-info")
        regions.append("dc:creator", text: "Concordat")
        regions.append("dc:date", text: day + "T00:00:00")
        regions.close("office:change-info")
        if let gone { regions.append(gone) }
        regions.close(kind)
        regions.close("text:changed-region")
        return id
    }

    private func mark(_ name: StaticString, _ id: String) -> XMLMarkup {
        var mark = XMLMarkup()
        mark.open(name)
        mark.set("text:change-id", to: id)
        mark.close(name)
        return mark
    }

    /// A space at an end of a text would be lost between elements.
    private static func put(_ words: String, into text: inout XMLMarkup) {
        var words = words.unicodeScalars[...]
        if words.first == " " {
            text.append("<text:s/>")
            words = words.dropFirst()
        }
        let endsWithSpace = words.last == " "
        if endsWithSpace { words = words.dropLast() }
        text.append(text: String(words))
        if endsWithSpace { text.append("<text:s/>") }
    }
}
