@testable import Shares
import Testing
import Workflows

/// Which changes make an assessment be looked at again.
@Suite struct ReassessmentTests {
    /// The fields that the issue of reassessment is about: what is shared, of whom, between whom, why, how and where to.
    private static let touching: Set<TermsField> = [
        .dataItems, .itemKinds, .dataSubjects, .provider, .recipient, .processor, .purpose, .transferMethod,
        .transfersOutsideUK,
        .onwardSharing, .automatedDecisions, .volume, .retention,
    ]

    private static let changes: [TermsField: String] = [
        .title: "Another title", .provider: "Home Office", .recipient: "Leeds City Council", .processor: "Acme Ltd",
        .providerRole: "joint-controller", .recipientRole: "joint-controller", .purpose: "Arrears",
        .publicBenefit: "Research",
        .necessity: "Because", .withoutSharing: "Nothing", .spoke: "Disability", .legalGateway: "DEA s.48",
        .lawfulBasis: "Legal obligation", .specialCategoryCondition: "Explicit consent",
        .criminalOffenceCondition: "Article 10", .dataItems: "Date of birth",
        .itemKinds: "Shoe size=health", .itemJustifications: "Date of birth=Age", .dataSubjects: "Children",
        .frequency: "Weekly",
        .volume: "1,000", .transferMethod: "SFTP", .channelSecurity: "TLS 1.3", .classification: "OFFICIAL-SENSITIVE",
        .handling: "Personal", .retention: "P3Y", .disposal: "Secure deletion", .transfersOutsideUK: "France",
        .onwardSharing: "To councils", .startDate: "2026-02-01", .endDate: "2029-01-01", .reviewDate: "2027-01-01",
        .agreementType: "Data sharing agreement", .parentAgreement: "MOU-1", .privacyInformation: "Told",
        .automatedDecisions: "Some", .costs: "None", .rightsContact: "rights", .contact: "desk",
    ]

    @Test(arguments: TermsField.allCases)
    func anAmendmentTouchesWhatWasAssessedOrDoesNot(field: TermsField) throws {
        var share = try Casebook.share().share
        share.termsVersion = 1
        // What the vocabulary does not know is of the kind that is stated.
        let item: [TermsField: String] = field == .itemKinds ? [.dataItems: "Shoe size"] : [:]
        if field == .itemKinds { share.terms = try Casebook.terms(item) }
        share.amendment = try Casebook.terms(item.merging([field: try #require(Self.changes[field])]) { $1 })
        var concluded = DPIARecord()
        concluded.decision = DPIARecord.Decision(
            adviceAccepted: true, reason: "", by: "siro", at: share.standing[.dpia].since)
        share.dpia.earlier = [concluded]
        #expect(
            share.terms.changes(to: try #require(share.amendment)).map(\.field).contains(field), "\(field) is changed")
        let touched = share.touchedAssessment(under: try Casebook.rules().reference)
        #expect(touched.isEmpty == !Self.touching.contains(field), "\(touched)")
    }
}
