import Workflows

extension Share {
    /// What evidence about the assessment must agree with: known triggers, rows that are there, the state of the consultation.
    func checkAssessment(
        _ recordings: [Recording], in circumstances: Circumstances, under rules: Rulebook, _ reading: inout OrderReading
    ) {
        if recordings.contains(.screening) { judgeScreening(under: rules.reference, &reading) }
        if recordings.contains(.assessment), !dpia.risks.isEmpty {
            reading.refuse(
                "risks-listed", "The risks are listed one by one: change those, the whole follows from them.")
        }
        if reading.evidence["reference"] == nil {
            if dpia.risks.isEmpty, recordings.contains(.measure) || recordings.contains(.droppedRisk) {
                reading.refuse("no-risk", "No risk is recorded yet: record-risk does that.")
            }
            if recordings.contains(.actionDone), !dpia.actions.contains(where: { $0.doneAt == nil }) {
                reading.refuse("no-open-action", "The assessment has no action that is still to be done.")
            }
        }
        if recordings.contains(.measure) || recordings.contains(.droppedRisk) || recordings.contains(.risk),
            let number = reading.evidence["reference"], !dpia.risks.contains(where: { String($0.number) == number })
        {
            reading.refuse("unknown-risk", "There is no risk “\(number.shortened(to: 20))”.", at: "reference")
        }
        if recordings.contains(.actionDone), let number = reading.evidence["reference"],
            !dpia.actions.contains(where: { String($0.number) == number && $0.doneAt == nil })
        {
            reading.refuse(
                "unknown-action", "There is no action “\(number.shortened(to: 20))” that is still to be done.",
                at: "reference")
        }
        if recordings.contains(.measure) { checkMeasure(on: circumstances.today, &reading) }
        if recordings.contains(.icoAnswer), reading.evidence["owner"] != nil || reading.evidence["due"] != nil {
            for field in [EvidenceField.measures, .owner, .due] where reading.evidence[field.rawValue] == nil {
                reading.refuse(
                    "action-incomplete",
                    "An action says what is done, by whom and by which day: give all three, or none.",
                    at: field.rawValue)
            }
        }
        checkConsultation(recordings, on: circumstances.today, &reading)
        if recordings.contains(.reliance), let leading = reading.evidence["leading"] {
            if leading == self.reference.rawValue {
                reading.refuse("relies-on-itself", "A share does not rely on its own assessment.", at: "leading")
            }
            reading.evidence[DPIARecord.concluded] =
                circumstances.assessments[ShareReference(leading)]?.concluded?.description
        }
    }

    // MARK: - Screening

    /// A name alone says no why; and where several triggers are left out, each is named.
    private func judgeSettingAside(
        _ text: String, of leftOut: [ShownTrigger], under reference: ReferenceData, _ reading: inout OrderReading
    ) {
        var why = text.lowercased()
        for shown in leftOut {
            if leftOut.count > 1, !why.contains(shown.id) {
                reading.refuse(
                    "trigger-left-out",
                    "The terms show the trigger \(shown.id) (\(shown.because)): name it in set-aside, with why it does not apply.",
                    at: "set-aside")
            }
        }
        for trigger in reference.screeningTriggers.all {
            for name in [trigger.id, trigger.name.lowercased()] { why = why.replacing(name, with: " ") }
        }
        if !leftOut.isEmpty, why.split(whereSeparator: { !$0.isLetter }).count < 2 {
            reading.refuse(
                "set-aside-without-why", "Say in set-aside why each trigger does not apply, not only which.",
                at: "set-aside")
        }
    }

    /// The outcome follows from the triggers; a person may ask for an assessment beyond them, and never do without one
    /// that they require.
    private func judgeScreening(under reference: ReferenceData, _ reading: inout OrderReading) {
        var triggers: [ScreeningTrigger] = []
        let separators: Set<Character> = [";", ",", "\n"]
        for part in (reading.evidence["criteria"] ?? "").split(whereSeparator: separators.contains) {
            let text = String(part).trimmed
            guard !text.isEmpty else { continue }
            if let trigger = reference.screeningTriggers[text] ?? reference.screeningTriggers.resolve(text) {
                if !triggers.contains(trigger) { triggers.append(trigger) }
            } else {
                reading.refuse(
                    "unknown-trigger",
                    "“\(text.shortened(to: 60))” is no trigger of a DPIA: see concordat triggers.", at: "criteria")
            }
        }
        let leftOut = termsUnderConsideration.shownTriggers(under: reference)
            .filter { shown in !triggers.contains { $0.id == shown.id } }
        if !leftOut.isEmpty, reading.evidence["set-aside"] == nil {
            for shown in leftOut where reading.evidence["outcome"] != "required" {
                reading.refuse(
                    "trigger-left-out",
                    "The terms show the trigger \(shown.id) (\(shown.because)): name it in criteria, or say in set-aside why it does not apply.",
                    at: "criteria")
            }
        }
        if let text = reading.evidence["set-aside"], reading.evidence["outcome"] != "required" {
            judgeSettingAside(text, of: leftOut, under: reference, &reading)
        }
        let judgement = ScreeningJudgement(of: triggers)
        switch reading.evidence["outcome"] {
        case "not-required" where judgement.isRequired:
            reading.refuse("screening-requires-dpia", judgement.reason, at: "outcome")
        case nil: reading.evidence["outcome"] = judgement.isRequired ? "required" : "not-required"
        default: break
        }
        if reading.evidence["criteria"] != nil {
            reading.evidence["criteria"] = triggers.map(\.id).joined(separator: "; ")
        }
        reading.evidence[DPIARecord.judgement] = judgement.reason
    }

