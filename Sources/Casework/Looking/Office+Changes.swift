import Ledger
package import Shares

/// What changes in a share's terms, and what was decided of every version that was put forward.
package struct ChangesAccount: Sendable {
    /// What the amendment under way changes of the terms that stand; empty where none is under way.
    package var underWay: [TermsChange]
    /// Items that the amendment brings in, with what the law says of them.
    package var itemsAdded: [DataItem]
    package var rounds: [TermsRound]
}

extension Office {
    package func changes(of reference: ShareReference) throws -> ChangesAccount {
        ChangesAccount(events: try history(of: reference).map(\.event))
    }
}

extension ChangesAccount {
    package init(events: [Event]) {
        let share = Share(events: events)
        let amendment = share?.amendment
        underWay = amendment.flatMap { share?.terms.changes(to: $0) } ?? []
        let known = Set((share?.terms.items ?? []).map(\.name.identity))
        itemsAdded = (amendment?.items ?? []).filter { !known.contains($0.name.identity) }
        rounds = TermsRound.rounds(in: events)
    }
}

extension DataItem {
    /// Its name, with the category where the law asks for more: `PIP award (special category: health)`.
    package var inWords: String {
        let category = specialCategory.map { "special category: \($0)" }
        let criminal = isCriminalOffenceData ? "criminal offence data" : nil
        let said = [category, criminal].compactMap { $0 }.joined(separator: ", ")
        return said.isEmpty ? name.text : "\(name.text) (\(said))"
    }
}
