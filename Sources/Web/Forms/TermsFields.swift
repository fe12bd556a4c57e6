import Shares

/// How the fields of the terms are asked for.
enum TermsFields {
    static func isLong(_ field: TermsField) -> Bool {
        switch field {
        case .purpose, .publicBenefit, .necessity, .withoutSharing, .dataItems, .itemJustifications, .dataSubjects,
            .legalGateway, .channelSecurity, .handling, .onwardSharing, .privacyInformation, .automatedDecisions,
            .costs:
            true
        default: false
        }
    }

    /// What helps to answer; nil where the label says it all.
    static func hint(_ field: TermsField) -> String? {
        switch field {
        case .dataItems, .dataSubjects: "Separate them with semicolons"
        case .retention: "An ISO 8601 duration, such as P2Y for two years"
        case .startDate, .endDate, .reviewDate: "For example 2026-02-05"
        case .legalGateway: "The power to disclose, with its section, such as Welfare Reform Act 2012 s.127"
        case .provider, .recipient: "The organisation’s name; several are separated with semicolons"
        default: nil
        }
    }
}
