package import Shares

/// The parts in which the terms of a share are asked for.
package enum TermsSection: String, Hashable, Sendable, CaseIterable {
    case purpose, parties, law, data, transfer, keeping, agreement

    var title: String {
        switch self {
        case .purpose: "What it is for"
        case .parties: "Who takes part"
        case .law: "The law"
        case .data: "The data and whom it is about"
        case .transfer: "How it travels"
        case .keeping: "How it is kept and used"
        case .agreement: "Dates and agreement"
        }
    }

    /// Every field is in one section.
    package var fields: [TermsField] { TermsField.allCases.filter { TermsSection(of: $0) == self } }

    private init(of field: TermsField) {
        self =
            switch field {
            case .title, .purpose, .publicBenefit, .necessity, .withoutSharing, .spoke, .costs: .purpose
            case .provider, .recipient, .processor, .providerRole, .recipientRole, .contact, .rightsContact: .parties
            case .legalGateway, .lawfulBasis, .specialCategoryCondition, .criminalOffenceCondition,
                .privacyInformation:
                .law
            case .dataItems, .itemKinds, .itemJustifications, .dataSubjects, .volume: .data
            case .frequency, .transferMethod, .channelSecurity, .classification, .handling: .transfer
            case .retention, .disposal, .transfersOutsideUK, .onwardSharing, .automatedDecisions: .keeping
            case .startDate, .endDate, .reviewDate, .agreementType, .parentAgreement: .agreement
            }
    }

    /// How many of its fields say something.
    func answered(in terms: Terms) -> Int { fields.count { !terms.text(of: $0).trimmed.isEmpty } }
}
