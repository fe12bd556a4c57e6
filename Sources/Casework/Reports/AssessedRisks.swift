package import Shares

/// How many risks assessments state of each likelihood and severity: as they remain after the last measure.
package struct AssessedRisks: Hashable, Sendable {
    /// A cell of the ICO's matrix.
    package struct Cell: Hashable, Sendable {
        package var likelihood: DPIARecord.Likelihood
        package var severity: DPIARecord.Severity

        package init(_ likelihood: DPIARecord.Likelihood, _ severity: DPIARecord.Severity) {
            self.likelihood = likelihood
            self.severity = severity
        }

        package var tier: RiskTier { RiskTier(likelihood, severity) }
    }

    package var counts: [Cell: Int] = [:]
    /// Shares of which the assessment states a risk.
    package var shares: Int

    init(_ risksOfShares: [[Risk]]) {
        shares = risksOfShares.count
        for risk in risksOfShares.joined() {
            let last = risk.measures.last
            counts[Cell(last?.likelihood ?? risk.likelihood, last?.severity ?? risk.severity), default: 0] += 1
        }
    }
}
