import Ledger
package import Shares

/// What a version of a manifest told anew: how it differs from the version that was issued before it.
package struct ManifestRevision: Hashable, Sendable {
    /// What was replaced by what; empty where there was nothing.
    package struct Replaced: Hashable, Sendable {
        package var from: String
        package var to: String
    }

    /// The earlier version and the later one.
    package var from: Int
    package var to: Int
    /// Where the share stood, as people say it; nil where that is the same.
    package var status: Replaced?
    /// Who is named as the data owner.
    package var owner: Replaced?
    package var terms: [TermsChange]

    /// Where only the words of the reference data changed, or what manifests have no word for.
    package var isEmpty: Bool { status == nil && owner == nil && terms.isEmpty }
}

extension Office {
    /// What each version of a share's manifest changed that was issued to somebody, the newest first: their organisation as a
    /// party, or anybody for whoever answers for the register. It is what the manifests say: the terms that partners were told,
    /// and nothing of how the department came to them. Throws `NoSuchShare` for whoever may not see the share.
    package func manifestRevisions(
        of reference: ShareReference, for person: Person, most: Int? = nil
    ) throws -> [ManifestRevision] {
        try read { reader in
            guard person.reach.includes(try existing(reference, in: reader)) else {
                throw NoSuchShare(reference: reference)
            }
            let isOfAll = try isOfTheDepartment(person)
            let issued = try recentExchange.exchange(in: reader).issues[reference] ?? []
            let versions = issued.map(\.manifest).filter { isOfAll || $0.parties.contains(person.organisation) }
                .map(\.version)
            let events = try recentShares.events(of: reference, in: reader).map(\.event)
            let told = versions.suffix(most.map { $0 + 1 } ?? versions.count).compactMap { version in
                Share.told(in: version, of: events).map { (version, $0.share) }
            }
            return zip(told, told.dropFirst()).map { earlier, later in
                ManifestRevision(from: earlier.0, earlier.1, to: later.0, later.1)
            }.reversed()
        }
    }
}

extension ManifestRevision {
    init(from: Int, _ earlier: Share, to: Int, _ later: Share) {
        func replaced(_ text: (Share) -> String?) -> Replaced? {
            let (old, new) = (text(earlier) ?? "", text(later) ?? "")
            return old == new ? nil : Replaced(from: old, to: new)
        }
        self.init(
            from: from, to: to, status: replaced { ManifestStatus(of: $0)?.asPeopleSay },
            owner: replaced { $0.owner?.name }, terms: earlier.terms.changes(to: later.terms))
    }
}
