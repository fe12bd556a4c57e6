internal import JSONValues
internal import Shares

/// A register as a table: a line for each share that belongs in it.
package struct RegisterTable: Sendable {
    /// What stands in a column: one text or several values; nothing is an empty text.
    enum Cell: Hashable, Sendable {
        case text(String)
        /// Each once, in order.
        case list([String])

        /// Values stand between semicolons, so that one inside a value becomes a comma.
        var inCSV: String {
            switch self {
            case .text(let text): text
            case .list(let values):
                values.map { value in
                    var text = String.UnicodeScalarView()
                    for scalar in value.unicodeScalars { text.append(scalar == ";" ? "," : scalar) }
                    return String(text)
                }.joined(separator: "; ")
            }
        }

        var isEmpty: Bool {
            switch self {
            case .text(let text): text.isEmpty
            case .list(let values): values.isEmpty
            }
        }
    }

    package struct Column: Sendable {
        package let name: String
        /// A sentence for the documentation.
        package let meaning: String
        /// Whether a line is wanting something without it.
        package let isNeeded: Bool
        let cell: @Sendable (PortfolioEntry) -> Cell

        /// A column of one text.
        static func text(
            _ name: String, _ meaning: String, isNeeded: Bool = false,
            _ text: @escaping @Sendable (PortfolioEntry) -> String?
        ) -> Column {
            Column(name: name, meaning: meaning, isNeeded: isNeeded) { .text(text($0) ?? "") }
        }

        /// A column of several values, of which empty ones are left out.
        static func list(
            _ name: String, _ meaning: String, isNeeded: Bool = false,
            _ values: @escaping @Sendable (PortfolioEntry) -> [String?]
        ) -> Column {
            Column(name: name, meaning: meaning, isNeeded: isNeeded) { entry in
                var seen: Set<String> = []
                return .list(values(entry).compactMap { $0 }.filter { !$0.isEmpty && seen.insert($0).inserted })
            }
        }
    }

    package let columns: [Column]
    /// Why a share does not belong in it; nil where it does.
    package let omission: @Sendable (PortfolioEntry) -> Omission?

    package init(columns: [Column], omission: @escaping @Sendable (PortfolioEntry) -> Omission?) {
        self.columns = columns
        self.omission = omission
    }

    /// The names of the columns as a line of CSV (RFC 4180), or of tab-separated values.
    package func header(delimiter: UInt8 = RegisterTable.comma) -> String { Self.line(columns.map(\.name), delimiter) }

    /// A share as such a line, no cell of which a spreadsheet runs as a formula.
    package func line(for entry: PortfolioEntry, delimiter: UInt8 = RegisterTable.comma) -> String {
        Self.line(columns.map { $0.cell(entry).inCSV }, delimiter)
    }

    /// A share as a JSON object: texts, and arrays of texts.
    package func json(for entry: PortfolioEntry) -> String {
        var object: [String: JSONValue] = [:]
        for column in columns {
            switch column.cell(entry) {
            case .text(let text): object[column.name] = .string(text)
            case .list(let values): object[column.name] = .array(values.map(JSONValue.string))
            }
        }
        return JSONValue.object(object).compact
    }

    /// The columns that a share needs and has nothing for.
    package func gaps(in entry: PortfolioEntry) -> [String] {
        columns.filter { $0.isNeeded && $0.cell(entry).isEmpty }.map(\.name)
    }

    /// RFC 4180 ends a line with CR and LF.
    private static func line(_ cells: [String], _ delimiter: UInt8) -> String {
        CSVWriter.line(cells, delimiter: delimiter, end: "\r\n")
    }

    package static let comma = UInt8(ascii: ",")
    package static let tab = UInt8(ascii: "\t")
}
