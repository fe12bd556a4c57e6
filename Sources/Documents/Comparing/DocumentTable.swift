/// A table, as far as a comparison of two texts goes.
struct DocumentTable: Hashable {
    struct Cell: Hashable {
        let text: String
        let isHeader: Bool
    }

    struct Row: Hashable {
        let cells: [Cell]
        let isHead: Bool
    }

    /// What two versions of one table have in common.
    struct Shape: Hashable {
        let caption: String
        let head: [Row]
        /// Of its columns, in hundredths of a centimetre.
        let widths: [Int]
    }

    let shape: Shape
    /// Without those of its head.
    let rows: [Row]

    init(_ shape: Shape, rows: [Row]) {
        self.shape = shape
        self.rows = rows
    }

    /// Nil where it has no columns.
    init?(_ element: PageElement) {
        let all = ODTBody.rows(of: element, isHead: false).map { row in
            Row(
                cells: row.cells.map { Cell(text: DocumentBlock.text(of: $0), isHeader: $0.name == .th) },
                isHead: row.isHead)
        }
        guard let columns = all.map(\.cells.count).max(), columns > 0 else { return nil }
        let caption = element.children.first { $0.name == .caption }.map(DocumentBlock.text) ?? ""
        self.init(
            Shape(
                caption: caption, head: all.filter(\.isHead), widths: ODTBody.widths(of: element, columns: columns)),
            rows: all.filter { !$0.isHead })
    }
}
