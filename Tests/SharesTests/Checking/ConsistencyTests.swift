import Shares
import Testing

/// What does not fit together in the terms of a share.
@Suite struct ConsistencyTests {
    /// Nothing is to be found in these.
    private static let sound: [TermsField: String] = [
        .purpose: "Checking earnings for social security",
        .itemJustifications: "National Insurance number=To find the person; Date of birth=To be sure of the person",
    ]

    private func findings(_ changed: [TermsField: String], on day: String = "2026-04-01") throws -> Findings {
        let changes = Self.sound.merging(changed) { _, new in new }
        return try Casebook.terms(changes).inconsistencies(
            on: try #require(Day(iso: day)), under: try Casebook.rules().reference)
    }

    @Test func soundTermsHaveNoFinding() throws {
        #expect(try findings([:]).all == [])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var rule: String
        var severity: Finding.Severity
        var field: String
        var changed: [TermsField: String]
        var testDescription: String { rule }

        init(_ rule: String, _ severity: Finding.Severity, _ field: String, _ changed: [TermsField: String]) {
            self.rule = rule
            self.severity = severity
            self.field = field
            self.changed = changed
        }
    }

    static let cases: [Case] = [
        Case("gateway-not-for-this-body", .error, "legal_gateway", [.provider: "Home Office"]),
        Case(
            "gateway-not-for-this-purpose", .warning, "purpose",
            [
                .legalGateway: "Welfare Reform Act 2012 s.130", .recipient: "Leeds City Council", .provider: "DWP",
                .purpose: "Counting vehicles",
            ]),
        Case("basis-not-in-force", .error, "lawful_basis", [.lawfulBasis: "DPA 1998"]),
        Case("basis-not-for-public-tasks", .warning, "lawful_basis", [.lawfulBasis: "Legitimate interests"]),
        Case("condition-missing", .error, "special_category_condition", [.dataItems: "Health condition"]),
        Case(
            "schedule-1-condition-missing", .warning, "special_category_condition",
            [
                .specialCategoryCondition: "9(2)(g)"
            ]),
        Case("items-not-justified", .warning, "item_justifications", [.itemJustifications: ""]),
        Case(
            "item-beyond-justification", .warning, "data_items",
            [
                .itemJustifications: "National Insurance number=To find the person"
            ]),
        Case("transfer-without-safeguard", .error, "transfers_outside_uk", [.transfersOutsideUK: "France"]),
        Case(
            "transfer-by-derogation", .warning, "transfers_outside_uk",
            [
                .transfersOutsideUK: "France: Article 49"
            ]),
        Case(
            "channel-for-sensitive-data", .warning, "transfer_method",
            [
                .dataItems: "Health condition", .specialCategoryCondition: "9(2)(b)", .transferMethod: "Email",
            ]),
        Case("retention-missing", .error, "retention", [.retention: ""]),
        Case("retention-not-a-duration", .error, "retention", [.retention: "as long as needed"]),
        Case("retention-odd", .warning, "retention", [.retention: "P99Y"]),
        Case("retention-odd", .warning, "retention", [.retention: "P0D"]),
        Case("ends-before-it-starts", .error, "end_date", [.endDate: "2025-12-31", .reviewDate: ""]),
        Case("reviewed-after-the-end", .warning, "review_date", [.reviewDate: "2029-01-01"]),
        Case("reviewed-too-late", .error, "review_date", [.reviewDate: "2027-12-01"]),
        Case(
            "body-not-known-to-gateway", .warning, "recipient",
            [
                .legalGateway: "Digital Economy Act 2017 s.48", .recipient: "Harbour Trust 7",
            ]),
        Case("shares-with-itself", .warning, "recipient", [.recipient: "HMRC"]),
        Case(
            "one-off-under-a-continuing-agreement", .warning, "agreement_type",
            [
                .frequency: "One-off", .agreementType: "Process MoU", .parentAgreement: "Umbrella",
            ]),
        Case(
            "continuing-under-a-single-release", .warning, "agreement_type",
            [
                .agreementType: "Data usage agreement", .parentAgreement: "Umbrella", .endDate: "",
            ]),
        Case("parent-agreement-missing", .warning, "parent_agreement", [.agreementType: "Process MoU"]),
        Case(
            "joint-controllers-without-arrangement", .warning, "agreement_type",
            [
                .recipientRole: "joint controller", .agreementType: "Data sharing agreement",
            ]),
        Case("joint-controller-alone", .error, "recipient_role", [.recipientRole: "joint controller"]),
        Case(
            "processor-without-contract", .error, "agreement_type",
            [.recipientRole: "processor", .agreementType: "Data sharing agreement"]),
        Case(
            "agreement-without-its-power", .error, "agreement_type",
            [
                .agreementType: "Information sharing agreement", .legalGateway: "Welfare Reform Act 2012 s.127",
            ]),
        Case(
            "safeguard-not-for-country", .warning, "transfers_outside_uk", [.transfersOutsideUK: "India: adequacy"]),
        Case(
            "safeguard-not-for-country", .warning, "transfers_outside_uk", [.transfersOutsideUK: "USA: adequacy"]),
    ]

    @Test(arguments: cases) func aFaultIsFoundAtItsField(_ fault: Case) throws {
        var changed = fault.changed
        // Justifications name items of the share, so other items come without them.
        if changed[.dataItems] != nil { changed[.itemJustifications] = "" }
        let found = try findings(changed).all.filter { $0.rule == fault.rule }
        #expect(found.map(\.severity) == [fault.severity])
        #expect(found.map(\.place) == [.field(fault.field)])
    }

    @Test func aPowerStillToComeIntoForceIsNamedWithItsDay() throws {
        let before = try findings([.legalGateway: "PAFER Act 2025 Sch 3", .startDate: ""], on: "2026-02-01")
        #expect(before.errors.contains { $0.rule == "gateway-not-in-force" && $0.message.contains("2 February 2026") })
        let after = try findings([.legalGateway: "PAFER Act 2025 Sch 3", .startDate: ""], on: "2026-02-02")
        #expect(!after.errors.contains { $0.rule == "gateway-not-in-force" })
    }

    @Test func theRecognisedLegitimateInterestIsLawFrom5February2026() throws {
        let changed: [TermsField: String] = [.lawfulBasis: "6(1)(ea)", .startDate: ""]
        #expect(try findings(changed, on: "2026-02-04").errors.map(\.rule) == ["basis-not-in-force"])
        #expect(try findings(changed, on: "2026-02-05").errors == [])
    }

    @Test func aGatewayThatIsNotUnderstoodIsNotJudged() throws {
        let changed: [TermsField: String] = [
            .provider: "Home Office", .legalGateway: "Welfare Reform Act 2012 s.127; An order of the court of Oz",
        ]
        #expect(try findings(changed).errors == [])
    }

    @Test func errorsComeFirst() throws {
        let found = try findings([.itemJustifications: "", .transfersOutsideUK: "France", .reviewDate: ""]).gravestFirst
        #expect(found.map(\.rule) == ["transfer-without-safeguard", "items-not-justified"])
    }
}
