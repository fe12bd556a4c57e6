import Ledger
import Shares
import Workflows

/// The portfolio as it stood at the end of a day: all that is counted of it, read at once.
struct PortfolioReading {
    var asAt: Day
    /// When the first share was recorded, where that was after the day.
    var recordBegins: Day?
    var summaries: [ShareSummary] = []
    var stays: [Stay] = []
    /// By digest: the editions that the shares run on.
    var editions: [String: CheckedDefinitions] = [:]
    var roster: Roster
    /// What was decided about redundant shares up to the day.
    var decisions: [RecordedDecision]
    /// How far their survivors had taken over.
    var takeOvers = TakeOvers()
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
            var successors: [ShareReference: ShareReference] = [:]
            if asAt < today {
                try reader.forEachShare(asAt: asAt) { share in
                    reading.take(ShareOutlook(share))
                    successors[share.reference] = share.retirement.successor
                    reading.summaries.append(
                        ShareSummary(share, definitions: try self.definitions(for: share.pin, in: reader)))
                }
                reading.stays = try reader.stays().asAt(asAt)
                reading.recordBegins = try reader.firstShareEventTime().map(\.day).flatMap { $0 > asAt ? $0 : nil }
            } else {
                reading.summaries = try reader.summaries()
                for outlook in try reader.outlooksWithConditionsOrRisks() { reading.take(outlook) }
                reading.stays = try reader.stays()
            }
            reading.takeOvers =
                try asAt < today
                ? takeOvers(of: reading, successors) : takeOvers(of: reading.decisions.consolidations, in: reader)
            for digest in Set(reading.summaries.map(\.edition)) {
                reading.editions[digest] = try definitions(
                    for: WorkflowPin(versions: [:], digest: digest), in: reader)
            }
            return reading
        }
    }
}

extension Office {
    /// How far survivors had taken over at the end of an earlier day.
    private func takeOvers(
        of reading: PortfolioReading, _ successors: [ShareReference: ShareReference]
    ) throws -> TakeOvers {
        let consolidations = reading.decisions.consolidations
        guard !consolidations.isEmpty else { return TakeOvers() }
        let wanted = Set(consolidations.flatMap(\.decision.decision.shares)).union(successors.values)
        let lines = Dictionary(
            reading.summaries.filter { wanted.contains($0.reference) }.map { ($0.reference, $0) },
            uniquingKeysWith: { first, _ in first })
        return try TakeOvers(
            consolidations, names: { try names.get() },
            in: TakeOvers.Register(line: { lines[$0] }, successor: { successors[$0] }, isGivenUp: { _ in false }))
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
