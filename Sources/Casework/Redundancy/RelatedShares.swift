import Ledger
package import Redundancy
package import Shares

/// The shares that have to do with one share, as far as somebody may see them.
package struct RelatedShares: Sendable {
    /// What is found redundant with it, and nobody has decided on.
    package var redundant: [RedundancyFinding]
    /// What was decided about it and others, the newest first.
    package var decisions: [ConsolidationProgress]
    /// Those that name it as their successor.
    package var tookOverFrom: [ShareReference]
    package var successor: ShareReference?
}

extension Office {
    /// For people of the department, as far as their reach goes. Throws `NoSuchShare`, or `Refusal` for anybody else.
    package func related(to reference: ShareReference, for person: Person) throws -> RelatedShares {
        let share = try show(reference, to: person).share
        try checkSeesWithin(share, person, what: "What is like a share")
        let found = try redundancy(of: share.reference)
        let decisions = try redundancyDecisions(about: share.reference, within: person.reach)
        let before = try superseded(by: share.reference)
        return try read { reader in
            func isSeen(_ one: ShareReference) throws -> Bool {
                try reader.summary(of: one).map { person.reach.includes($0) } ?? false
            }
            return RelatedShares(
                redundant: try found.filter { try isSeen($0.a) && isSeen($0.b) && ($0.feed.map(isSeen) ?? true) },
                decisions: decisions, tookOverFrom: try before.filter(isSeen),
                successor: try share.retirement.successor.flatMap { try isSeen($0) ? $0 : nil })
        }
    }
}
