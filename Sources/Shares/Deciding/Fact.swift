package import Workflows

/// What a named need of a workflow file means: the closed list, each with what a person reads where it is not met.
package enum Fact: String, CaseIterable, Hashable, Sendable {
    case summaryComplete = "summary-complete"
    case legalBasisStated = "legal-basis-stated"
    case specialCategoryConditionStated = "special-category-condition-stated"
    case retentionStated = "retention-stated"
    case securityStated = "security-stated"
    case termsConsistent = "terms-consistent"
    case dataOwnerAppointed = "data-owner-appointed"
    case reviewDateSet = "review-date-set"
    case termsChanged = "terms-changed"
    case screeningRecorded = "screening-recorded"
    case screeningRequiresDPIA = "screening-requires-dpia"
    case screeningExcusesDPIA = "screening-excuses-dpia"
    case assessmentComplete = "assessment-complete"
    case assessmentQuestionsAnswered = "assessment-questions-answered"
    case dpoAdviceRecorded = "dpo-advice-recorded"
    case residualRiskAcceptable = "residual-risk-acceptable"
    case residualRiskHigh = "residual-risk-high"
    case icoAnswerRecorded = "ico-answer-recorded"
    case requiredSignOffs = "required-sign-offs"
    case agreementPrepared = "agreement-prepared"
    case signedByAllParties = "signed-by-all-parties"
    case conditionsMet = "conditions-met"
    case conditionOverdue = "suspending-condition-overdue"
    case startDateReached = "start-date-reached"
    case endDateAhead = "end-date-ahead"
    case endDatePassed = "end-date-passed"
    case reviewQuestionsAnswered = "review-questions-answered"
    case noticeGiven = "notice-given"
    case transferStopped = "transfer-stopped"
    case deletionCertified = "deletion-certified"
    case retainedCopiesJustified = "retained-copies-justified"
    case similarSharesAnswered = "similar-shares-answered"
    case assessmentActionsMet = "assessment-actions-met"
    case assessmentUntouched = "assessment-untouched"
    case leadingAssessmentCovers = "leading-assessment-covers"
    case leadingAssessmentStands = "leading-assessment-stands"
    case survivorCarriesAll = "survivor-carries-all"

    package var name: NeedName { NeedName(rawValue: rawValue) }

    /// The need as a heading: what must be so.
    package var label: String {
        switch self {
        case .summaryComplete: "Title, purpose, parties and data items are given"
        case .legalBasisStated: "The legal gateway and the Article 6 basis are stated"
        case .specialCategoryConditionStated: "An Article 9 or 10 condition is stated where the data needs one"
        case .retentionStated: "Retention is stated"
        case .securityStated: "The transfer method and the classification are stated"
        case .termsConsistent: "Nothing in the terms is against the law or itself"
        case .dataOwnerAppointed: "A data owner is appointed, and is here or has somebody to act for them"
        case .reviewDateSet: "A review date is set"
        case .termsChanged: "The amendment changes something"
        case .screeningRecorded: "The screening is recorded"
        case .screeningRequiresDPIA: "The screening requires a DPIA"
        case .screeningExcusesDPIA: "The screening found that no DPIA is required"
        case .assessmentComplete: "The assessment is complete"
        case .assessmentQuestionsAnswered: "The questions that an assessment must answer are answered"
        case .dpoAdviceRecorded: "The DPO's advice is recorded"
        case .residualRiskAcceptable: "The residual risk is not high, or the ICO has answered"
        case .residualRiskHigh: "The residual risk is high"
        case .icoAnswerRecorded: "The ICO's answer is recorded"
        case .requiredSignOffs: "Every required sign-off is given"
        case .agreementPrepared: "The agreement is prepared for signature"
        case .signedByAllParties: "Every party has signed"
        case .conditionsMet: "Every condition that is due is met"
        case .conditionOverdue: "A condition that suspends the share is overdue"
        case .startDateReached: "The start date is reached"
        case .endDateAhead: "The end date lies ahead"
        case .endDatePassed: "The end date has passed"
        case .reviewQuestionsAnswered: "The review questions are answered"
        case .noticeGiven: "Notice is given"
        case .transferStopped: "The transfer has stopped"
        case .deletionCertified: "Every recipient has certified deletion or return"
        case .retainedCopiesJustified: "Every copy that is kept has a lawful reason"
        case .similarSharesAnswered: "Every share like this one is answered for"
        case .assessmentActionsMet: "Every action of the assessment that is due is done"
        case .assessmentUntouched: "The amendment touches nothing that was assessed"
        case .leadingAssessmentCovers: "The assessment of the leading share covers this one"
        case .leadingAssessmentStands: "The assessment that this share relies on still stands"
        case .survivorCarriesAll: "What takes over from the share by a consolidation carries all of it"
        }
    }
}

