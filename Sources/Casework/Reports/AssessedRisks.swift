package import Shares

/// How many risks assessments state of each likelihood and severity: as they remain after the last measure.
package struct AssessedRisks: Hashable, Sendable {
    package var counts: [RiskCell: Int] = [:]
    /// Shares of which the assessment states a risk.
    package var shares: Int

    init(_ risksOfShares: [[RiskCell]]) {
        shares = risksOfShares.count
        for risk in risksOfShares.joined() { counts[risk, default: 0] += 1 }
    }
}
