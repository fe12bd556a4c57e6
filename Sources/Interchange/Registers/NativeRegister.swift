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
                case "lawful_basis": lawfulBasis(of: share.terms, columns)
                default:
                    TermsField(rawValue: column).map { share.terms.text(of: $0) } ?? share.terms.other[column] ?? ""
                }
            })
    }

    /// Conditions of Articles 9 and 10 stand beside the basis where they have no column of their own: each names its article,
    /// by which it is told apart when it is read again. One that is not understood would not be.
    private static func lawfulBasis(of terms: Terms, _ columns: [String]) -> String {
        let beside: [(LawfulBasisCitation.Article, TermsField)] = [
            (.specialCategory, .specialCategoryCondition), (.criminalOffence, .criminalOffenceCondition),
        ]
        let texts = beside.flatMap { article, field -> [String] in
            let conditions = terms.bases(article)
            guard !columns.contains(field.rawValue), conditions.allSatisfy({ $0.basis.term != nil }) else { return [] }
            return conditions.map(\.basis.text)
        }
        return ([terms.text(of: .lawfulBasis)].filter { !$0.isEmpty } + texts).joined(separator: "; ")
    }
}