extension Fact {
    /// Everything that is wanting, a sentence each, for the person who can mend it; empty where the fact holds.
    ///
    /// `given` is the evidence that comes with the command itself, for facts that it completes.
    package func shortfalls(
        of share: Share, given: [String: String], in circumstances: Circumstances, under rules: Rulebook
    ) -> [Shortfall] {
        termsShortfalls(of: share.termsUnderConsideration, on: circumstances.today, under: rules.reference)
            ?? sentences(of: share, given: given, in: circumstances, under: rules).map { Shortfall($0) }
    }

    private func sentences(
        of share: Share, given: [String: String], in circumstances: Circumstances, under rules: Rulebook
    ) -> [String] {
        let today = circumstances.today
        switch self {
        case .dataOwnerAppointed:
            return share.ownerGap(in: circumstances.roster, on: today).map { [$0.says] } ?? []
        case .termsChanged:
            // Inherited terms were never agreed here: renewing them as they stand is a change in itself.
            let changed = share.amendment.map { !share.terms.changes(to: $0).isEmpty } ?? false
            return changed || !share.hasTermsInForce
                ? [] : ["Nothing has changed: the amendment is the same as what is in force."]
        case .screeningRecorded, .screeningRequiresDPIA, .screeningExcusesDPIA, .assessmentComplete,
            .dpoAdviceRecorded, .residualRiskAcceptable, .residualRiskHigh, .icoAnswerRecorded:
            return dpiaShortfalls(share.dpia)
        case .similarSharesAnswered: return share.unansweredSimilar(in: circumstances)
        case .assessmentActionsMet, .assessmentUntouched, .leadingAssessmentCovers, .leadingAssessmentStands:
            return assessmentShortfalls(of: share, given: given, in: circumstances, under: rules)
        case .requiredSignOffs: return share.missingSignOffs(under: rules)
        case .agreementPrepared:
            return share.agreementForSignature == nil ? ["The agreement is not prepared for signature."] : []
        case .signedByAllParties: return share.missingSignatures
        case .conditionsMet:
            return share.approval.conditions.filter { $0.blocks(on: today) }
                .map { "Condition \($0.number) is not met: \($0.text) (\($0.owner))." }
        case .conditionOverdue:
            return share.approval.conditions.contains { $0.suspends && $0.isOverdue(on: today) }
                ? [] : ["No condition that suspends the share is overdue."]
        case .endDatePassed:
            guard let end = share.terms.endDate?.day else { return ["The share has no end date."] }
            return end < today ? [] : ["The end date, \(end.inWords), has not passed."]
        case .assessmentQuestionsAnswered:
            return given[EvidenceField.reason.rawValue]?.nonEmpty != nil ? [] : share.unansweredAssessment(under: rules)
        case .reviewQuestionsAnswered:
            return given[EvidenceField.answers.rawValue]?.nonEmpty != nil ? [] : share.unansweredReview(under: rules)
        case .survivorCarriesAll: return circumstances.takeOver?.shortfalls ?? []
        // Of the terms alone.
        case .summaryComplete, .legalBasisStated, .specialCategoryConditionStated, .retentionStated, .securityStated,
            .termsConsistent, .reviewDateSet, .startDateReached, .endDateAhead:
            return []
        case .noticeGiven: return share.retirement.notice == nil ? ["No notice is recorded."] : []
        case .transferStopped:
            return share.retirement.stop == nil ? ["It is not recorded that the transfer has stopped."] : []
        case .deletionCertified: return share.missingCertificates
        case .retainedCopiesJustified:
            return share.retirement.retained.filter(\.reason.isEmpty)
                .map { "\($0.party) keeps \($0.what) without a lawful reason." }
        }
    }

