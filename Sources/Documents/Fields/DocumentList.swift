/// Something of which a share has several, for `data-each`: the element is repeated for each row.
package enum DocumentList: String, CaseIterable, Hashable, Sendable {
    case parties
    case controllers
    case processors
    case processorsApart = "processors-apart"
    case items
    case sensitiveItems = "sensitive-items"
    case subjects
    case gateways
    case lawfulBases = "lawful-bases"
    case specialCategoryConditions = "special-category-conditions"
    case criminalOffenceConditions = "criminal-offence-conditions"
    case transfers
    case riskReasons = "risk-reasons"
    case signOffs = "sign-offs"
    case conditions
    case signatories
    case versions
    case reviews
    case latestReview = "latest-review"
    case requestAnswers = "request-answers"
    case reviewQuestions = "review-questions"
    case reviewNotes = "review-notes"
    case requiredSignOffs = "required-sign-offs"
    case changes
    case risks, measures, actions
    case certificates, retained
    case redundancies
    case processAgreements = "process-agreements"
    /// Those of the library that stand in this document: only its template knows.
    case clauses
    /// What this document lacks: filled when all else is.
    case missing

    /// What the list holds, for those who write templates.
    package var meaning: String {
        switch self {
        case .parties: "Every organisation with a part in the share."
        case .controllers: "The parties that disclose or receive data, but for those that are processors."
        case .processors: "The parties that act on another's instructions, those too that disclose or receive data."
        case .processorsApart: "The processors that are not among those who sign."
        case .items: "The data items."
        case .sensitiveItems: "The data items that are special category or criminal offence data."
        case .subjects: "The groups of people that the data is about."
        case .gateways: "The legal powers to disclose."
        case .lawfulBases: "The lawful bases under UK GDPR Article 6."
        case .specialCategoryConditions: "The conditions under UK GDPR Article 9 and DPA 2018 Schedule 1."
        case .criminalOffenceConditions: "The conditions under UK GDPR Article 10 and DPA 2018 Schedule 1."
        case .transfers: "Countries outside the United Kingdom that data is sent to."
        case .riskReasons: "Why the share is in its risk tier."
        case .signOffs: "The sign-offs collected."
        case .conditions: "The conditions that the share is subject to."
        case .signatories:
            "Who signs for each party that discloses or receives data, and in a contract with a processor for each processor."
        case .versions: "The agreement texts prepared for signature."
        case .reviews: "The reviews held."
        case .latestReview: "The review held last; one row that asks for everything where none was held."
        case .requestAnswers: "What the requester answered beyond what the terms and the documents' own fields say."
        case .reviewQuestions: "The questions that were answered in the review held last."
        case .reviewNotes: "What was said in the review held last, beside the answers to its questions."
        case .requiredSignOffs: "The sign-offs that policy asks for, or that were frozen with the text."
        case .changes: "What an amendment under way changes in the terms."
        case .risks: "The risks of the DPIA (step 5)."
        case .measures: "The measures of the DPIA, risk by risk (step 6)."
        case .actions: "What the assessment asks somebody to do by a day."
        case .certificates:
            "Every deletion certificate of each party that holds data, processors too; a row too for each that has none yet."
        case .retained: "Copies that a party keeps after the end."
        case .redundancies: "Other shares with which this one is redundant, the surest first."
        case .processAgreements:
            "The open shares between its parties that name this one, by reference or title, as their umbrella agreement."
        case .clauses: "The clauses of the library that stand in this document."
        case .missing: "What is still to be completed in this document."
        }
    }

    /// The fields of a row, the one that names the row first.
    package var columns: [DocumentField] {
        switch self {
        case .parties, .controllers, .processors, .processorsApart:
            [.partyName, .partyPart, .partyRole, .partyAddress, .partyRegistration, .partyDPO, .partyContact]
        case .items, .sensitiveItems: [.itemName, .itemDataset, .itemSensitivity, .itemCategory, .itemJustification]
        case .subjects: [.subjectGroup]
        case .gateways: [.gatewayName, .gatewayConfidentiality, .gatewayNote]
        case .lawfulBases, .specialCategoryConditions, .criminalOffenceConditions:
            [.basisName, .basisStated, .basisParty, .basisNeeds]
        case .transfers: [.transferCountry, .transferSafeguard]
        case .riskReasons: [.riskReason]
        case .signOffs: [.signOffCapacity, .signOffBy, .signOffDay, .signOffNote]
        case .conditions: [.conditionNumber, .conditionText, .conditionOwner, .conditionDue, .conditionState]
        case .signatories: [.signatoryParty, .signatoryName, .signatoryPosition, .signatoryDay]
        case .versions: [.versionNumber, .versionTerms, .versionDay, .versionBy]
        case .reviews, .latestReview:
            [.reviewDay, .reviewBy, .reviewOutcome, .reviewReason, .reviewAnswers, .reviewNext]
        case .requestAnswers, .reviewQuestions: [.questionText, .questionAnswer, .questionBy]
        case .reviewNotes: [.noteText, .noteBy, .noteDay]
        case .requiredSignOffs: [.requirementWhat, .requirementReason, .requirementState]
        case .changes: [.changeField, .changeFrom, .changeTo]
        case .risks: [.riskText, .riskNumber, .riskLikelihood, .riskSeverity, .riskOverall]
        case .measures: [.measureText, .measureRisk, .measureEffect, .measureResidual, .measureApproved]
        case .actions: [.actionText, .actionNumber, .actionOwner, .actionDue, .actionState]
        case .certificates:
            [.certificateParty, .certificateMethod, .certificateEvidence, .certificateBy, .certificateDay]
        case .retained: [.retainedParty, .retainedWhat, .retainedReason]
        case .redundancies:
            [.redundancyShare, .redundancyTitle, .redundancyKind, .redundancyChance, .redundancyReason]
        case .processAgreements: [.processReference, .processTitle, .processType, .processStage]
        case .clauses: [.clauseTitle, .clauseName, .clauseVersion]
        case .missing: [.missingFact]
        }
    }
}

extension DocumentField {
    /// Whether it belongs to the rows of a list and not to the document.
    package var isOfRow: Bool { Self.ofRows.contains(self) }

    private static let ofRows = Set(DocumentList.allCases.flatMap(\.columns))
}
