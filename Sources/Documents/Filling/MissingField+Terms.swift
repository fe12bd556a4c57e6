import Shares

extension MissingField {
    /// The field of the terms that a document says with it; nil where no one field does.
    func termsField(in subject: DocumentSubject) -> TermsField? {
        switch field {
        case .sensitiveStatement where !subject.terms.items.isEmpty: .itemKinds
        case .title: .title
        case .marking: .classification
        case .providers: .provider
        case .recipients: .recipient
        case .processorNames: .processor
        case .purpose: .purpose
        case .publicBenefit: .publicBenefit
        case .necessity: .necessity
        case .withoutSharing: .withoutSharing
        case .spoke: .spoke
        case .frequency: .frequency
        case .volume: .volume
        case .channel: .transferMethod
        case .channelSecurity: .channelSecurity
        case .retention: .retention
        case .disposal: .disposal
        case .onwardSharing: .onwardSharing
        case .transferStatement, .transferCountry, .transferSafeguard: .transfersOutsideUK
        case .sensitiveStatement, .itemName: .dataItems
        case .itemSensitivity: .itemKinds
        case .itemJustification: .itemJustifications
        case .subjectGroup: .dataSubjects
        case .gatewayName: .legalGateway
        case .partyRole: .providerRole
        case .basisName, .basisParty:
            switch conditions {
            case .specialCategoryConditions: .specialCategoryCondition
            case .criminalOffenceConditions: .criminalOffenceCondition
            default: .lawfulBasis
            }
        case .specialCategoryCondition: .specialCategoryCondition
        case .criminalOffenceCondition: .criminalOffenceCondition
        case .automatedDecisions: .automatedDecisions
        case .privacyInformation: .privacyInformation
        case .rightsContact: .rightsContact
        case .contact: .contact
        case .costs: .costs
        case .startDate: .startDate
        case .endDate: .endDate
        case .reviewDate: .reviewDate
        case .agreementType: .agreementType
        case .parentAgreement: .parentAgreement
        default: nil
        }
    }

    /// What mends it; nil where that is not known.
    func remedy(in subject: DocumentSubject) -> String? {
        switch field {
        case .partyRole: return "give provider_role and recipient_role"
        case .sensitiveStatement where !subject.terms.items.isEmpty:
            let open = subject.terms.itemsOfNoKind.map { subject.item($0).shortened(to: 80) }
            let named = open.prefix(10) + (open.count > 10 ? ["\(open.count - 10) more"] : [])
            return "give item_kinds, which says it of \(DocumentSubject.listed(Array(named)))"
        case _ where isOfPartyParticulars:
            return "the hub keeps it in the reference data"
        default:
            if let field = termsField(in: subject) { return "give \(field.rawValue)" }
            return subject.reference.questions(inDocumentsAs: field.rawValue, of: subject.terms.spoke?.term).first
                .map { "answer \($0.question.id) of the \($0.set)" }
        }
    }

    /// Whether it can be said while the terms are written.
    func isKnownEarly(in subject: DocumentSubject) -> Bool {
        termsField(in: subject) != nil || isOfPartyParticulars
            || subject.reference.questions(inDocumentsAs: field.rawValue, of: subject.terms.spoke?.term).first?.set
                == "proposal"
    }

    /// Whether the hub keeps it in the reference data, and no share says it.
    private var isOfPartyParticulars: Bool {
        [.partyAddress, .partyRegistration, .partyDPO, .partyContact].contains(field)
    }
}
