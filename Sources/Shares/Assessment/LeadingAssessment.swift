/// The assessment of another share, as far as one that relies on it has to know.
package struct LeadingAssessment: Hashable, Sendable {
    package var share: ShareReference
    /// When it was concluded; nil where it is not, or rests on another itself.
    package var concluded: Instant?
    /// The terms that it is about.
    package var terms: Terms

    package init(share: ShareReference, concluded: Instant?, terms: Terms) {
        self.share = share
        self.concluded = concluded
        self.terms = terms
    }

    /// Everything in which it does not cover some terms, a sentence each; empty where it covers them.
    package func shortfalls(for other: Terms) -> [String] {
        var wanting: [String] = []
        if concluded == nil {
            wanting.append("The assessment of \(share) is not concluded, or rests on another itself.")
        }
        func missing(_ what: String, _ mine: [Stated], _ theirs: [Stated]) {
            let covered = Set(theirs.map(\.identity))
            let beyond = mine.filter { !covered.contains($0.identity) }.map(\.text)
            if !beyond.isEmpty {
                wanting.append("The assessment of \(share) does not cover \(what): \(beyond.joined(separator: ", ")).")
            }
        }
        missing("these providers", other.providers.map(\.organisation), terms.providers.map(\.organisation))
        missing("these items", other.items.map(\.name), terms.items.map(\.name))
        missing("these people", other.subjects, terms.subjects)
        if other.channel?.identity != terms.channel?.identity {
            wanting.append("The data goes another way than the one assessed for \(share).")
        }
        if !other.transfers.isEmpty, terms.transfers.isEmpty {
            wanting.append("Data leaves the United Kingdom, which was not assessed for \(share).")
        }
        return wanting
    }
}
