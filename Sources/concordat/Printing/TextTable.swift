import Shares

/// A table for people: columns aligned, text cut where a width is given.
struct TextTable {
    struct Column {
        var title: String
        /// At most so many characters; nil: as wide as its widest cell.
        var width: Int?
        var isNumber = false
    }

    var columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    mutating func add(_ row: [String]) {
        rows.append(
            zip(columns, row).map { column, text in
                let safe = Console.safe(text)
                let flat = safe.isPlain ? safe : safe.split(whereSeparator: \.isNewline).joined(separator: " ")
                return column.width.map { flat.isPlain && flat.utf8.count <= $0 ? flat : flat.shortened(to: $0) }
                    ?? flat
            })
    }

    var text: String {
        let widths = columns.indices.map { index in
            max(columns[index].title.count, rows.map { $0[index].width }.max() ?? 0)
        }
        func line(_ cells: [String]) -> String {
            var line = ""
            for (index, cell) in cells.enumerated() {
                let fill = String(repeating: " ", count: max(0, widths[index] - cell.width))
                if columns[index].isNumber {
                    line += fill + cell
                } else {
                    line += index == cells.count - 1 ? cell : cell + fill
                }
                if index < cells.count - 1 { line += "  " }
            }
            return line
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ([line(columns.map(\.title)), rule] + rows.map(line)).joined(separator: "\n")
    }
}

extension String {
    /// Whether each byte is one visible character of ASCII, or a space.
    fileprivate var isPlain: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }

    /// In characters.
    fileprivate var width: Int { isPlain ? utf8.count : count }
}
