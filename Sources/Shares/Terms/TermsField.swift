/// The fields of the terms by the names that registers, commands and documents use.
///
/// One list for the register's columns, `--field`, mapping files and the account of what changed.
package enum TermsField: String, CaseIterable, Hashable, Sendable, Codable {
    case title
    case provider
    case recipient
    case processor
    case providerRole = "provider_role"
    case recipientRole = "recipient_role"
    case purpose
    case publicBenefit = "public_benefit"
    case necessity
    case withoutSharing = "without_sharing"
    case spoke
    case legalGateway = "legal_gateway"
    case lawfulBasis = "lawful_basis"
    case specialCategoryCondition = "special_category_condition"
    case criminalOffenceCondition = "criminal_offence_condition"
    case dataItems = "data_items"
    case itemKinds = "item_kinds"
    case itemJustifications = "item_justifications"
    case dataSubjects = "data_subjects"
    case frequency
    case volume
    case transferMethod = "transfer_method"
    case channelSecurity = "channel_security"
    case classification
    case handling
    case retention
    case disposal
    case transfersOutsideUK = "transfers_outside_uk"
    case onwardSharing = "onward_sharing"
    case startDate = "start_date"
    case endDate = "end_date"
    case reviewDate = "review_date"
    case agreementType = "agreement_type"
    case parentAgreement = "parent_agreement"
    case privacyInformation = "privacy_information"
    case automatedDecisions = "automated_decisions"
    case costs
    case rightsContact = "rights_contact"
    case contact

    /// As people read it.
    package var label: String {
        switch self {
        case .title: "Title"
        case .provider: "Provider"
        case .recipient: "Recipient"
        case .processor: "Processors"
        case .providerRole: "Provider's controller role"
        case .recipientRole: "Recipient's controller role"
        case .purpose: "Purpose"
        case .publicBenefit: "Public benefit"
        case .necessity: "Why the sharing is necessary"
        case .withoutSharing: "Consequence of not sharing"
        case .spoke: "Spoke"
        case .legalGateway: "Legal gateway"
        case .lawfulBasis: "Lawful basis (Article 6)"
        case .specialCategoryCondition: "Special category condition (Article 9)"
        case .criminalOffenceCondition: "Criminal offence condition (Article 10)"
        case .dataItems: "Data items"
        case .itemKinds: "Kind of each item"
        case .itemJustifications: "Why each item is needed"
        case .dataSubjects: "Data subjects"
        case .frequency: "Frequency"
        case .volume: "Volume"
        case .transferMethod: "Transfer method"
        case .channelSecurity: "Security of the transfer"
        case .classification: "Classification"
        case .handling: "Handling markings"
        case .retention: "Retention"
        case .disposal: "Disposal"
        case .transfersOutsideUK: "Transfers outside the UK"
        case .onwardSharing: "Onward sharing"
        case .startDate: "Start date"
        case .endDate: "End date"
        case .reviewDate: "Review date"
        case .agreementType: "Agreement type"
        case .parentAgreement: "Parent agreement"
        case .privacyInformation: "Privacy information"
        case .automatedDecisions: "Automated decisions"
        case .costs: "Costs"
        case .rightsContact: "Contact for individual rights"
        case .contact: "Contact"
        }
    }

    /// Said in the parties' own words and kept as text, under the field's name.
    static let saidInWordsAlone: [TermsField] = [
        .necessity, .withoutSharing, .privacyInformation, .automatedDecisions, .costs,
    ]

    /// What separates the values of a field that holds several: a semicolon.
    package var holdsSeveral: Bool {
        switch self {
        case .provider, .recipient, .processor, .legalGateway, .lawfulBasis, .specialCategoryCondition,
            .criminalOffenceCondition, .dataItems, .itemKinds, .itemJustifications, .dataSubjects, .handling,
            .transfersOutsideUK:
            true
        default: false
        }
    }
}

extension Terms {
    /// A field as text in the form that `TermsReader` reads: several values are joined by `; `.
    package func text(of field: TermsField) -> String {
        switch field {
        case .title: title
        case .provider: providers.map(\.organisation.text).joined(separator: "; ")
        case .recipient: recipients.map(\.organisation.text).joined(separator: "; ")
        case .processor: processors.map(\.organisation.text).joined(separator: "; ")
        case .providerRole: providers.first?.controllership?.rawValue ?? ""
        case .recipientRole: recipients.first?.controllership?.rawValue ?? ""
        case .purpose: purpose
        case .publicBenefit: publicBenefit ?? ""
        case .spoke: spoke?.text ?? ""
        case .legalGateway: gateways.map(\.text).joined(separator: "; ")
        case .lawfulBasis: bases(.lawfulness).map(\.basis.text).joined(separator: "; ")
        case .specialCategoryCondition: bases(.specialCategory).map(\.basis.text).joined(separator: "; ")
        case .criminalOffenceCondition: bases(.criminalOffence).map(\.basis.text).joined(separator: "; ")
        case .dataItems: items.map(\.name.text).joined(separator: "; ")
        case .itemKinds:
            items.compactMap { item in item.statedKind?.words.map { "\(item.name.text)=\($0)" } }.joined(
                separator: "; ")
        case .itemJustifications:
            items.compactMap { item in item.justification.map { "\(item.name.text)=\($0)" } }.joined(separator: "; ")
        case .dataSubjects: subjects.map(\.text).joined(separator: "; ")
        case .frequency: frequency?.text ?? ""
        case .volume: volume ?? ""
        case .transferMethod: channel?.text ?? ""
        case .channelSecurity: channelSecurity ?? ""
        case .classification: classification?.text ?? ""
        case .handling: handling.joined(separator: "; ")
        case .retention: retention?.text ?? ""
        case .disposal: disposal?.text ?? ""
        case .transfersOutsideUK:
            staysInUK == true
                ? "None"
                : transfers.map { transfer in
                    transfer.safeguard.map { "\(transfer.country): \($0.text)" } ?? transfer.country
                }.joined(separator: "; ")
        case .onwardSharing: onwardSharing ?? ""
        case .startDate: startDate?.text ?? ""
        case .endDate: endDate?.text ?? ""
        case .reviewDate: reviewDate?.text ?? ""
        case .agreementType: agreementType?.text ?? ""
        case .parentAgreement: parentAgreement ?? ""
        case .necessity, .withoutSharing, .privacyInformation, .automatedDecisions, .costs:
            other[field.rawValue] ?? ""
        case .rightsContact: rightsContact ?? ""
        case .contact: contact ?? ""
        }
    }
}

extension Terms {
    /// What a register said beyond the fields, by its own column names and in their order; nothing that is empty.
    package var beyondFields: [(name: String, text: String)] {
        other.filter { !$0.value.isEmpty && TermsField(rawValue: $0.key) == nil }.sorted { $0.key < $1.key }
            .map { (name: $0.key, text: $0.value) }
    }
}