    // MARK: - Measures

    private func checkMeasure(on today: Day, _ reading: inout OrderReading) {
        if (reading.evidence["owner"] == nil) != (reading.evidence["due"] == nil) {
            reading.refuse(
                "action-incomplete", "An action has an owner and a due date: give both, or neither.", at: "due")
        }
        if let due = reading.evidence["due"].flatMap({ Day.read($0) }), due < today {
            reading.refuse("in-the-past", "Due, \(due.inWords), has passed.", at: "due")
        }
        guard let risk = dpia.risks.first(where: { String($0.number) == reading.evidence["reference"] }) else { return }
        let place = reading.evidence["measures"].flatMap { text in risk.measures.firstIndex { $0.isSaid(by: text) } }
        if let place { checkRatedAnew(risk.measures[place], &reading) }
        guard
            let likelihood = reading.evidence["residual-likelihood"].flatMap({ DPIARecord.Likelihood(rawValue: $0) }),
            let severity = reading.evidence["residual-severity"].flatMap({ DPIARecord.Severity(rawValue: $0) })
        else { return }
        let residual = RiskTier(likelihood, severity)
        let before = risk.measures[..<(place ?? risk.measures.endIndex)].last?.residual ?? risk.overall
        if residual > before {
            reading.refuse(
                "measure-raises-risk",
                "A measure does not raise a risk: \(before.rawValue) remained before it, \(residual.rawValue) would after it."
            )
        }
        if let next = place.flatMap({ risk.measures[$0...].dropFirst().first }), next.residual > residual {
            reading.refuse(
                "measure-raises-risk",
                "After “\(next.text.shortened(to: 80))”, which came later, \(next.residual.rawValue) remains, and \(residual.rawValue) would before it: rate that one anew first."
            )
        }
        if reading.evidence["effect"] == "eliminated", residual != .low {
            reading.refuse("risk-not-eliminated", "A risk that is eliminated remains low at most.", at: "effect")
        }
    }

    /// The same words again say that the measure does more, or less, than was thought: why is on record with both ratings.
    private func checkRatedAnew(_ measure: Measure, _ reading: inout OrderReading) {
        let isAsRated =
            reading.evidence["effect"] == measure.effect.rawValue
            && reading.evidence["residual-likelihood"] == measure.likelihood.rawValue
            && reading.evidence["residual-severity"] == measure.severity.rawValue
        if isAsRated {
            reading.refuse(
                "recorded-already",
                "This measure is recorded against the risk already, rated like this: rate it otherwise, and give the reason.",
                at: "measures")
        } else if reading.evidence["reason"] == nil {
            reading.refuse(
                "reason-missing",
                "This measure is recorded against the risk already: say in the reason why it is rated anew.",
                at: "reason")
        }
    }

    // MARK: - The Commissioner

    private func checkConsultation(
        _ recordings: [Recording], on today: Day, _ reading: inout OrderReading
    ) {
        let asks: Set<Recording> = [.icoConsultation, .icoExtension, .icoWait, .icoWaitOver]
        guard recordings.contains(where: asks.contains) else { return }
        if let day = reading.evidence["effective"].flatMap({ Day.read($0) }), day > today {
            reading.refuse("in-the-future", "\(day.inWords) lies in the future.", at: "effective")
        }
        guard let consultation = dpia.consultation else {
            if !recordings.contains(.icoConsultation) {
                reading.refuse("not-consulted", "No consultation of the ICO is on record.")
            }
            return
        }
        if recordings.contains(.icoExtension), consultation.extended != nil {
            reading.refuse(
                "extended-already", "The ICO has extended its time already: it may do so once (Article 36(2)).")
        }
        if recordings.contains(.icoWait), consultation.isWaiting {
            reading.refuse("waits-already", "The ICO waits for information already.")
        }
        if recordings.contains(.icoWaitOver) {
            guard let wait = consultation.waits.last, wait.to == nil else {
                return reading.refuse("does-not-wait", "The ICO waits for no information.")
            }
            if let day = reading.evidence["effective"].flatMap({ Day.read($0) }), day < wait.from {
                reading.refuse(
                    "before-it-began", "The ICO asked on \(wait.from.inWords), after \(day.inWords).", at: "effective")
            }
        }
    }
}
