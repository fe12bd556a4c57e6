extension DocumentField {
    /// The register's column by whose name the fact is known, where no question was answered with it; nil of what the
    /// model knows.
    package var column: String? {
        switch self {
        case .necessity, .withoutSharing, .automatedDecisions, .privacyInformation, .costs, .jointInformation,
            .jointRights, .jointEssence, .processingNature, .subProcessors, .digitalEconomyObjective, .dpiaProcessing,
            .dpiaCollection, .dpiaIndividuals, .dpiaArea, .dpiaRelationship, .dpiaControl, .dpiaVulnerable,
            .dpiaConcerns,
            .dpiaNovelty, .dpiaNeed, .dpiaFlow, .dpiaHighRisk, .dpiaColleagues, .successMeasure, .neededBy, .dpiaCodes,
            .dpiaEffect, .dpiaConsultation, .dpiaExperts, .dpiaAlternatives,
            .dpiaFunctionCreep,
            .dpiaQuality, .dpiaProcessors, .dpiaResponses, .dpiaKeptBy, .dpiaDecidedPosition, .requesterPosition,
            .requestDay, .requestCircumstances, .options, .recommendation, .savings:
            String(rawValue.map { $0 == "-" ? "_" : $0 })
        default: nil
        }
    }

    /// Whether a document for the public may say it: what is agreed and under which law, and nothing of persons, security,
    /// risk, advice or deliberation.
    package var isPublic: Bool {
        switch self {
        case .reference, .title, .day, .templateTitle, .templateVersion, .agreementType, .spoke, .providers,
            .recipients,
            .purpose, .publicBenefit, .necessity, .frequency, .retention, .onwardSharing, .automatedDecisions,
            .privacyInformation, .rightsContact, .startDate, .endDate, .reviewDate, .specialCategoryCondition,
            .criminalOffenceCondition, .digitalEconomyObjective, .partyName, .partyPart, .partyRole, .itemName,
            .itemSensitivity, .itemCategory, .subjectGroup, .gatewayName, .basisName, .basisParty, .transferCountry,
            .transferSafeguard, .clauseName, .clauseTitle, .clauseVersion, .missingFact:
            true
        default: false
        }
    }
}
