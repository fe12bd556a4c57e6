/// One field that differs between two versions of the terms.
package struct TermsChange: Hashable, Sendable, Codable {
    package var field: TermsField
    package var from: String
    package var to: String

    package init(_ field: TermsField, from: String, to: String) {
        self.field = field
        self.from = from
        self.to = to
    }
}

extension Terms {
    /// The fields that differ, in the order of the list.
    package func changes(to other: Terms) -> [TermsChange] {
        TermsField.allCases.compactMap { field in
            let (old, new) = (text(of: field), other.text(of: field))
            return old == new ? nil : TermsChange(field, from: old, to: new)
        }
    }
}
