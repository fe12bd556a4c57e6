package import Shares

/// Something that a document lacks.
package struct DocumentGap: Hashable, Sendable {
    /// Part of a sentence: `the ICO registration number (HM Revenue & Customs)`.
    package var says: String
    /// The field of the terms that says it, the first of them; nil where it is said elsewhere.
    package var wants: TermsField?
    /// What mends it: `give disposal`, `answer 5.4 of the proposal`; nil where that is not known.
    package var remedy: String?
    /// No reason lets it stand open in an agreement that is signed.
    package var isEssential: Bool
    /// It can be said while the terms are written: in them, in an answer to a question about them, or by the hub.
    package var isKnownEarly: Bool

    package init(
        says: String, wants: TermsField? = nil, remedy: String? = nil, isEssential: Bool, isKnownEarly: Bool = false
    ) {
        self.says = says
        self.wants = wants
        self.remedy = remedy
        self.isEssential = isEssential
        self.isKnownEarly = isKnownEarly
    }

    /// `the method of disposal: give disposal`
    package var withItsRemedy: String {
        remedy.map { "\(says): \($0)" } ?? says
    }
}

/// What a document lacks, gathered by field while it is filled.
struct DocumentGaps {
    private var order: [MissingField] = []
    private var rows: [MissingField: [String]] = [:]

    var isEmpty: Bool { order.isEmpty }

    /// - Parameter row: what names the row of a list, where the field is of one.
    mutating func note(_ field: DocumentField, in row: String?, of list: DocumentList?) {
        let missing = MissingField(field, in: list)
        if rows[missing] == nil { order.append(missing) }
        var named = rows[missing] ?? []
        if let row, !named.contains(row) { named.append(row) }
        rows[missing] = named
    }

    /// What is not understood says nothing of who relies on it either: that is said once.
    private var apart: [MissingField] {
        order.filter { missing in
            missing.field != .basisParty
                || !order.contains { $0.field == .basisName && $0.conditions == missing.conditions }
        }
    }

    /// One for each field; of many rows the first are named and the rest counted.
    var sentences: [String] { apart.map { sentence($0, cutAt: .max) } }

    func all(in subject: DocumentSubject) -> [DocumentGap] {
        let isPersonal = subject.terms.isAboutPeople
        return apart.map { missing in
            let field = missing.field
            return DocumentGap(
                says: sentence(missing, cutAt: 80), wants: missing.termsField(in: subject),
                remedy: missing.remedy(in: subject),
                isEssential: Self.ofEveryAgreement.contains(field) || isPersonal && Self.ofPersonalData.contains(field),
                isKnownEarly: missing.isKnownEarly(in: subject))
        }
    }

    /// - Parameter length: of what is named; the document itself names it whole.
    private func sentence(_ missing: MissingField, cutAt length: Int) -> String {
        let named = rows[missing] ?? []
        guard !named.isEmpty else { return missing.label }
        let shown = named.prefix(Self.shown).map { $0.shortened(to: length) }.joined(separator: "; ")
        return named.count > Self.shown
            ? "\(missing.label) (\(shown); and \(named.count - Self.shown) more)" : "\(missing.label) (\(shown))"
    }

    /// Who shares what with whom, why, by which power, how, and for how long (ICO Data Sharing Code, “What should a data
    /// sharing agreement contain?”; DPA 2018, section 59, and UK GDPR Article 28(3), for a processor).
    private static let ofEveryAgreement: Set<DocumentField> = [
        .title, .marking, .providers, .recipients, .partyName, .signatoryParty, .dataOwner, .purpose, .necessity,
        .itemName, .gatewayName, .digitalEconomyObjective, .frequency, .channel, .channelSecurity, .retention,
        .disposal, .onwardSharing, .startDate, .reviewDate, .processorNames, .processingNature, .subProcessors,
    ]

    /// Beside them where the data are of people (UK GDPR Articles 6, 9, 10, 12 to 22, 26 and 44).
    private static let ofPersonalData: Set<DocumentField> = [
        .partyRole, .subjectGroup, .basisName, .basisParty, .sensitiveStatement, .specialCategoryCondition,
        .criminalOffenceCondition, .privacyInformation, .rightsContact, .automatedDecisions, .transferStatement,
        .transferCountry, .transferSafeguard, .jointInformation, .jointRights, .jointEssence, .dpiaScreening,
    ]

    private static let shown = 10
}

extension DocumentList {
    /// Whether no agreement can do without a row (ICO Data Sharing Code, “What should a data sharing agreement contain?”).
    var isRequired: Bool {
        switch self {
        case .parties, .controllers, .items, .subjects, .gateways, .lawfulBases, .signatories, .latestReview, .risks,
            .certificates:
            true
        default: false
        }
    }

    /// Whether every share has a row, or is asked for one.
    var isNeverEmpty: Bool { isRequired || self == .riskReasons }
}
