/// One row of a CSV file: its cells as text, or what is wrong with it.
package struct CSVRecord: Hashable, Sendable {
    /// Counts from 1, the header being row 1; blank lines do not count.
    package var row: Int
    /// The line of the file that the row begins on, counting from 1.
    package var line: Int
    package var cells: [String]
    /// Where there are any, the cells are not to be relied on.
    package var faults: [CSVFault]

    /// Whether every cell is empty, as in the rows that spreadsheets leave below a table.
    package var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
}

/// Something that keeps a row from being read.
package struct CSVFault: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case notUTF8
        /// The file ends inside quotation marks.
        case quoteOpen
        case textAfterQuote
        case cellTooLong(limit: Int)
        case rowTooLong(limit: Int)
        case tooManyColumns(limit: Int)
    }

    package var reason: Reason
    /// Counts from 1.
    package var column: Int
    /// Counts bytes of the file from 0.
    package var offset: Int
    /// Counts lines of the file from 1.
    package var line: Int

    package init(reason: Reason, column: Int, offset: Int, line: Int) {
        self.reason = reason
        self.column = column
        self.offset = offset
        self.line = line
    }
}

extension CSVFault.Reason {
    /// The name that findings have for it.
    package var rule: String {
        switch self {
        case .notUTF8: "not-utf8"
        case .quoteOpen: "quote-open"
        case .textAfterQuote: "text-after-quote"
        case .cellTooLong: "cell-too-long"
        case .rowTooLong: "row-too-long"
        case .tooManyColumns: "too-many-columns"
        }
    }
}

extension CSVFault {
    /// A sentence for the person who can mend the file.
    package var explanation: String {
        switch reason {
        case .notUTF8:
            "Byte \(offset) of the file, on line \(line), is not UTF-8: save the file as CSV UTF-8."
        case .quoteOpen:
            "The quotation mark that opens on line \(line) is never closed: all that follows it was taken as one cell."
        case .textAfterQuote:
            "On line \(line), text follows a closing quotation mark: a mark inside a quoted cell is written twice."
        case .cellTooLong(let limit): "The cell is longer than \(limit) bytes."
        case .rowTooLong(let limit): "The row is longer than \(limit) bytes."
        case .tooManyColumns(let limit): "The row has more than \(limit) columns."
        }
    }
}
