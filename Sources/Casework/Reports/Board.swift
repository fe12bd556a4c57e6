import Ledger
package import Shares

/// What a governance board looks at: the report of today, and where the risk lies.
package struct Board: Sendable {
    package var report: PortfolioReport
    /// Shares that have not ended, by risk and stage.
    package var risks: [RiskTier: [Stage: Int]]
}

extension Office {
    package func board(for person: Person) throws -> Board {
        let reach = person.reach
        var risks: [RiskTier: [Stage: Int]] = [:]
        for share in try shares(where: reach.filters) where share.stage != .ended {
            risks[share.risk, default: [:]][share.stage, default: 0] += 1
        }
        return Board(report: try report(within: reach), risks: risks)
    }
}
