package import Workflows

/// What a command writes into a share beside its new state: the closed meaning of `records` in a workflow file.
package enum Recording: String, CaseIterable, Hashable, Sendable {
    case terms, screening, assessment
    case dpoAdvice = "dpo-advice"
    case riskDecision = "risk-decision"
    case icoAnswer = "ico-answer"
    case existingDPIA = "existing-dpia"
    case signOff = "sign-off"
    case partnerSignOff = "partner-sign-off"
    case signOffWithdrawn = "sign-off-withdrawn"
    case condition
    case conditionMet = "condition-met"
    case conditionWaived = "condition-waived"
    case agreementText = "agreement-text"
    case signature
    case inForce = "in-force"
    case appointment, requester, review
    case nextReview = "next-review"
    case notice, stopped
    case deletionCertificate = "deletion-certificate"
    case retainedCopies = "retained-copies"
    case begunAmendment = "begun-amendment"
    case abandonedAmendment = "abandoned-amendment"
    case risk, measure
    case droppedRisk = "dropped-risk"
    case actionDone = "action-done"
    case icoConsultation = "ico-consultation"
    case icoExtension = "ico-extension"
    case icoWait = "ico-wait"
    case icoWaitOver = "ico-wait-over"
    case reliance
    case earlierAssessment = "earlier-assessment"
    case answers
    case similarAnswer = "similar-answer"
    case ended

    package var name: RecordName { RecordName(rawValue: rawValue) }

    /// Fields without which there is nothing to record, whatever the workflow file asks for.
    var requires: [EvidenceField] {
        switch self {
        case .screening: [.reason]
        case .risk: [.risk, .likelihood, .severity]
        case .measure: [.reference, .measures, .effect, .residualLikelihood, .residualSeverity]
        case .droppedRisk: [.reference, .reason]
        case .actionDone: [.reference, .evidence]
        case .icoConsultation: [.reference]
        case .icoExtension, .icoWait: [.reason]
        case .icoWaitOver: [.evidence]
        case .reliance: [.leading, .reason]
        case .similarAnswer: [.similar, .outcome, .reason]
        case .assessment: [.likelihood, .severity, .measures]
        case .dpoAdvice: [.advice]
        case .riskDecision: [.adviceAccepted]
        case .icoAnswer: [.outcome, .answers]
        case .existingDPIA: [.reference]
        case .condition: [.condition, .owner]
        case .conditionMet: [.reference, .evidence]
        case .conditionWaived: [.reference, .reason]
        case .partnerSignOff: [.party, .capacity, .signatory]
        case .signOffWithdrawn: [.reason]
        case .signature: [.party, .signatory]
        case .appointment: [.owner]
        case .requester: [.requester]
        case .stopped: [.evidence]
        case .deletionCertificate: [.party, .method, .evidence]
        case .retainedCopies: [.party, .retained, .reason]
        case .terms, .signOff, .agreementText, .inForce, .review, .notice, .begunAmendment, .abandonedAmendment, .ended,
            .earlierAssessment, .answers, .nextReview:
            []
        }
    }
}

