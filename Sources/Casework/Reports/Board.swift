import Ledger
package import Shares

/// What a governance board looks at: the report of a day, and where the risk lies.
package struct Board: Hashable, Sendable {
    package var report: PortfolioReport
    /// Shares that have not ended, by risk and stage.
    package var risks: [RiskTier: [Stage: Int]]
    /// The risks that assessments of shares which have not ended state, after their measures.
    package var assessed: AssessedRisks
    /// By the year in which they began, the earliest first; last those that do not say.
    package var channelsByYear: [ChannelYear]
    /// At the end of each quarter before the day, and on the day itself.
    package var channelTrend: [ChannelMoment]
}

extension Office {
    /// As at the end of a day, today where none is given; of the shares that a person may see.
    package func board(asAt day: Day? = nil, for person: Person) throws -> Board {
        let reach = person.reach
        return try recentBoards.figures(for: ReportQuestion(day: day, reach: reach), in: self) {
            let reading = try portfolio(asAt: day)
            let open = reading.summaries.filter { reach.includes($0) && $0.stage != .ended }
            var risks: [RiskTier: [Stage: Int]] = [:]
            for share in open { risks[share.risk, default: [:]][share.stage, default: 0] += 1 }
            let reference = try reference()
            var now = ChannelCounting(day: reading.asAt)
            for share in open where share.stage.carriesData { now.take(share.channel, reference) }
            return Board(
                report: try report(of: reading) { reach.includes($0) }, risks: risks,
                assessed: AssessedRisks(open.compactMap { reading.risks[$0.reference] }),
                channelsByYear: ChannelYear.years(of: open, reference),
                channelTrend: try channelTrend(before: reading.asAt, within: reach)
                    + (reading.recordBegins == nil ? [now.moment] : []))
        }
    }
}

extension ChannelYear {
    fileprivate static func years(of shares: [ShareSummary], _ reference: ReferenceData) -> [ChannelYear] {
        var years: [Int?: ChannelCounts] = [:]
        for share in shares {
            years[share.startDate?.parts.year, default: ChannelCounts()].count(share.channel, reference)
        }
        return years.sorted { ($0.key ?? .max) < ($1.key ?? .max) }.map { ChannelYear(year: $0, counts: $1) }
    }
}
