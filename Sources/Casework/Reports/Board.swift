import Ledger
package import Shares

/// What a governance board looks at: the report of a day, and where the risk lies.
package struct Board: Sendable {
    package var report: PortfolioReport
    /// Shares that have not ended, by risk and stage.
    package var risks: [RiskTier: [Stage: Int]]
    /// The risks that assessments of shares which have not ended state, after their measures.
    package var assessed: AssessedRisks
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
            return Board(
                report: try report(of: reading) { reach.includes($0) }, risks: risks,
                assessed: AssessedRisks(open.compactMap { reading.risks[$0.reference] }))
        }
    }
}
