/// A fact that a template may ask for with `data-field`: the whole list, for nothing else can be asked for.
package enum DocumentField: String, CaseIterable, Hashable, Sendable {
    // The document and its share.
    case reference, title, marking, day
    case shareVersion = "share-version"
    case termsVersion = "terms-version"
    case agreementNumber = "agreement-number"
    case ledgerPosition = "ledger-position"
    case templateVersion = "template-version"
    case templateDigest = "template-digest"
    case agreementType = "agreement-type"
    case parentAgreement = "parent-agreement"
    case spoke
    case dataOwner = "data-owner"
    case requester
    case riskTier = "risk-tier"
    case proposalState = "proposal-state"
    case dpiaState = "dpia-state"
    case approvalState = "approval-state"
    case reviewState = "review-state"
    case retirementState = "retirement-state"

    // What is agreed.
    case providers, recipients, purpose
    case publicBenefit = "public-benefit"
    case necessity
    case withoutSharing = "without-sharing"
    case frequency, volume, channel
    case channelSecurity = "channel-security"
    case retention, disposal
    case onwardSharing = "onward-sharing"
    case automatedDecisions = "automated-decisions"
    case privacyInformation = "privacy-information"
    case rightsContact = "rights-contact"
    case contact, costs
    case startDate = "start-date"
    case endDate = "end-date"
    case reviewDate = "review-date"

    case specialCategoryCondition = "special-category-condition"
    case criminalOffenceCondition = "criminal-offence-condition"

    // The DPIA.
    case dpiaScreening = "dpia-screening"
    case dpiaMeasures = "dpia-measures"
    case dpiaResidualRisk = "dpia-residual-risk"
    case dpiaAdvice = "dpia-advice"
    case dpiaDecision = "dpia-decision"
    case dpiaReference = "dpia-reference"

    // In a row of a list.
    case partyName = "party-name"
    case partyPart = "party-part"
    case partyRole = "party-role"
    case partyAddress = "party-address"
    case partyRegistration = "party-ico-registration"
    case partyDPO = "party-dpo"
    case partyContact = "party-contact"
    case itemName = "item-name"
    case itemDataset = "item-dataset"
    case itemSensitivity = "item-sensitivity"
    case itemJustification = "item-justification"
    case itemCategory = "item-category"
    case subjectGroup = "subject-group"
    case gatewayName = "gateway-name"
    case gatewayConfidentiality = "gateway-confidentiality"
    case gatewayNote = "gateway-note"
    case basisName = "basis-name"
    case basisParty = "basis-party"
    case basisNeeds = "basis-needs"
    case transferCountry = "transfer-country"
    case transferSafeguard = "transfer-safeguard"
    case riskReason = "risk-reason"
    case signOffCapacity = "sign-off-capacity"
    case signOffBy = "sign-off-by"
    case signOffDay = "sign-off-day"
    case signOffNote = "sign-off-note"
    case conditionNumber = "condition-number"
    case conditionText = "condition-text"
    case conditionOwner = "condition-owner"
    case conditionDue = "condition-due"
    case conditionState = "condition-state"
    case signatoryParty = "signatory-party"
    case signatoryName = "signatory-name"
    case signatoryDay = "signatory-day"
    case versionNumber = "version-number"
    case versionTerms = "version-terms"
    case versionDay = "version-day"
    case versionBy = "version-by"
    case reviewDay = "review-day"
    case reviewBy = "review-by"
    case reviewOutcome = "review-outcome"
    case missingFact = "missing-fact"
}