extension Share {
    /// Writes what the act records, from the event alone.
    mutating func record(_ recording: Recording, of act: Act, in event: Event) {
        let given = Given(evidence: act.evidence)
        switch recording {
        case .terms:
            if let edited = act.terms { put(edited) }
        case .answers:
            if let edited = act.terms { put(edited) }
            for (name, text) in act.evidence where Answer.isName(name) {
                // Nothing takes an answer back.
                answers[name] =
                    text.isEmpty ? nil : Answer(text: text, by: event.actor, at: event.at, version: event.version)
            }
        case .similarAnswer:
            similarAnswers.append(
                SimilarAnswer(
                    share: ShareReference(given.text(.similar)), verdict: given.choice(.outcome) ?? .distinct,
                    reason: given.text(.reason), by: event.actor, at: event.at))
        case .screening, .assessment, .dpoAdvice, .riskDecision, .icoAnswer, .risk, .measure, .droppedRisk, .actionDone,
            .icoConsultation, .icoExtension, .icoWait, .icoWaitOver, .reliance, .earlierAssessment:
            dpia.record(recording, given, in: event)
        case .existingDPIA:
            dpia.existingReference = given.text(.reference)
        case .signOff:
            approval.signOffs.removeAll { $0.capacity == event.role.rawValue && $0.by == event.actor }
            approval.signOffs.append(
                SignOff(
                    capacity: event.role.rawValue, by: event.actor, onBehalfOf: act.onBehalfOf, at: event.at,
                    note: given.optional(.reason), party: given.optional(.party)))
        case .partnerSignOff:
            approval.signOffs.append(
                SignOff(
                    capacity: given.text(.capacity), by: event.actor, onBehalfOf: act.onBehalfOf, at: event.at,
                    note: given.optional(.reason), party: given.optional(.party), signatory: given.optional(.signatory),
                    evidence: given.optional(.evidence), signedOn: given.day(.signedOn)))
        case .signOffWithdrawn:
            approval.signOffs = approval.signOffs.filter { !isWithdrawn($0, by: event.actor, given) }
        case .condition:
            approval.conditions.append(
                Condition(
                    number: approval.conditions.count + 1, text: given.text(.condition), owner: given.text(.owner),
                    due: given.day(.due), setBy: event.actor, timing: given.choice(.timing), setAs: event.role,
                    ifOverdue: given.choice(.ifOverdue), forVersion: termsVersion + 1))
        case .conditionMet:
            guard let index = condition(given) else { return }
            approval.conditions[index].metAt = event.at
            approval.conditions[index].metBy = event.actor
            approval.conditions[index].evidence = given.text(.evidence)
        case .conditionWaived:
            guard let index = condition(given) else { return }
            approval.conditions[index].waived = Condition.Waiver(
                by: event.actor, at: event.at, reason: given.text(.reason))
        case .agreementText:
            if let dated = act.terms { put(dated) }
            approval.agreements.append(
                AgreementVersion(
                    number: approval.agreements.count + 1, termsVersion: termsVersion + 1, preparedAt: event.at,
                    preparedBy: event.actor, frozen: act.frozen))
        case .signature:
            approval.signatures.append(
                Signature(
                    agreement: approval.agreements.count, party: given.text(.party),
                    signatory: given.text(.signatory), capacity: given.optional(.capacity),
                    signedOn: given.day(.signedOn) ?? event.at.day,
                    evidence: given.optional(.evidence), recordedBy: event.actor, at: event.at))
        case .inForce:
            if let next = amendment { terms = next }
            amendment = nil
            termsVersion += 1
            registerDifferences = []
            setNextReview(given)
        case .appointment:
            let person = PersonID(given.text(.owner))
            passConditions(to: person)
            owner = DataOwner(name: act.evidence["owner-name"] ?? person.rawValue, person: person, appointed: event.at)
        case .requester:
            requester = PersonID(given.text(.requester))
        case .review:
            if act.movesReview { hold(act, given, in: event) }
            setNextReview(given)
        case .nextReview:
            setNextReview(given)
        case .notice:
            retirement.notice = RetirementRecord.Notice(
                on: given.day(.effective) ?? event.at.day, evidence: given.optional(.evidence),
                reference: given.optional(.reference), reason: given.optional(.reason))
        case .stopped:
            retirement.stop = RetirementRecord.Stop(
                on: given.day(.effective) ?? event.at.day, evidence: given.text(.evidence))
        case .deletionCertificate:
            retirement.certificates.append(
                RetirementRecord.Certificate(
                    party: given.text(.party), method: given.text(.method), evidence: given.text(.evidence),
                    on: given.day(.signedOn), at: event.at, by: event.actor, role: event.role,
                    onBehalfOf: act.onBehalfOf, signatory: given.optional(.signatory)))
        case .retainedCopies:
            retirement.retained.append(
                RetirementRecord.RetainedCopies(
                    party: given.text(.party), what: given.text(.retained), reason: given.text(.reason),
                    isAll: given.optional(.outcome).map { $0 == "all" }))
        case .begunAmendment:
            // Terms that data flowed on stay as they were, whether they were approved here or inherited.
            amendment = terms
        case .abandonedAmendment:
            amendment = nil
            // What was asked of an amendment that never came is nobody's to meet.
            for index in approval.conditions.indices
            where hasTermsInForce && approval.conditions[index].isOpen
                && approval.conditions[index].forVersion == termsVersion + 1
            {
                approval.conditions[index].isLapsed = true
            }
        case .ended:
            retirement.endedOn = event.at.day
        }
    }

