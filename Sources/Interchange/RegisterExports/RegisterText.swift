internal import Shares

/// A register written share by share, so that its length is no matter.
package protocol RegisterText: Sendable {
    /// What stands before the first share.
    var opening: String { get }
    /// Why a share is not in it; nil where it is.
    func omission(of entry: PortfolioEntry) -> Omission?
    /// What a share in it is wanting, by the names of columns.
    func gaps(in entry: PortfolioEntry) -> [String]
    /// The next share.
    mutating func text(for entry: PortfolioEntry) -> String
    /// What stands after the last.
    func closing() -> String
}

/// A register as a table.
package struct RegisterTableText: RegisterText {
    package enum Form: Sendable {
        /// RFC 4180
        case csv
        /// The same between tabs.
        case tsv
        /// An array of objects.
        case json
    }

    private let table: RegisterTable
    private let form: Form
    private var isFirst = true

    package init(_ table: RegisterTable, as form: Form) {
        self.table = table
        self.form = form
    }

    package var opening: String {
        switch form {
        case .csv: table.header()
        case .tsv: table.header(delimiter: RegisterTable.tab)
        case .json: "["
        }
    }

    package func omission(of entry: PortfolioEntry) -> Omission? { table.omission(entry) }
    package func gaps(in entry: PortfolioEntry) -> [String] { table.gaps(in: entry) }

    package mutating func text(for entry: PortfolioEntry) -> String {
        defer { isFirst = false }
        return switch form {
        case .csv: table.line(for: entry)
        case .tsv: table.line(for: entry, delimiter: RegisterTable.tab)
        case .json: (isFirst ? "\n" : ",\n") + table.json(for: entry)
        }
    }

    package func closing() -> String { form == .json ? "\n]\n" : "" }
}
