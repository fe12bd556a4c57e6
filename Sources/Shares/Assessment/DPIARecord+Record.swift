import Workflows

extension DPIARecord {
    /// Writes what an act says of the assessment, from the event alone.
    mutating func record(_ recording: Recording, _ given: Given, in event: Event) {
        switch recording {
        case .screening:
            screening = Screening(
                outcome: given.choice(.outcome) ?? .required, criteria: given.text(.criteria),
                judgement: given.evidence[Self.judgement], setAside: given.optional(.setAside),
                reason: given.text(.reason), by: event.actor, role: event.role, onBehalfOf: event.onBehalfOf,
                at: event.at)
        case .assessment:
            risks = []
            assessment = Assessment(
                answers: given.optional(.answers).map { ["answers": $0] } ?? [:],
                likelihood: given.choice(.likelihood) ?? .probable, severity: given.choice(.severity) ?? .severe,
                measures: given.text(.measures), by: event.actor, role: event.role, onBehalfOf: event.onBehalfOf,
                at: event.at)
        case .dpoAdvice:
            advice = Advice(
                text: given.text(.advice), by: event.actor, role: event.role, onBehalfOf: event.onBehalfOf, at: event.at
            )
        case .riskDecision:
            decision = Decision(
                adviceAccepted: given.text(.adviceAccepted) == "yes", reason: given.text(.reason), by: event.actor,
                role: event.role, onBehalfOf: event.onBehalfOf, at: event.at)
            approveMeasures(by: event)
        case .icoAnswer:
            icoAnswer = ICOAnswer(
                outcome: given.choice(.outcome) ?? .mayNotProceed, answer: given.text(.answers),
                reference: given.optional(.reference), at: event.at)
            addAction(given)
        case .risk: recordRisk(given, in: event)
        case .droppedRisk: risks.removeAll { $0.number == given.number(.reference) }
        case .measure: recordMeasure(given, in: event)
        case .actionDone:
            guard let index = actions.firstIndex(where: { $0.number == given.number(.reference) }) else { return }
            actions[index].doneAt = event.at
            actions[index].evidence = given.text(.evidence)
        case .icoConsultation:
            consultation = ICOConsultation(
                reference: given.text(.reference), on: given.day(.effective) ?? event.at.day)
        case .icoExtension: consultation?.extended = given.text(.reason)
        case .icoWait:
            consultation?.waits.append(
                ICOConsultation.Wait(
                    from: given.day(.effective) ?? event.at.day, to: nil, reason: given.text(.reason)))
        case .icoWaitOver:
            guard let last = consultation?.waits.indices.last else { return }
            consultation?.waits[last].to = given.day(.effective) ?? event.at.day
        case .reliance:
            guard let concluded = given.evidence[Self.concluded].flatMap({ Instant(rfc3339: $0) }) else { return }
            reliance = Reliance(
                share: ShareReference(given.text(.leading)), concluded: concluded, reason: given.text(.reason),
                by: event.actor, role: event.role, onBehalfOf: event.onBehalfOf, at: event.at)
        case .earlierAssessment: restoreEarlier()
        default: return
        }
    }

    /// What a decision adds to the evidence by itself: what the triggers came to, and when the leading assessment was made.
    static let judgement = "judgement"
    static let concluded = "leading-concluded"

    /// A conclusion is kept before the acts that clear it.
    mutating func keepConclusion(before clears: [NeedName]) {
        let facts: Set<Fact> = [.screeningExcusesDPIA, .dpoAdviceRecorded, .residualRiskAcceptable]
        guard isConclusion, clears.contains(where: { Fact(rawValue: $0.rawValue).map(facts.contains) ?? false }) else {
            return
        }
        var conclusion = self
        conclusion.earlier = []
        earlier = [conclusion]
    }

    /// The earlier conclusion holds for what was screened, as the DPO agreed.
    mutating func letEarlierStand(_ given: Given, by event: Event) {
        guard let screening, !earlier.isEmpty else { return }
        restoreEarlier()
        kept.append(
            Kept(
                screening: screening, reason: given.text(.reason), by: event.actor, role: event.role,
                onBehalfOf: event.onBehalfOf, at: event.at))
    }

    private mutating func restoreEarlier() {
        guard let earlier = earlier.first else { return }
        // What was done meanwhile about actions stays done.
        let actions = actions
        self = earlier
        self.actions = actions
    }

    // MARK: - Rows

    private mutating func recordRisk(_ given: Given, in event: Event) {
        let likelihood: Likelihood = given.choice(.likelihood) ?? .probable
        let severity: Severity = given.choice(.severity) ?? .severe
        if let index = risks.firstIndex(where: { $0.number == given.number(.reference) }) {
            risks[index].text = given.text(.risk)
            risks[index].likelihood = likelihood
            risks[index].severity = severity
            risks[index].by = event.actor
            risks[index].at = event.at
        } else {
            risks.append(
                Risk(
                    number: (risks.map(\.number).max() ?? 0) + 1, text: given.text(.risk), likelihood: likelihood,
                    severity: severity, measures: [], by: event.actor, at: event.at))
        }
    }

    private mutating func recordMeasure(_ given: Given, in event: Event) {
        guard let index = risks.firstIndex(where: { $0.number == given.number(.reference) }) else { return }
        var measure = Measure(
            text: given.text(.measures), effect: given.choice(.effect) ?? .accepted,
            likelihood: given.choice(.residualLikelihood) ?? .probable,
            severity: given.choice(.residualSeverity) ?? .severe, by: event.actor, at: event.at)
        if let place = risks[index].measures.firstIndex(where: { $0.isSaid(by: measure.text) }) {
            let former = risks[index].measures[place]
            measure.text = former.text
            measure.ratedAnew = given.text(.reason)
            measure.earlier = (former.earlier ?? []) + [former.residual]
            risks[index].measures[place] = measure
        } else {
            risks[index].measures.append(measure)
        }
        addAction(given)
    }

    private mutating func addAction(_ given: Given) {
        guard let owner = given.optional(.owner), let due = given.day(.due), let text = given.optional(.measures) else {
            return
        }
        actions.append(
            AssessmentAction(
                number: (actions.map(\.number).max() ?? 0) + 1, text: text, owner: owner, due: due))
    }

    private mutating func approveMeasures(by event: Event) {
        for risk in risks.indices {
            for measure in risks[risk].measures.indices {
                risks[risk].measures[measure].approvedBy = event.actor
                risks[risk].measures[measure].approvedFor = event.onBehalfOf
            }
        }
    }
}

extension Given {
    func number(_ field: EvidenceField) -> Int? { optional(field).flatMap { Int($0) } }
}
