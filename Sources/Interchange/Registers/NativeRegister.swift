package import Shares

/// Writes shares as the native register, so that the file can be imported again and changes nothing.
package enum NativeRegister {
    /// The 17 columns of the contract, and after them every other field of the terms.
    package static let allColumns =
        RegisterRow.nativeColumns
        + TermsField.allCases.map(\.rawValue).filter { !RegisterRow.nativeColumns.contains($0) }

    /// The header as one line, its line end included.
    package static func header(_ columns: [String] = RegisterRow.nativeColumns) -> String { CSVWriter.line(columns) }

    /// One share as one line, its line end included; `status` is the word for where it stands: `Live`.
    package static func line(
        for share: Share, status: String, columns: [String] = RegisterRow.nativeColumns
    ) -> String {
        CSVWriter.line(
            columns.map { column in
                switch column {
                case "reference": share.reference.rawValue
                case "data_owner": share.owner?.name ?? ""
                case "status": status
                default:
                    TermsField(rawValue: column).map { share.terms.text(of: $0) } ?? share.terms.other[column] ?? ""
                }
            })
    }
}
