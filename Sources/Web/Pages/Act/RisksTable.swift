import Casework
import Shares

/// The risks of an assessment, how likely and how severe each is, what is done about it, and what remains.
struct RisksTable: Component {
    let risks: [Risk]

    var html: HTML {
        guard !risks.isEmpty else { return tag(.p) { "No risk is recorded." } }
        var table = DataTable(
            id: "risks", caption: "Risks with what is done about them",
            columns: ["Risk", "Likelihood of harm", "Severity of harm", "Before", "Measures", "What remains"]
                .map { DataTable.Column($0) })
        for risk in risks {
            table.add([
                HTML(shown: "\(risk.number). \(risk.text)"),
                HTML(text: risk.likelihood.rawValue.capitalisedFirst),
                HTML(text: risk.severity.rawValue.capitalisedFirst),
                StatusTag(risk.overall).html,
                HTML(
                    shown: risk.measures.map { "\($0.text) (\($0.effectInWords))" }.joined(separator: "; ").nonEmpty
                        ?? "None"),
                StatusTag(risk.residual).html,
            ])
        }
        return table.html
    }
}