    private func dpiaShortfalls(_ dpia: DPIARecord) -> [String] {
        switch self {
        case .screeningRecorded:
            return dpia.screening == nil
                ? ["The screening of these terms is not recorded: the data owner or the DPO records it."] : []
        case .screeningRequiresDPIA:
            guard dpia.screening != nil else { return Fact.screeningRecorded.dpiaShortfalls(dpia) }
            return dpia.screening?.outcome == .required
                ? []
                : [
                    "The screening found that no DPIA is required: the DPO agrees to that, or it is screened again, as required."
                ]
        case .screeningExcusesDPIA:
            return dpia.screening?.outcome == .notRequired ? [] : ["The screening requires a DPIA."]
        case .assessmentComplete:
            return dpia.assessmentShortfalls
        case .dpoAdviceRecorded: return dpia.advice == nil ? ["The DPO's advice is not recorded (Article 35(2))."] : []
        case .residualRiskHigh:
            return dpia.residualRisk == .high ? [] : ["The residual risk is not high."]
        case .icoAnswerRecorded: return dpia.icoAnswer == nil ? ["The ICO's answer is not recorded."] : []
        case .residualRiskAcceptable:
            guard let risk = dpia.residualRisk else { return ["The residual risk is not assessed."] }
            guard risk == .high else { return [] }
            guard let answer = dpia.icoAnswer else {
                return ["The residual risk is high: the ICO must be consulted first (Article 36(1))."]
            }
            return answer.outcome == .mayProceed ? [] : ["The ICO answered that the sharing may not proceed."]
        default: return []
        }
    }
}

extension Share {
    /// The latest text, while it is not in force yet.
    package var agreementForSignature: AgreementVersion? {
        approval.agreements.last.flatMap { $0.termsVersion > termsVersion && $0.isVoid != true ? $0 : nil }
    }

    var missingSignatures: [String] {
        guard agreementForSignature != nil else { return ["The agreement is not prepared for signature."] }
        return unsignedParties.map { "\($0.organisation.text) has not signed." }
    }

    /// The parties that have not signed the text that is for signature; all of them where there is none.
    var unsignedParties: [Party] {
        let current = agreementForSignature?.number
        let signed = Set(approval.signatures.filter { $0.agreement == current }.map { TermIndex.key($0.party) })
        return termsUnderConsideration.signatories.filter { !signed.contains(TermIndex.key($0.organisation.text)) }
    }

    var missingCertificates: [String] {
        uncertifiedParties.map { "\($0.organisation.text) has not certified deletion or return." }
    }

    /// The recipients and processors that have not said what became of what they hold.
    var uncertifiedParties: [Party] {
        // Whoever lawfully keeps everything has nothing to delete.
        let certified = Set(
            retirement.certificates.map { TermIndex.key($0.party) }
                + retirement.retained.filter { $0.isAll == true && !$0.reason.isEmpty }.map { TermIndex.key($0.party) })
        return terms.parties.filter { $0.part != .provider }
            .filter { !certified.contains(TermIndex.key($0.organisation.text)) }
    }
}

extension Share {
    /// Those among the recipients and processors whose own people have not said it, whatever was recorded for them.
    var partiesWithoutTheirOwnWord: [Party] {
        let own = Set(retirement.certificates.filter { $0.role == "partner" }.map { TermIndex.key($0.party) })
        let keepers = Set(
            retirement.retained.filter { $0.isAll == true && !$0.reason.isEmpty }.map { TermIndex.key($0.party) })
        return terms.parties.filter { $0.part != .provider }
            .filter { !own.union(keepers).contains(TermIndex.key($0.organisation.text)) }
    }
}

extension RoleName {
    /// `the DPO`, `the data owner`.
    package var asPeopleSay: String {
        switch rawValue {
        case "dpo": "the DPO"
        case "siro": "the SIRO"
        case "legal": "the legal adviser"
        case "security": "the security officer"
        case "board": "the governance board"
        case "hub": "the hub"
        case "data-owner": "the data owner"
        case "data-steward": "the data steward"
        case "partner": "the partner"
        case "system": "the system"
        default: "the " + rawValue.split(separator: "-").joined(separator: " ")
        }
    }

    /// `DPO`, `data owner`.
    package var noun: String { String(asPeopleSay.dropFirst("the ".count)) }

    /// At the beginning of a line: `DPO`, `Data owner`.
    package var title: String { noun.capitalisedFirst }
}
