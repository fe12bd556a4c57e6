extension DocumentField {
    /// As it is asked for where it is missing: `the ICO registration number`.
    package var label: String { entry.label }
    /// A sentence for those who write templates.
    package var meaning: String { entry.meaning }

    private var entry: (label: String, meaning: String) {
        switch self {
        case .reference: ("the reference", "The share's reference in the register.")
        case .title: ("the title", "The share's title.")
        case .marking:
            ("the security classification", "Classification with its handling markings, for headers and footers.")
        case .day: ("the date of the document", "The day the document was made, in words.")
        case .shareVersion: ("the version of the share", "How many recorded events made the share as it is shown.")
        case .termsVersion: ("the version of the terms", "Counts the versions of the terms that have come into force.")
        case .agreementNumber: ("the number of the agreement text", "The text last prepared for signature.")
        case .ledgerPosition: ("the position in the ledger", "How many events the ledger held.")
        case .templateVersion: ("the template's version", "The version that the template states of itself.")
        case .templateDigest: ("the template's digest", "SHA-256 of the template.")
        case .agreementType: ("the type of agreement", "The kind of document that the parties sign.")
        case .parentAgreement: ("the umbrella agreement", "The agreement that this one stands under.")
        case .spoke: ("the data domain", "The spoke that answers for the share.")
        case .dataOwner: ("the data owner", "The person or post accountable for the share.")
        case .requester: ("the requester", "Who proposed the share.")
        case .riskTier:
            (
                "the risk tier",
                "Low, medium or high, from the terms; as it stood when the text was frozen, where it was."
            )
        case .proposalState: ("the state of the proposal", "Where the proposal stands.")
        case .dpiaState: ("the state of the DPIA", "Where the data protection impact assessment stands.")
        case .approvalState: ("the state of approval", "Where the approval stands.")
        case .reviewState: ("the state of review", "Where the review stands.")
        case .retirementState: ("the state of retirement", "Where the retirement stands.")
        case .providers: ("the disclosing party", "The names of all that provide data.")
        case .recipients: ("the receiving party", "The names of all that receive data.")
        case .purpose: ("the purpose of the sharing", "The specific aims of the sharing.")
        case .publicBenefit: ("the benefits to individuals or society", "What good the sharing does, and to whom.")
        case .necessity:
            (
                "why the sharing is necessary",
                "Why the purpose cannot be reached otherwise (`necessity` in the register)."
            )
        case .withoutSharing:
            ("the consequence of not sharing", "What would happen without (`without_sharing` in the register).")
        case .frequency: ("how often data is shared", "How often data flows.")
        case .volume: ("the volume of data", "How much data flows, as stated.")
        case .channel: ("the method of transfer", "The channel that carries the data.")
        case .channelSecurity:
            (
                "the security of the transfer",
                "How the data is protected on its way, as stated, else as known of the channel."
            )
        case .retention: ("the retention period", "How long the recipient keeps the data, in words.")
        case .disposal: ("the method of disposal", "How the data is destroyed.")
        case .onwardSharing: ("the rule on onward sharing", "Whether and to whom the recipient may pass data on.")
        case .automatedDecisions:
            (
                "whether decisions are automated",
                "Decisions made without a person (`automated_decisions` in the register)."
            )
        case .privacyInformation:
            (
                "where individuals are told of the sharing",
                "The privacy notices (`privacy_information` in the register)."
            )
        case .rightsContact:
            ("the single point of contact for individuals", "Where people exercise their rights and complain.")
        case .contact: ("the contact for the agreement", "Whom the parties write to.")
        case .costs: ("who bears the costs", "Costs (`costs` in the register).")
        case .startDate: ("the start date", "When sharing begins, in words.")
        case .endDate: ("the end date", "When sharing ends, in words.")
        case .reviewDate: ("the review date", "When the agreement is next reviewed, in words.")
        case .specialCategoryCondition:
            ("the condition for special category data", "Under UK GDPR Article 9; all that are cited.")
        case .criminalOffenceCondition:
            ("the condition for criminal offence data", "Under UK GDPR Article 10; all that are cited.")
        case .dpiaScreening: ("the result of DPIA screening", "Whether a DPIA is required, and why.")
        case .dpiaMeasures: ("the measures that reduce risk", "Measures of the DPIA.")
        case .dpiaResidualRisk: ("the residual risk", "The risk that remains after the measures.")
        case .dpiaAdvice: ("the DPO's advice", "What the data protection officer advised.")
        case .dpiaDecision: ("the decision on the DPO's advice", "Whether the advice was accepted, with the reason.")
        case .dpiaReference: ("the reference of the DPIA", "A DPIA that was made before or elsewhere.")
        case .partyName: ("the legal name of a party", "Its name in the reference data, else as stated.")
        case .partyPart: ("the part in the sharing", "Disclosing party, receiving party or processor.")
        case .partyRole: ("the controller role", "Independent controller, joint controller or processor.")
        case .partyAddress: ("the address", "Of a party.")
        case .partyRegistration: ("the ICO registration number", "Of a party.")
        case .partyDPO: ("the data protection officer", "Of a party.")
        case .partyContact: ("the key contact", "Of a party.")
        case .itemName: ("the data item", "Its name in the vocabulary, else as stated.")
        case .itemDataset: ("the dataset", "The dataset that carries the item.")
        case .itemSensitivity:
            ("whether the item is personal data", "Personal, special category, criminal offence, or none of these.")
        case .itemJustification: ("the justification", "Why the purpose needs the item.")
        case .itemCategory: ("the category", "The special category that the item reveals, or criminal offence data.")
        case .subjectGroup: ("the group of individuals", "A group of people that the data is about.")
        case .gatewayName: ("the legal power", "A legal power to disclose.")
        case .gatewayConfidentiality:
            ("the duty of confidence", "The duty that comes with data disclosed under the power.")
        case .gatewayNote: ("the note on the power", "What the reference data says of the power.")
        case .basisName: ("the lawful basis or condition", "Its article and name.")
        case .basisParty: ("which party relies on the lawful basis", "The side that relies on the basis.")
        case .basisNeeds: ("what the basis requires", "What else has to be there.")
        case .transferCountry: ("the country", "A country that data is sent to.")
        case .transferSafeguard: ("the safeguard", "What makes the transfer lawful.")
        case .riskReason: ("the reason", "A reason for the risk tier.")
        case .signOffCapacity: ("the capacity", "In which somebody signed off.")
        case .signOffBy: ("the person", "Who signed off.")
        case .signOffDay: ("the date", "Of the sign-off.")
        case .signOffNote: ("the note", "Made at the sign-off.")
        case .conditionNumber: ("the number", "Of a condition.")
        case .conditionText: ("the condition", "What must be done.")
        case .conditionOwner: ("the owner", "Who answers for the condition.")
        case .conditionDue: ("the due date", "Of a condition.")
        case .conditionState: ("the state", "Whether the condition is met.")
        case .signatoryParty: ("the party", "On whose behalf somebody signs.")
        case .signatoryName: ("the signatory", "Who signed; empty before.")
        case .signatoryDay: ("the date of signature", "Empty before the signature.")
        case .versionNumber: ("the number", "Of an agreement text.")
        case .versionTerms: ("the version of the terms", "That the text states.")
        case .versionDay: ("the date", "On which the text was prepared.")
        case .versionBy: ("the person", "Who prepared the text.")
        case .reviewDay: ("the date", "Of a review.")
        case .reviewBy: ("the person", "Who reviewed.")
        case .reviewOutcome: ("the outcome", "Of a review.")
        case .missingFact: ("the missing fact", "Something that is still to be completed.")
        }
    }
}
