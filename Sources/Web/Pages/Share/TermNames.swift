import Shares

/// What the reference data calls the terms that a share's statements were understood as.
struct TermNames {
    let reference: ReferenceData

    init(_ reference: ReferenceData) {
        self.reference = reference
    }

    /// The identifier itself where the reference data no longer has the term; nil where nothing was understood.
    func name(of stated: Stated, in field: TermsField) -> String? {
        guard let id = stated.term else { return nil }
        let name: String? =
            switch field {
            case .provider, .recipient, .processor: reference.organisations[id]?.name
            case .spoke: reference.spokes[id]?.name
            case .legalGateway: reference.gateways[id]?.name
            case .lawfulBasis, .specialCategoryCondition, .criminalOffenceCondition:
                reference.lawfulBases[id].map { "\($0.article) \($0.name)" }
            case .dataItems: reference.dataItems[id]?.name
            case .dataSubjects: reference.subjectGroups[id]?.name
            case .frequency: reference.frequencies[id]?.name
            case .transferMethod: reference.channels[id]?.name
            case .classification: reference.classifications[id]?.name
            case .disposal: reference.disposalMethods[id]?.name
            case .agreementType: reference.agreementTypes[id]?.name
            default: nil
            }
        return name ?? id
    }
}

extension Terms {
    /// The statements of a field that the reference data has a vocabulary for; empty for all other fields.
    func statements(of field: TermsField) -> [Stated] {
        switch field {
        case .provider: providers.map(\.organisation)
        case .recipient: recipients.map(\.organisation)
        case .processor: processors.map(\.organisation)
        case .spoke: spoke.map { [$0] } ?? []
        case .legalGateway: gateways
        case .lawfulBasis: bases(.lawfulness).map(\.basis)
        case .specialCategoryCondition: bases(.specialCategory).map(\.basis)
        case .criminalOffenceCondition: bases(.criminalOffence).map(\.basis)
        case .dataSubjects: subjects
        case .frequency: frequency.map { [$0] } ?? []
        case .transferMethod: channel.map { [$0] } ?? []
        case .classification: classification.map { [$0] } ?? []
        case .disposal: disposal.map { [$0] } ?? []
        case .agreementType: agreementType.map { [$0] } ?? []
        default: []
        }
    }
}
