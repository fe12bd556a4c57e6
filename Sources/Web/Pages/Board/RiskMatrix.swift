import Casework
import Shares

/// The ICO's matrix of the risks that assessments state, after their measures: how likely, and how severe.
struct RiskMatrix: Component {
    let assessed: AssessedRisks

    var html: HTML {
        tag(.div, .class("report-section")) {
            if assessed.counts.isEmpty {
                tag(.h2) { "Assessed risks" }
                tag(.p) { "No assessment of a share that has not ended states a risk." }
            } else {
                table
                tag(.p, .class("hint")) {
                    "Each risk counts once, as it remains after its last measure. "
                        + Words.count(assessed.shares, "share has", "shares have") + " risks on record."
                }
            }
        }
    }

    private var table: HTML {
        var table = DataTable(
            id: "matrix", caption: "Assessed risks by likelihood and severity",
            columns: [DataTable.Column("Likelihood of harm")]
                + DPIARecord.Severity.allCases.map {
                    DataTable.Column("\($0.rawValue.capitalisedFirst) severity", isNumber: true)
                }, heading: .h2)
        for likelihood in DPIARecord.Likelihood.allCases.reversed() {
            table.add(
                [HTML(text: likelihood.rawValue.capitalisedFirst)]
                    + DPIARecord.Severity.allCases.map { cell(RiskCell(likelihood, $0)) })
        }
        return table.html
    }

    /// The colour is the tier that the matrix gives, which is said too.
    private func cell(_ cell: RiskCell) -> HTML {
        let tier = cell.tier
        let heat = [RiskTier.low: 1, .medium: 2, .high: 3][tier] ?? 1
        return tag(.span, .class("heat heat-\(heat)")) {
            Words.number(assessed.counts[cell] ?? 0)
            tag(.span, .class("hint")) { " \(tier.rawValue)" }
        }
    }
}
