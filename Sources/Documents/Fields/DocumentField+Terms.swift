import Shares

extension DocumentField {
    /// The field of the terms that a document says with it; nil where no one field does.
    var termsField: TermsField? {
        switch self {
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
        case .itemJustification: .itemJustifications
        case .subjectGroup: .dataSubjects
        case .gatewayName: .legalGateway
        case .basisName, .basisParty: .lawfulBasis
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

    /// Where it is said, if not in one field of the terms; nil where that is not known.
    func mended(in subject: DocumentSubject) -> String? {
        switch self {
        case .partyRole: return "give provider_role and recipient_role"
        case .partyAddress, .partyRegistration, .partyDPO, .partyContact:
            return "the hub keeps it in the reference data"
        default:
            let spoke = subject.terms.spoke?.term
            for name in QuestionSet.names {
                let questions = subject.reference.questionSets[name]?.questions(for: spoke) ?? []
                if let asked = questions.first(where: { $0.document == rawValue }) {
                    return "answer \(asked.id) of the \(name)"
                }
            }
            return nil
        }
    }
}
