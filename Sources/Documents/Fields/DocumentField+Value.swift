import Shares
import Workflows

extension DocumentField {
    /// What a document about the subject says; nil where it is not known, and for fields of a list's rows.
    func value(for subject: DocumentSubject) -> String? {
        let value =
            documentValue(subject) ?? agreedValue(subject) ?? dpiaValue(subject) ?? retirementValue(subject)
            ?? stated(subject)
        // Blank is missing: it would leave a hole that nobody sees.
        return value.flatMap { DocumentText.isBlank($0) ? nil : $0 }
    }

    /// What a question asked for, else what the register says of it in a column of its own.
    private func stated(_ subject: DocumentSubject) -> String? {
        guard let column else { return nil }
        if let (question, answer) = subject.share.answer(inDocumentsAs: rawValue, of: subject.reference) {
            return question.kind == .day ? Day(iso: answer.text)?.inWords ?? answer.text : answer.text
        }
        return subject.terms.other[column]
    }

    private func documentValue(_ subject: DocumentSubject) -> String? {
        let share = subject.share
        let terms = subject.terms
        switch self {
        case .reference: return share.reference.rawValue
        case .title: return terms.title
        case .marking: return subject.marking
        case .day: return subject.day.inWords
        case .shareVersion: return String(share.version)
        case .termsVersion: return String(share.termsVersion)
        case .agreementNumber: return share.approval.agreements.last.map { String($0.number) } ?? "not yet prepared"
        case .ledgerPosition: return subject.ledgerPosition.map(String.init) ?? "not recorded"
        case .templateDigest: return subject.templateDigest ?? "not recorded"
        case .openReason: return subject.openReason
        case .agreementType:
            return terms.agreementType.map(subject.agreementType)
        case .parentAgreement: return terms.parentAgreement
        case .spoke:
            return terms.spoke.map { spoke in spoke.term.flatMap { subject.reference.spokes[$0]?.name } ?? spoke.text }
        case .dataOwner: return share.owner?.name
        case .ownerPerson: return share.owner?.person.map(subject.name)
        case .ownerAppointed: return share.owner?.appointed?.day.inWords
        case .decisionAsked: return subject.decisionAsked
        case .decision: return subject.decision
        case .decisionReasons: return subject.decisionReasons
        case .requester: return share.requester.map(subject.name)
        case .riskTier: return DocumentSubject.capitalised(subject.share.riskUnderConsideration.tier.rawValue)
        case .proposalState: return subject.state(.proposal)
        case .dpiaState: return subject.state(.dpia)
        case .approvalState: return subject.state(.approval)
        case .reviewState: return subject.state(.review)
        case .retirementState: return subject.state(.retirement)
        default: return nil
        }
    }

    private func agreedValue(_ subject: DocumentSubject) -> String? {
        let terms = subject.terms
        let reference = subject.reference
        switch self {
        case .providers: return subject.names(of: terms.providers)
        case .recipients: return subject.names(of: terms.recipients)
        case .controllerNames: return subject.names(of: terms.controllingParties)
        case .processorNames: return subject.names(of: terms.processingParties)
        case .purpose: return terms.purpose
        case .publicBenefit: return terms.publicBenefit
        case .frequency:
            return terms.frequency.map { one in one.term.flatMap { reference.frequencies[$0]?.name } ?? one.text }
        case .volume: return terms.volume
        case .channel: return terms.channel.map { one in one.term.flatMap { reference.channels[$0]?.name } ?? one.text }
        case .channelSecurity:
            return terms.channelSecurity ?? terms.channel?.term.flatMap { reference.channels[$0]?.security }
        case .retention: return terms.retention.map(RetentionWords.words)
        case .disposal:
            return terms.disposal.map { one in one.term.flatMap { reference.disposalMethods[$0]?.name } ?? one.text }
        // That it is shared on says nothing of to whom.
        case .onwardSharing: return terms.onwardSharing.flatMap { TermIndex.key($0) == "yes" ? nil : $0 }
        case .transferStatement:
            let countries = terms.transfers.map(\.country)
            return countries.isEmpty ? terms.staysInUK == true ? "None" : nil : DocumentSubject.listed(countries)
        case .sensitiveStatement:
            guard terms.itemsAreUnderstood else { return nil }
            let sensitive = terms.sensitiveItems.map(subject.item)
            return sensitive.isEmpty ? "None" : DocumentSubject.listed(sensitive)
        case .rightsContact: return terms.rightsContact
        case .contact: return terms.contact
        case .specialCategoryCondition: return subject.condition(.specialCategory)
        case .criminalOffenceCondition: return subject.condition(.criminalOffence)
        case .startDate: return subject.words(terms.startDate)
        case .endDate: return subject.words(terms.endDate)
        case .reviewDate: return subject.words(terms.reviewDate)
        default: return nil
        }
    }

    private func dpiaValue(_ subject: DocumentSubject) -> String? {
        let dpia = subject.share.dpia
        switch self {
        case .dpiaScreening:
            if let screening = dpia.screening {
                return ([screening.inShort] + dpia.kept.map(\.inShort)).joined(separator: " ")
            }
            // Where another assessment covers the share, nobody screens it.
            return dpia.reliance.map { "The assessment of \($0.share) covers this share. \($0.reason)" }
                ?? dpia.existingReference.map { "The assessment is recorded under \($0)." }
        case .dpiaText: return dpia.assessment?.answers[EvidenceField.answers.rawValue]
        case .dpiaMeasures: return dpia.measures
        case .dpiaResidualRisk: return dpia.residualRisk.map { DocumentSubject.capitalised($0.rawValue) }
        case .dpiaAdvice: return dpia.advice?.text
        case .dpiaDecision:
            return dpia.decision.map { decision in
                (decision.adviceAccepted ? "Advice accepted. " : "Advice overruled. ") + decision.reason
            }
        case .dpiaReference: return dpia.existingReference
        case .dpiaCriteria: return dpia.screening?.criteria
        case .dpiaScreenedBy: return dpia.screening.map { "\($0.doneBy(naming: subject.name)) on \($0.at.day.inWords)" }
        case .dpiaAdviceBy: return dpia.advice?.doneBy(naming: subject.name)
        case .dpiaAdviceDay: return dpia.advice?.at.day.inWords
        case .dpiaMeasuresBy: return subject.measuresApprovedBy
        case .dpiaDecidedBy: return dpia.decision?.doneBy(naming: subject.name)
        case .dpiaDecidedDay: return dpia.decision?.at.day.inWords
        case .dpiaICO: return subject.consultationOfTheICO
        case .dpiaReliance: return dpia.reliance.map { "The assessment of \($0.share): \($0.reason)" }
        default: return nil
        }
    }
}

extension DocumentSubject {
    /// The title of the state where the machine stands; its name where no titles were given.
    func state(_ machine: Machine) -> String {
        stateTitles[machine] ?? DocumentSubject.capitalised(share.state(machine).rawValue)
    }
}

extension DPIARecord.Screening {
    fileprivate var inShort: String {
        (outcome == .required ? "A DPIA is required. " : "A DPIA is not required. ") + reason
    }
}

extension DPIARecord.Kept {
    fileprivate var inShort: String {
        "Changed terms, screened on \(screening.at.day.inWords): \(screening.inShort) The earlier conclusion stands, as the data protection officer agreed on \(at.day.inWords)."
    }
}
