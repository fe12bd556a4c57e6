import Ledger
import Shares
import Workflows

/// The portfolio as it stood at the end of a day: all that is counted of it, read at once.
struct PortfolioReading {
    var asAt: Day
    var summaries: [ShareSummary] = []
    var stays: [Stay] = []
    /// By digest: the editions that the shares run on.
    var editions: [String: CheckedDefinitions] = [:]
    var roster: Roster
    /// What was decided about redundant shares up to the day.
    var decisions: [RecordedDecision]
    var conditionsOverdue: Set<ShareReference> = []
    var notAcknowledged: Set<ShareReference>
    /// The risks that assessments state, as they remain, of the shares that have any.
    var risks: [ShareReference: [RiskCell]] = [:]

    /// What a share's line does not say.
    fileprivate mutating func take(_ outlook: ShareOutlook) {
        if let due = outlook.conditionDue, due < asAt { conditionsOverdue.insert(outlook.reference) }
        if !outlook.risks.isEmpty { risks[outlook.reference] = outlook.risks }
    }
}

extension Office {
    /// Today, or the end of an earlier day, folded anew from the events up to then.
    func portfolio(asAt day: Day?) throws -> PortfolioReading {
        let today = self.today
        let asAt = day ?? today
        return try read { reader in
            var reading = PortfolioReading(
                asAt: asAt, roster: Roster(try reader.rosterEntries(), upTo: asAt),
                decisions: try recentDecisions.decisions(in: reader).filter { $0.at.day <= asAt },
                notAcknowledged: try sharesNotAcknowledged(asAt: asAt, in: reader))
            if asAt < today {
                try reader.forEachShare(asAt: asAt) { share in
                    reading.take(ShareOutlook(share))
                    reading.summaries.append(
                        ShareSummary(share, definitions: try self.definitions(for: share.pin, in: reader)))
                }
                reading.stays = try reader.stays().asAt(asAt)
            } else {
                reading.summaries = try reader.summaries()
                for outlook in try reader.outlooksWithConditionsOrRisks() { reading.take(outlook) }
                reading.stays = try reader.stays()
            }
            for digest in Set(reading.summaries.map(\.edition)) {
                reading.editions[digest] = try definitions(
                    for: WorkflowPin(versions: [:], digest: digest), in: reader)
            }
            return reading
        }
    }
}

extension [Stay] {
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
