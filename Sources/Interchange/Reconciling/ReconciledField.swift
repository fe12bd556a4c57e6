/// What two registers are compared in, by the names that registers use.
package enum ReconciledField: String, Hashable, Sendable, Codable, CaseIterable {
    case title, provider, recipient, processor, purpose
    case legalGateway = "legal_gateway"
    case lawfulBasis = "lawful_basis"
    case dataItems = "data_items"
    case dataSubjects = "data_subjects"
    case frequency
    case transferMethod = "transfer_method"
    case classification, retention
    case transfersOutsideUK = "transfers_outside_uk"
    case onwardSharing = "onward_sharing"
    case startDate = "start_date"
    case endDate = "end_date"
    case reviewDate = "review_date"
    case agreementType = "agreement_type"
    /// Where it stands, where neither side takes it for live.
    case status
}
