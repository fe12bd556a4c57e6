@testable import Documents
import Testing

/// What each document has to ask for: the ICO's Data Sharing Code (“What should a data sharing agreement contain?”) with its
/// request and decision forms, the ICO's template of a DPIA, and what government's own agreements state.
@Suite("What documents hold")
struct WhatDocumentsHoldTests {
    private static let parties: [DocumentField] = [
        .partyName, .partyPart, .partyAddress, .partyRegistration, .partyDPO, .partyContact, .contact,
    ]
    private static let law: [DocumentField] = [
        .gatewayName, .gatewayConfidentiality, .basisName, .basisParty, .basisNeeds, .specialCategoryCondition,
        .criminalOffenceCondition, .itemCategory,
    ]
    private static let data: [DocumentField] = [
        .itemName, .itemDataset, .itemSensitivity, .itemJustification, .subjectGroup, .frequency, .volume, .startDate,
        .endDate,
    ]
    private static let purpose: [DocumentField] = [.purpose, .necessity, .publicBenefit, .withoutSharing]
    private static let care: [DocumentField] = [
        .channel, .channelSecurity, .marking, .retention, .disposal, .transferCountry, .transferSafeguard,
    ]
    private static let end: [DocumentField] = [.signatoryParty, .signatoryName, .signatoryPosition, .signatoryDay]
    private static let control: [DocumentField] = [
        .reference, .day, .shareVersion, .termsVersion, .agreementNumber, .ledgerPosition, .templateVersion,
        .templateDigest, .clauseName, .clauseVersion,
    ]
    private static let agreement = parties + law + data + purpose + care + end + control

    private static let held: [String: [DocumentField]] = [
        "data-sharing-agreement": agreement + [
            .transferStatement, .sensitiveStatement,
            .partyRole, .onwardSharing, .privacyInformation, .rightsContact, .automatedDecisions, .costs, .reviewDate,
            .successMeasure, .dpiaScreening, .dpiaResidualRisk, .dpiaAdvice, .dpiaDecision, .requester, .neededBy,
            .questionAnswer, .requesterPosition, .requestDay, .requestCircumstances, .decision, .decisionReasons,
            .dataOwner, .signOffBy, .signOffDay, .conditionText,
        ],
        "umbrella-mou": parties + law + purpose + care + end + control + [
            .partyRole, .onwardSharing, .privacyInformation, .rightsContact, .costs, .reviewDate,
            .processReference, .processTitle, .processType, .processStage,
        ],
        "process-mou": agreement + [.parentAgreement, .onwardSharing, .costs, .reviewDate, .privacyInformation],
        "data-usage-agreement": agreement + [.parentAgreement, .onwardSharing, .costs, .reviewDate, .dpiaScreening],
        "information-sharing-agreement": agreement + [.digitalEconomyObjective, .successMeasure, .savings],
        "joint-controller-arrangement": agreement.filter { ![.channel, .channelSecurity].contains($0) } + [
            .partyRole, .jointInformation, .jointRights, .jointEssence, .rightsContact,
        ],
        "processor-contract-schedule": parties + end + care + [
            .purpose, .processingNature, .subProcessors, .startDate, .endDate, .subjectGroup, .itemName,
        ],
        "dpia-report": law + data + control + [.controllerNames, .partyDPO]
            + DocumentField.allCases.filter {
                $0.rawValue.hasPrefix("dpia-") && ![.dpiaMeasures].contains($0)
            } + [
                .purpose, .publicBenefit, .necessity, .retention, .privacyInformation, .rightsContact, .contact,
                .riskText,
                .riskLikelihood, .riskSeverity, .riskOverall, .measureText, .measureEffect, .measureResidual,
                .measureApproved, .actionText, .actionOwner, .actionDue,
            ],
        "board-paper": law + data + purpose + control + [
            .decisionAsked, .recommendation, .options, .savings, .costs, .riskTier, .riskReason, .dpiaAdvice,
            .requirementWhat, .redundancyShare, .changeField,
        ],
        "review-record": [
            .reviewDay, .reviewBy, .reviewOutcome, .reviewReason, .reviewAnswers, .reviewNext, .questionText,
            .questionAnswer, .questionBy, .noteText, .noteBy, .purpose,
            .redundancyShare, .conditionState,
        ],
        "retirement-certificate": [
            .retirementReason, .successor, .noticeDay, .stopDay, .stopEvidence, .endedOn, .certificateParty,
            .certificateMethod, .certificateEvidence, .certificateBy, .certificateDay, .retainedParty, .retainedWhat,
            .retainedReason,
            .itemName,
        ],
        "appointment-letter": [.dataOwner, .ownerAppointed, .title, .reference, .spoke, .purpose, .reviewDate],
        "consolidation-proposal": [
            .recommendation, .redundancyShare, .redundancyKind, .redundancyChance, .redundancyReason, .savings,
            .gatewayName,
        ],
        "foi-answer": [
            .purpose, .publicBenefit, .necessity, .providers, .recipients, .itemName, .subjectGroup, .gatewayName,
            .basisName, .frequency, .retention, .onwardSharing, .automatedDecisions, .privacyInformation,
            .rightsContact,
        ],
    ]

    @Test(arguments: EveryDocumentTests.names)
    func itAsksForAllThatItHasToState(name: String) throws {
        let asked = Set(try DocumentTemplates(files: try Files.agreements()).fields(of: name))
        let wanted = try #require(Self.held[name])
        #expect(wanted.filter { !asked.contains($0) }.map(\.rawValue) == [])
    }
}