    /// What the former data owner had to see to is the new one's.
    private mutating func passConditions(to person: PersonID) {
        for index in conditionsOfTheOwner { approval.conditions[index].owner = person.rawValue }
    }

    /// Edited terms are the amendment's, where there are terms that they must not touch.
    mutating func put(_ edited: Terms) {
        if hasTermsInForce || amendment != nil { amendment = edited } else { terms = edited }
    }

    /// Why a share is retired and what takes over, with whichever of its steps they are given.
    mutating func noteRetirement(_ act: Act) {
        guard act.machine == .retirement, !act.clears.contains(Fact.noticeGiven.name) else { return }
        let given = Given(evidence: act.evidence)
        // Until notice is given each step has the last word: a proposal to retire may be rejected and made again.
        let isOpen = retirement.notice == nil && act.moves.contains { $0.from != $0.to }
        if let reason = given.optional(.reason), retirement.reason == nil || isOpen { retirement.reason = reason }
        if let successor = given.optional(.successor) { retirement.successor = ShareReference(successor) }
    }

    /// Where the condition that was named is among those of the share.
    private func condition(_ given: Given) -> Int? {
        let number = given.text(.reference)
        return approval.conditions.firstIndex { String($0.number) == number }
    }

    /// Whether the person takes it back: a sign-off of theirs, of the capacity and party where those are named.
    func isWithdrawn(_ signOff: SignOff, by person: PersonID, _ given: Given) -> Bool {
        (signOff.by == person || signOff.onBehalfOf == person)
            && given.optional(.capacity).map { $0 == signOff.capacity } ?? true
            && given.optional(.party).map { $0 == signOff.party } ?? true
    }

    private mutating func setNextReview(_ given: Given) {
        guard let next = given.day(.nextReview) else { return }
        terms.reviewDate = StatedDay(next)
        if amendment != nil { amendment?.reviewDate = StatedDay(next) }
    }

    /// What a fact rested on is gone once the fact is cleared.
    mutating func clear(_ need: NeedName) {
        guard let fact = Fact(rawValue: need.rawValue) else { return }
        switch fact {
        case .requiredSignOffs: approval.signOffs = []
        case .signedByAllParties:
            // The signatures under an agreement in force stay, whatever becomes of its amendment.
            guard let current = agreementForSignature,
                let index = approval.agreements.firstIndex(where: { $0.number == current.number })
            else { return }
            approval.signatures.removeAll { $0.agreement == current.number }
            approval.agreements[index].isVoid = true
        case .screeningRecorded, .screeningRequiresDPIA, .screeningExcusesDPIA:
            dpia.screening = nil
            dpia.kept = []
        case .assessmentComplete: dpia.assessment = nil
        case .dpoAdviceRecorded: dpia.advice = nil
        case .residualRiskAcceptable:
            dpia.decision = nil
            dpia.icoAnswer = nil
            dpia.consultation = nil
        case .leadingAssessmentCovers: dpia.reliance = nil
        case .icoAnswerRecorded: dpia.icoAnswer = nil
        case .noticeGiven:
            // The share is kept: why it was to go, and what was to take over, is history.
            retirement.notice = nil
            retirement.reason = nil
            retirement.successor = nil
        case .transferStopped: retirement.stop = nil
        case .deletionCertified: retirement.certificates = []
        default: break
        }
    }
}

/// The evidence given with an act, read as it was checked.
struct Given {
    let evidence: [String: String]

    func optional(_ field: EvidenceField) -> String? { evidence[field.rawValue]?.nonEmpty }
    func text(_ field: EvidenceField) -> String { evidence[field.rawValue] ?? "" }
    func day(_ field: EvidenceField) -> Day? { optional(field).flatMap { Day.read($0) } }

    func choice<Choice: RawRepresentable>(_ field: EvidenceField) -> Choice? where Choice.RawValue == String {
        optional(field).flatMap { Choice(rawValue: $0) }
    }
}
