import Casework
import Shares

/// What the record says of a share's assessment: screening, risks, advice, decision.
struct AssessmentRecord: Component {
    let share: Share
    let names: PersonNames
    /// Whether the risks are among it, and have no table of their own.
    var showsRisks = true

    var html: HTML {
        let lines = lines
        guard !lines.isEmpty else { return tag(.p) { "Nothing is recorded." } }
        return lines.reduce(into: SummaryList()) { list, line in list.add(line.0) { HTML(shown: line.1) } }.html
    }

    private var lines: [(String, String)] {
        var lines: [(String, String)] = []
        let dpia = share.dpia
        if let reference = dpia.existingReference { lines.append(("Made before or elsewhere", reference)) }
        if let screening = dpia.screening {
            let outcome = screening.outcome == .required ? "A DPIA is required" : "A DPIA is not required"
            lines.append(
                (
                    "Screening",
                    "\(outcome) (\(screening.told(naming: names))): \(screening.reason)"
                ))
            if let judgement = screening.judgement { lines.append(("What the triggers come to", judgement)) }
            if let why = screening.setAside { lines.append(("Triggers set aside", why)) }
            if !screening.criteria.isEmpty { lines.append(("Criteria that apply", screening.criteria)) }
        }
        lines += showsRisks ? riskLines : []
        if !dpia.risks.isEmpty, let residual = dpia.residualRisk {
            lines.append(("Residual risk", residual.rawValue.capitalisedFirst))
        }
        lines += otherLines
        if dpia.risks.isEmpty, let made = dpia.assessment {
            lines.append(
                (
                    "Residual risk",
                    "\(made.residualRisk.rawValue.capitalisedFirst): harm is \(made.likelihood.rawValue) and would be "
                        + "\(made.severity.rawValue) (\(made.told(naming: names)))"
                ))
            lines.append(("Measures", made.measures))
        }
        if let advice = dpia.advice {
            lines.append(
                (
                    "Advice of the DPO",
                    "\(advice.text) (\(advice.told(naming: names)))"
                ))
        }
        if let decision = dpia.decision {
            lines.append(
                (
                    decision.adviceAccepted ? "The advice was accepted" : "The advice was overruled",
                    "\(decision.reason) (\(decision.told(naming: names)))"
                ))
        }
        if let answer = dpia.icoAnswer { lines.append(("Answer of the ICO", answer.answer)) }
        for kept in dpia.kept { lines.append(("Changed terms, screened", kept.inWords(naming: names.words))) }
        return lines
    }

    private var riskLines: [(String, String)] {
        share.dpia.risks.map { risk in
            (
                "Risk \(risk.number)",
                "\(risk.text). \(risk.overall.rawValue.capitalisedFirst) (\(risk.likelihood.rawValue), \(risk.severity.rawValue)); "
                    + "\(risk.residual.rawValue) remains. "
                    + risk.measures.map { "\($0.text): \($0.effectInWords)." }.joined(separator: " ")
            )
        }
    }

    private var otherLines: [(String, String)] {
        let dpia = share.dpia
        var lines = dpia.actions.map { action in
            (
                "Action \(action.number)",
                "\(action.text) (\(names.words(PersonID(action.owner)))), "
                    + (action.doneAt.map { "done on \($0.day.inWords)" } ?? "due on \(action.due.inWords)")
            )
        }
        if let reliance = dpia.reliance {
            lines.append(
                ("Taken from", "\(reliance.share): \(reliance.reason) (\(reliance.doneBy(naming: names.words)))"))
        }
        if let consultation = dpia.consultation {
            lines.append(("ICO consulted", "\(consultation.reference), on \(consultation.on.inWords)"))
        }
        return lines
    }
}

extension DoneOnRecord {
    /// Who did it and when: `security as DPO for dpo, 28 November 2026`.
    func told(naming names: PersonNames) -> String { "\(doneBy(naming: names.words)), \(at.day.inWords)" }
}
