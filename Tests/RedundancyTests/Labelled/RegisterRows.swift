import Redundancy
import Shares

/// Rows of a native register as the application reads them.
struct RegisterRows {
    private var reader: TermsReader
    private let reference: ReferenceData
    private static let closed: Set<String> = ["closed", "withdrawn", "refused", "expired"]

    init(_ reference: ReferenceData) {
        self.reference = reference
        reader = TermsReader(reference: reference)
    }

    mutating func share(_ row: [String: String]) -> ComparableShare {
        var terms = Terms(title: "", parties: [])
        for field in TermsField.allCases {
            guard let text = row[field.rawValue], !text.isEmpty else { continue }
            _ = reader.read(text, as: field, into: &terms, at: .whole)
        }
        let status = reference.statuses.resolve(row["status"] ?? "")?.id ?? "live"
        return ComparableShare(
            ShareReference(row["reference"] ?? ""), terms: terms, isOpen: !Self.closed.contains(status))
    }
}
