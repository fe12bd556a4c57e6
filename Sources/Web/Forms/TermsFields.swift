import Shares

/// How the fields of the terms are asked for.
enum TermsFields {
    static func isLong(_ field: TermsField) -> Bool {
        switch field {
        case .purpose, .publicBenefit, .necessity, .withoutSharing, .dataItems, .itemKinds, .itemJustifications,
            .dataSubjects, .legalGateway, .channelSecurity, .handling, .onwardSharing, .privacyInformation,
            .automatedDecisions,
            .costs:
            true
        default: false
        }
    }

    /// Where the answers are few, all of them; what a register says otherwise stays among them.
    static func control(of field: TermsField, saying text: String, under reference: ReferenceData) -> FormField.Control
    {
        guard var choices = choices(of: field, under: reference) else {
            return isLong(field) || text.count > 60 ? .text : .line(type: "text", autocomplete: "off")
        }
        if !text.isEmpty, !choices.contains(where: { $0.value == text }) { choices.append((text, text)) }
        return .choice(choices)
    }

    private static func choices(
        of field: TermsField, under reference: ReferenceData
    ) -> [(value: String, label: String)]? {
        switch field {
        case .spoke: reference.spokes.all.map { ($0.name, $0.name) }
        case .classification: reference.classifications.all.filter { $0.obsolete != true }.map { ($0.name, $0.name) }
        case .agreementType: reference.agreementTypes.all.map { ($0.name, $0.name) }
        case .providerRole, .recipientRole:
            Party.Controllership.allCases.map { ($0.rawValue, $0.title) }
        default: nil
        }
    }

    /// Whether no share can do without it, whatever it is about.
    static func isNeeded(_ field: TermsField) -> Bool {
        switch field.neededFor {
        case .proposing, .accepting, .signing: true
        case .acceptingSensitiveData, .signingForPersonalData, .signingForUnknownItems, nil: false
        }
    }

    /// What helps to answer, and when an answer is needed; nil where the label says it all.
    static func hint(_ field: TermsField) -> String? {
        [form(of: field), needed(field)].compactMap { $0 }.joined(separator: ". ").nonEmpty
    }

    private static func needed(_ field: TermsField) -> String? {
        switch field.neededFor {
        case .proposing: "Needed before it is put forward"
        case .accepting: "Needed before it can be accepted"
        case .acceptingSensitiveData: "Needed before it can be accepted, where the data are of this kind"
        case .signing: "Needed before the agreement can be signed"
        case .signingForPersonalData: "Needed before the agreement can be signed, where the data are of people"
        case .signingForUnknownItems:
            "Needed before the agreement can be signed, where the vocabulary does not know an item"
        case nil: nil
        }
    }

    private static func form(of field: TermsField) -> String? {
        switch field {
        case .dataItems, .dataSubjects: "Separate them with semicolons"
        case .retention: "A length of time, such as 2 years, 18 months or 30 days"
        case .itemKinds:
            "Of each item that the vocabulary does not know, item=kind, separated with semicolons, such as Hive location=not personal; Care notes=health. A kind is one of: \(ItemKind.choices)"
        case .itemJustifications: "Item=why, separated with semicolons, such as Name=To match; Date of birth=To match"
        case .startDate, .endDate, .reviewDate: "For example 2026-02-05"
        case .legalGateway: "The power to disclose, with its section, such as Welfare Reform Act 2012 s.127"
        case .provider, .recipient: "The organisation’s name; several are separated with semicolons"
        default: nil
        }
    }
}
