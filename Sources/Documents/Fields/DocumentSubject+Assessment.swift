import Shares

// What the DPIA found, row by row, as steps 5 to 7 of the ICO's template ask for it.

extension DocumentSubject {
    /// The risks listed; where the whole risk was assessed in one line, that line.
    var riskRows: [[DocumentField: String?]] {
        let dpia = share.dpia
        guard dpia.risks.isEmpty else {
            return dpia.risks.map { risk in
                [
                    .riskNumber: String(risk.number), .riskText: risk.text,
                    .riskLikelihood: Self.capitalised(risk.likelihood.rawValue),
                    .riskSeverity: Self.capitalised(risk.severity.rawValue),
                    .riskOverall: Self.capitalised(risk.overall.rawValue),
                ]
            }
        }
        return dpia.assessment.map { whole in
            [
                [
                    .riskNumber: "1", .riskText: "The sharing as a whole, with its measures in place",
                    .riskLikelihood: Self.capitalised(whole.likelihood.rawValue),
                    .riskSeverity: Self.capitalised(whole.severity.rawValue),
                    .riskOverall: Self.capitalised(whole.residualRisk.rawValue),
                ]
            ]
        } ?? []
    }

    var measureRows: [[DocumentField: String?]] {
        let dpia = share.dpia
        guard dpia.risks.isEmpty else {
            return dpia.risks.flatMap { risk in
                risk.measures.map { measure in
                    [
                        .measureRisk: String(risk.number), .measureText: measure.text,
                        .measureEffect: Self.capitalised(measure.effect.rawValue),
                        .measureResidual: Self.capitalised(measure.residual.rawValue)
                            + (measure.ratedAnew == nil ? "" : " (rated anew on \(measure.at.day.inWords))"),
                        .measureApproved: measure.approver(naming: name).map { "Yes, by \($0)" } ?? "Not yet",
                    ]
                }
            }
        }
        return dpia.assessment.map { whole in
            [
                [
                    .measureRisk: "1", .measureText: whole.measures, .measureEffect: "Taken into account in the risk",
                    .measureResidual: Self.capitalised(whole.residualRisk.rawValue),
                    .measureApproved: dpia.decision.map { "Yes, by \($0.doneBy(naming: name))" } ?? "Not yet",
                ]
            ]
        } ?? []
    }

    func row(_ action: AssessmentAction) -> [DocumentField: String?] {
        [
            .actionNumber: String(action.number), .actionText: action.text, .actionOwner: name(PersonID(action.owner)),
            .actionDue: action.due.inWords,
            .actionState: action.doneAt.map { "Done on \($0.day.inWords)" }
                ?? (action.isOverdue(on: day) ? "Overdue" : "Open"),
        ]
    }

    /// Nil while a measure of a risk is not approved.
    var measuresApprovedBy: String? {
        let dpia = share.dpia
        let measures = dpia.risks.flatMap(\.measures)
        guard !measures.isEmpty else { return dpia.decision?.doneBy(naming: name) }
        let approvers = measures.compactMap { $0.approver(naming: name) }
        return approvers.count == measures.count ? Self.once(approvers) : nil
    }

    /// Nil where the Commissioner was not asked.
    var consultationOfTheICO: String? {
        let dpia = share.dpia
        let asked = dpia.consultation.map { one in
            "Asked on \(one.on.inWords) under the reference \(one.reference); an answer is due by "
                + "\(one.due(on: day).inWords)."
        }
        let answer = dpia.icoAnswer.map { one in
            (one.outcome == .mayProceed ? "Answered: may proceed. " : "Answered: may not proceed. ") + one.answer
        }
        return asked == nil && answer == nil ? nil : [asked, answer].compactMap { $0 }.joined(separator: " ")
    }
}
