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

/// A register as a table, in CSV (RFC 4180) or as an array of JSON.
package struct RegisterTableText: RegisterText {
    private let table: RegisterTable
    private let isJSON: Bool
    private var isFirst = true

    package init(_ table: RegisterTable, isJSON: Bool) {
        self.table = table
        self.isJSON = isJSON
    }

    package var opening: String { isJSON ? "[" : table.header }
    package func omission(of entry: PortfolioEntry) -> Omission? { table.omission(entry) }
    package func gaps(in entry: PortfolioEntry) -> [String] { table.gaps(in: entry) }

    package mutating func text(for entry: PortfolioEntry) -> String {
        guard isJSON else { return table.line(for: entry) }
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + table.json(for: entry)
    }

    package func closing() -> String { isJSON ? "\n]\n" : "" }
}
