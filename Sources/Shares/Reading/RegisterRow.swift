package import Workflows

/// One share as a register file states it, by native column names, before anything is understood.
package struct RegisterRow: Hashable, Sendable {
    /// The file's rows that it was made of, the header being row 1; the first is where findings point.
    package var rows: [Int]
    /// Text by native column: the names of `TermsField`, and `reference`, `data_owner`, `status`.
    package var fields: [String: String]
    /// Columns of the file that the model has no field for.
    package var other: [String: String]
    /// What each native column is called in the file, where a mapping renamed it.
    package var columnNames: [String: String]

    package init(
        rows: [Int], fields: [String: String], other: [String: String] = [:], columnNames: [String: String] = [:]
    ) {
        self.rows = rows
        self.fields = fields
        self.other = other
        self.columnNames = columnNames
    }

    package var firstRow: Int { rows.first ?? 0 }

    package func place(of field: String) -> Place { .cell(row: firstRow, column: columnNames[field] ?? field) }

    /// The header of the native register, in order.
    package static let nativeColumns = [
        "reference", "title", "provider", "recipient", "purpose", "legal_gateway", "lawful_basis", "data_items",
        "data_subjects", "frequency", "transfer_method", "classification", "start_date", "end_date", "review_date",
        "data_owner", "status",
    ]

    /// All columns that a file or mapping may fill.
    package static let knownColumns: Set<String> = Set(
        ["reference", "data_owner", "status"] + TermsField.allCases.map(\.rawValue))
}

/// A row understood: ready to be registered, or to be compared with the share that it is.
package struct RegisterEntry: Hashable, Sendable {
    package var reference: ShareReference
    package var entry: EntryName
    package var terms: Terms
    package var owner: DataOwner?
    package var origin: Origin
    package var row: Int
}
