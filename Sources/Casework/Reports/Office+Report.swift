import Ledger
package import Shares
import Workflows

extension Office {
    /// The portfolio today, or as it stood at the end of an earlier day, folded anew from the events up to then; of the
    /// shares that are within somebody's reach.
    package func report(asAt day: Day? = nil, within reach: Reach = .everything) throws -> PortfolioReport {
        try report(asAt: day) { reach.includes($0) }
    }

    /// The same of the shares of which the lines are included.
    func report(asAt day: Day? = nil, where includes: (ShareSummary) -> Bool) throws -> PortfolioReport {
        let today = self.today
        let asAt = day ?? today
        let definitions = try definitions()
        var overdue: Set<ShareReference> = []
        var unacknowledged: Set<ShareReference> = []
        let (summaries, stays, editions, roster, decisions) = try read { reader in
            unacknowledged = try sharesNotAcknowledged(asAt: asAt, in: reader)
            let decisions = try recentDecisions.decisions(in: reader).filter { $0.at.day <= asAt }
            let roster = Roster(try reader.rosterEntries(), upTo: asAt)
            guard let day, day < today else {
                let summaries = try reader.summaries()
                for reference in try reader.shares(givenEver: "set-condition") {
                    let conditions = try existing(reference, in: reader).approval.conditions
                    if conditions.contains(where: { $0.isOverdue(on: asAt) }) { overdue.insert(reference) }
                }
                return (summaries, try reader.stays(), try self.editions(of: summaries, in: reader), roster, decisions)
            }
            var summaries: [ShareSummary] = []
            try reader.forEachShare(asAt: day) { share in
                if share.approval.conditions.contains(where: { $0.isOverdue(on: day) }) {
                    overdue.insert(share.reference)
                }
                summaries.append(ShareSummary(share, definitions: try self.definitions(for: share.pin, in: reader)))
            }
            return (
                summaries, try reader.stays().asAt(day), try self.editions(of: summaries, in: reader), roster, decisions
            )
        }
        return ReportBuilder(
            reference: try reference(), definitions: definitions, today: asAt, editions: editions,
            roster: roster, conditionsOverdue: overdue, manifestsNotAcknowledged: unacknowledged, decisions: decisions
        )
        .report(of: summaries.filter(includes), stays: stays.of(summaries, where: includes))
    }

    private func editions(of summaries: [ShareSummary], in reader: LedgerReader) throws -> [String: CheckedDefinitions]
    {
        var editions: [String: CheckedDefinitions] = [:]
        for digest in Set(summaries.map(\.edition)) {
            editions[digest] = try definitions(for: WorkflowPin(versions: [:], digest: digest), in: reader)
        }
        return editions
    }
}

extension Reach {
    func includes(_ share: ShareSummary) -> Bool {
        switch self {
        case .everything: true
        case .own(let organisation, let person):
            (share.providers + share.recipients).contains { $0.term == organisation }
                || share.requester == person || share.ownerPerson == person
        }
    }
}

extension [Stay] {
    fileprivate func of(_ summaries: [ShareSummary], where includes: (ShareSummary) -> Bool) -> [Stay] {
        let references = Set(summaries.filter(includes).map(\.reference))
        return references.count == summaries.count ? self : filter { references.contains($0.share) }
    }

    /// The stays as they were known at the end of a day.
    func asAt(_ day: Day) -> [Stay] {
        let limit = Instant(startOf: day.adding(days: 1))
        return filter { $0.entered < limit }.map { stay in
            var stay = stay
            if let ended = stay.ended, ended >= limit { stay.ended = nil }
            return stay
        }
    }
}
