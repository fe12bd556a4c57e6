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
        case .templateTitle: ("the template's title", "The title that the template states of itself.")
        case .templateVersion: ("the template's version", "The version that the template states of itself.")
        case .templateDigest: ("the template's digest", "SHA-256 of the template.")
        case .openReason:
            ("why it is signed with what is open", "The reason given when the text was frozen with gaps.")
        case .agreementType: ("the type of agreement", "The kind of document that the parties sign.")
        case .parentAgreement: ("the umbrella agreement", "The agreement that this one stands under.")
        case .spoke: ("the data domain", "The spoke that answers for the share.")
        case .dataOwner: ("the data owner", "The person or post accountable for the share.")
        case .ownerPerson: ("the person appointed as data owner", "Their identifier in this installation.")
        case .ownerAppointed: ("the day of appointment", "When the data owner was appointed here, in words.")
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
        case .controllerNames: ("the controllers", "The names of the parties that are no processors.")
        case .processorNames: ("the processors", "The names of all that act on a controller's instructions.")
        case .purpose: ("the purpose of the sharing", "The specific aims of the sharing.")
        case .publicBenefit: ("the benefits to individuals or society", "What good the sharing does, and to whom.")
        case .necessity:
            (
                "why the sharing is necessary",
                "Why the purpose cannot be reached otherwise."
            )
        case .withoutSharing:
            ("the consequence of not sharing", "What would happen without.")
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
        case .transferStatement:
            (
                "whether data leaves the United Kingdom",
                "That it does not, where that is stated, or the countries that it is sent to."
            )
        case .sensitiveStatement:
            (
                "whether any item is special category or criminal offence data",
                "Which items are, or that none is; missing where an item is not understood."
            )
        case .automatedDecisions:
            (
                "whether decisions are automated",
                "Decisions made without a person."
            )
        case .privacyInformation:
            (
                "where individuals are told of the sharing",
                "The privacy notices."
            )
        case .rightsContact:
            ("the single point of contact for individuals", "Where people exercise their rights and complain.")
        case .contact: ("the contact for the agreement", "Whom the parties write to.")
        case .costs: ("who bears the costs", "Costs.")
        case .requesterPosition: ("the position of the requester", "As the request form asks.")
        case .requestDay: ("the date of the request", "When the request was made and came in, in words.")
        case .requestCircumstances: ("the circumstances of the request", "What led to the request.")
        case .decision: ("the decision", "Whether to share the data; missing while it is not taken.")
        case .decisionReasons:
            (
                "the reasons for the decision",
                "What the data owner noted with the sign-off; no advice, as the parties read it."
            )
        case .neededBy: ("when the data is needed", "As the request says, in words.")
        case .successMeasure:
            ("how success is measured, and by when", "How it is found out whether the sharing achieves its aims.")
        case .startDate: ("the start date", "When sharing begins, in words.")
        case .endDate: ("the end date", "When sharing ends, in words.")
        case .reviewDate: ("the review date", "When the agreement is next reviewed, in words.")
        case .digitalEconomyObjective:
            (
                "the objective under the Digital Economy Act",
                "The specified objective, debt or fraud function, or research."
            )
        case .jointInformation:
            ("which joint controller informs individuals", "Who gives the privacy information (Articles 13 and 14).")
        case .jointRights: ("which joint controller answers which requests", "The division of individuals' rights.")
        case .jointEssence:
            ("where the essence of the arrangement is published", "What Article 26(2) makes available to individuals.")
        case .processingNature: ("the nature of the processing", "What the processor does with the data.")
        case .subProcessors: ("the sub-processors", "Those authorised, or that there are none.")
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
        case .dpiaCriteria: ("the criteria of DPIA screening", "The triggers that apply.")
        case .dpiaScreenedBy: ("who screened for a DPIA", "Who screened, and when.")
        case .dpiaNeed: ("why the need for a DPIA was identified", "Step 1.")
        case .dpiaProcessing: ("the type of processing", "Step 1: what kind of processing it is.")
        case .dpiaCollection:
            ("how data is collected, used, stored and deleted", "Step 2: the nature of the processing.")
        case .dpiaFlow: ("with whom else data is shared", "Step 2: the nature, with the diagram of the flow.")
        case .dpiaHighRisk: ("which of the processing is likely to be high risk", "Step 2: the nature.")
        case .dpiaIndividuals: ("how many individuals are affected", "Step 2: the scope.")
        case .dpiaArea: ("the geographical area", "Step 2: the scope.")
        case .dpiaRelationship: ("the relationship with the individuals", "Step 2: the context.")
        case .dpiaControl: ("what control individuals have and what they expect", "Step 2: the context.")
        case .dpiaVulnerable: ("whether children or vulnerable groups are affected", "Step 2: the context.")
        case .dpiaConcerns:
            ("prior concerns, security flaws and public concern", "Step 2: the context.")
        case .dpiaNovelty: ("what is novel, and the state of technology", "Step 2: the context.")
        case .dpiaCodes: ("approved codes of conduct and certification", "Step 2: the context.")
        case .dpiaEffect: ("the intended effect on individuals", "Step 2: the purposes.")
        case .dpiaConsultation: ("how individuals' views were sought", "Step 3: or why they were not.")
        case .dpiaColleagues: ("who else was involved", "Step 3: within the organisation.")
        case .dpiaExperts:
            ("which processors and experts were consulted", "Step 3: processors, security and other experts.")
        case .dpiaAlternatives: ("the other ways considered", "Step 4: whether the purpose can be reached otherwise.")
        case .dpiaFunctionCreep: ("how function creep is prevented", "Step 4.")
        case .dpiaQuality: ("how quality and minimisation are ensured", "Step 4.")
        case .dpiaProcessors: ("how processors are held to their duties", "Step 4.")
        case .dpiaText: ("the assessment in one text", "As it was written with “assess”.")
        case .dpiaResponses:
            ("who reviewed the responses to consultation", "Step 7: with reasons for departing from them.")
        case .dpiaKeptBy: ("who keeps the DPIA under review", "Step 7.")
        case .dpiaAdviceBy: ("who gave the DPO's advice", "Their identifier.")
        case .dpiaAdviceDay: ("the date of the DPO's advice", "In words.")
        case .dpiaMeasuresBy: ("who approved the measures", "Step 7: their identifiers.")
        case .dpiaDecidedPosition: ("the position of who approved the risks", "Step 7.")
        case .dpiaDecidedBy: ("who approved the residual risks", "Their identifier.")
        case .dpiaDecidedDay: ("the date of that approval", "In words.")
        case .dpiaICO: ("the consultation of the ICO", "Reference, day and answer (Article 36).")
        case .dpiaReliance: ("the assessment relied on", "The share whose assessment covers this one, and why.")
        case .decisionAsked: ("the decision asked for", "What somebody has to decide where the share stands now.")
        case .options: ("the options considered", "Among them to do nothing.")
        case .recommendation: ("the recommendation", "What the board is advised to decide.")
        case .savings: ("the estimate of costs and savings", "What the sharing costs and saves.")
        case .retirementReason: ("the reason for ending", "Why the share ends.")
        case .successor: ("the share that takes over", "Its reference.")
        case .noticeDay: ("the day of the notice", "In words.")
        case .noticeEvidence: ("the evidence of the notice", "As it was recorded.")
        case .stopDay: ("the day on which data stopped", "In words.")
        case .stopEvidence: ("the evidence that data stopped", "As it was recorded.")
        case .endedOn: ("the day on which the share ended", "In words.")
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
        case .basisStated: ("the source's words for the basis", "Only where they were not understood.")
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
        case .signatoryPosition: ("the position of the signatory", "Empty before the signature.")
        case .signatoryDay: ("the date of signature", "Empty before the signature.")
        case .versionNumber: ("the number", "Of an agreement text.")
        case .versionTerms: ("the version of the terms", "That the text states.")
        case .versionDay: ("the date", "On which the text was prepared.")
        case .versionBy: ("the person", "Who prepared the text.")
        case .reviewDay: ("the date", "Of a review.")
        case .reviewBy: ("the person", "Who reviewed.")
        case .reviewOutcome: ("the outcome", "Of a review.")
        case .reviewReason: ("the reason for the outcome", "Of a review.")
        case .reviewAnswers: ("the answers to the review questions", "As they were given.")
        case .reviewNext: ("the next review", "The day that the review set, in words.")
        case .questionText: ("the question", "As it was asked.")
        case .questionAnswer: ("the answer", "As it was given.")
        case .questionBy: ("who answered", "Their name.")
        case .noteText: ("what was said", "In a review, beside the answers to its questions.")
        case .noteBy: ("who said it", "Their name, and as what they said it.")
        case .noteDay: ("when it was said", "In words.")
        case .riskNumber: ("the number of the risk", "Counts from 1 in an assessment.")
        case .riskText: ("the risk", "Its source and the nature of the harm.")
        case .riskLikelihood: ("the likelihood", "Remote, possible or probable.")
        case .riskSeverity: ("the severity", "Minimal, significant or severe.")
        case .riskOverall: ("the overall risk", "Before the measures: low, medium or high.")
        case .measureRisk: ("the risk that the measure meets", "Its number.")
        case .measureText: ("the measure", "What reduces or eliminates the risk.")
        case .measureEffect: ("the effect on the risk", "Eliminated, reduced or accepted.")
        case .measureResidual: ("the residual risk of the measure", "Low, medium or high.")
        case .measureApproved: ("whether the measure is approved", "By whom, or that it is not.")
        case .actionNumber: ("the number of the action", "Counts from 1 in a share.")
        case .actionText: ("the action", "What the assessment asks for.")
        case .actionOwner: ("the owner of the action", "Who does it.")
        case .actionDue: ("the due date of the action", "In words.")
        case .actionState: ("the state of the action", "Done, open or overdue.")
        case .requirementWhat: ("the sign-off required", "Whose sign-off policy asks for.")
        case .requirementReason: ("why the sign-off is required", "The rules that ask for it.")
        case .requirementState: ("whether the sign-off is given", "Given, or what is wanting.")
        case .changeField: ("the field that changes", "Its label.")
        case .changeFrom: ("the terms as they are", "The present text.")
        case .changeTo: ("the terms as they would be", "The proposed text.")
        case .certificateParty: ("the recipient", "Of whom a certificate is needed.")
        case .certificateMethod: ("the method of deletion or return", "As the recipient certified it.")
        case .certificateEvidence: ("the deletion certificate", "Where the certificate is filed.")
        case .certificateBy: ("who recorded the certificate", "Their name, and as what they recorded it.")
        case .certificateDay: ("the date of the certificate", "When it was recorded, in words.")
        case .retainedParty: ("who keeps copies", "A party.")
        case .retainedWhat: ("which copies are kept", "What is kept.")
        case .retainedReason: ("the reason for keeping copies", "The lawful reason.")
        case .processReference: ("the reference of a process memorandum", "The share that stands under this one.")
        case .processTitle: ("the title of a process memorandum", "The title of that share.")
        case .processType: ("the type of a process memorandum", "The kind of document that its parties sign.")
        case .processStage: ("the stage of a process memorandum", "Where that share stands: `Live`.")
        case .redundancyShare: ("the other share", "Its reference.")
        case .redundancyTitle: ("the title of the other share", "As the register has it.")
        case .redundancyKind: ("how the shares are redundant", "Duplicate, renewal, subsumed, overlap or indirect.")
        case .redundancyChance: ("the chance that they are redundant", "In per cent.")
        case .redundancyReason: ("why the shares are redundant", "The facts, in words.")
        case .clauseName: ("the clause", "Its name in the clause library.")
        case .clauseTitle: ("the title of the clause", "As the library has it.")
        case .clauseVersion: ("the version of the clause", "As the library has it.")
        case .missingFact: ("the missing fact", "Something that is still to be completed.")
        }
    }
}
