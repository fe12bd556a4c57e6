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

extension TermsChange {
    /// Of a field that holds several values: those that came in, in the order of the new text; else nothing.
    package var added: [String] { values(of: to, without: from) }

    /// The same of those that are gone.
    package var removed: [String] { values(of: from, without: to) }

    private func values(of text: String, without other: String) -> [String] {
        guard field.holdsSeveral else { return [] }
        let known = Set(Self.values(other))
        return Self.values(text).filter { !known.contains($0) }
    }

    private static func values(_ text: String) -> [String] {
        text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// For people, in one line: `+ Address − Sex`, or `“Daily” → “Weekly”`.
    package var inWords: String {
        let parts = added.map { "+ \($0)" } + removed.map { "− \($0)" }
        return parts.isEmpty ? "“\(from)” → “\(to)”" : parts.joined(separator: " ")
    }
}
