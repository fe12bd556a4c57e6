extension TermsField {
    /// The first step that is refused while a field says nothing.
    package enum NeededFor: Hashable, Sendable, CaseIterable {
        /// Putting the terms forward.
        case proposing
        case accepting
        /// The same, where the data are special or of offences.
        case acceptingSensitiveData
        /// Freezing the agreement for signature.
        case signing
        /// The same, where the data are of people.
        case signingForPersonalData
        /// The same, where the vocabulary does not know an item.
        case signingForUnknownItems
    }

    /// Nil where a share can live without it.
    package var neededFor: NeededFor? {
        switch self {
        case .title, .provider, .recipient, .purpose, .legalGateway, .lawfulBasis, .dataItems: .proposing
        case .retention, .transferMethod, .classification: .accepting
        case .specialCategoryCondition, .criminalOffenceCondition: .acceptingSensitiveData
        case .necessity, .frequency, .channelSecurity, .disposal, .onwardSharing, .startDate, .reviewDate: .signing
        case .providerRole, .recipientRole, .dataSubjects, .privacyInformation, .rightsContact, .automatedDecisions,
            .transfersOutsideUK:
            .signingForPersonalData
        case .itemKinds: .signingForUnknownItems
        case .processor, .publicBenefit, .withoutSharing, .spoke, .itemJustifications, .volume, .handling, .endDate,
            .agreementType, .parentAgreement, .costs, .contact:
            nil
        }
    }
}
