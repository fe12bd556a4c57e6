package import Ledger
package import Shares

/// A share that nobody answers for.
package struct Orphan: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var spoke: String?
    package var stage: Stage
    package var gap: OwnerGap
}

extension Office {
    /// The open shares that nobody answers for today, by reference.
    package func orphans(where filters: [ShareFilter] = []) throws -> [Orphan] {
        try read { reader in
            let roster = try roster.roster(in: reader)
            let today = try now(in: reader).day
            return try reader.summaries(where: filters).filter { $0.stage != .ended }.compactMap { share in
                share.ownerGap(in: roster, on: today).map {
                    Orphan(
                        reference: share.reference, title: share.title, spoke: share.spoke, stage: share.stage, gap: $0)
                }
            }
        }
    }
}

extension ShareSummary {
    func ownerGap(in roster: Roster, on day: Day) -> OwnerGap? {
        roster.gap(owner: ownerPerson, named: owner, spoke: spoke, on: day)
    }
}
