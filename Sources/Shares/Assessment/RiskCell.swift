/// A cell of the ICO's matrix: how likely a harm is, and how severe.
package struct RiskCell: Hashable, Sendable {
    package var likelihood: DPIARecord.Likelihood
    package var severity: DPIARecord.Severity

    package init(_ likelihood: DPIARecord.Likelihood, _ severity: DPIARecord.Severity) {
        self.likelihood = likelihood
        self.severity = severity
    }

    package var tier: RiskTier { RiskTier(likelihood, severity) }
}

extension Risk {
    /// After the last measure; the risk itself where there is none.
    package var remaining: RiskCell {
        measures.last.map { RiskCell($0.likelihood, $0.severity) } ?? RiskCell(likelihood, severity)
    }
}
