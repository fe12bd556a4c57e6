import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// The policy says what the terms say, in the terms of ODRL, and nothing else.
@Suite struct SharePolicyTests {
    private func document(_ terms: Terms, approval: StateName = "in-force", proposal: StateName = "accepted") throws
        -> JSONValue
    {
        try JSONValue(parsing: PolicySamples.forms(terms, approval: approval, proposal: proposal).json)
    }

    private static let names = "https://concordat.example/ns/2026/organisation/"
    private static let share = names + "department-for-work-pensions/share/DWP-DS-00001"

    @Test func anAgreementNamesItsPartiesAndItsData() throws {
        let document = try document(ManifestSamples.full)
        let policy = try #require(document["policy"])
        #expect(policy["type"] == "Agreement")
        #expect(policy["uid"] == .string(Self.share + "/version/1/policy"))
        #expect(policy["assigner"] == [.string(Self.names + "hm-revenue-customs")])
        #expect(policy["assignee"] == [.string(Self.names + "department-for-work-pensions")])
        let targets: [JSONValue] = [.string(Self.share + "/dataset/rti"), .string(Self.share + "/dataset/data")]
        #expect(policy["target"] == .array(targets))
        #expect(document["datasets"]?.array?.compactMap { $0["@id"] } == targets)
        #expect(document["dataItems"]?.array?.compactMap { $0["partOf"] } == [targets[0], targets[1], targets[1]])
    }

    @Test func useIsPermittedForThePurposeAndWithinTheValidity() throws {
        var terms = ManifestSamples.full
        terms.endDate = StatedDay("31/01/2028", day: Day(iso: "2028-01-31"))
        let permission = try #require(try document(terms)["policy"]?["permission"]?[0])
        #expect(permission["action"] == "use")
        let purpose: JSONValue = ["@id": .string(Self.share + "/version/1#purpose")]
        #expect(
            permission["constraint"] == [
                ["leftOperand": "purpose", "operator": "eq", "rightOperand": purpose],
                [
                    "leftOperand": "dateTime", "operator": "gteq",
                    "rightOperand": ["@type": "xsd:date", "@value": "2022-02-01"],
                ],
                [
                    "leftOperand": "dateTime", "operator": "lteq",
                    "rightOperand": ["@type": "xsd:date", "@value": "2028-01-31"],
                ],
            ])
    }

    @Test func useBeyondThePurposeAndOnwardSharingAreForbidden() throws {
        let prohibitions = try #require(try document(ManifestSamples.full)["policy"]?["prohibition"]?.array)
        #expect(prohibitions.map { $0["action"] } == ["use", "distribute"])
        #expect(prohibitions[0]["constraint"]?[0]?["operator"] == "isNoneOf")
        #expect(prohibitions[1]["description"] == "Not without the consent of HMRC.")
    }

    @Test func theRecipientsDeleteAndAllReview() throws {
        let duties = try #require(try document(ManifestSamples.full)["policy"]?["obligation"]?.array)
        #expect(duties.map { $0["action"] } == ["delete", "reviewPolicy"])
        #expect(duties[0]["assignee"] == nil)
        #expect(
            duties[0]["constraint"] == [
                [
                    "leftOperand": "elapsedTime", "operator": "lteq",
                    "rightOperand": ["@type": "xsd:duration", "@value": "P3Y11M"],
                ]
            ])
        #expect(duties[1]["assignee"] == [.string(Self.names + "hm-revenue-customs")])
        #expect(duties[1]["constraint"]?[0]?["rightOperand"]?["@value"] == "2027-02-01")
    }

    static let ways = [("anonymisation", "anonymize"), ("transfer-to-archive", "archive"), ("overwriting", "delete")]

    @Test(arguments: ways) func aWayOfDisposalThatIsNoDeletionIsCalledWhatItIs(_ method: String, _ action: String)
        throws
    {
        var terms = ManifestSamples.sparse
        terms.disposal = Stated("as agreed", term: method)
        #expect(try document(terms)["policy"]?["obligation"]?[0]?["action"] == .string(action))
    }

    static let standings: [(StateName, StateName, String, Bool)] = [
        ("draft", "not-started", "Request", true), ("refused", "not-started", "Request", false),
        ("withdrawn", "not-started", "Request", false), ("accepted", "agreed", "Agreement", true),
        ("accepted", "in-force", "Agreement", true), ("inherited", "inherited", "Agreement", true),
        ("accepted", "suspended", "Agreement", false), ("accepted", "expired", "Agreement", false),
        ("concluded", "ended", "Agreement", false),
    ]

    /// Prohibitions and duties outlive the permission: what was received is still to be kept to its purpose and deleted.
    @Test(arguments: standings)
    func whatIsNotAgreedIsARequestAndWhereNothingMayFlowNothingIsPermitted(
        _ proposal: StateName, _ approval: StateName, _ type: String, _ permits: Bool
    ) throws {
        let policy = try #require(
            try document(ManifestSamples.full, approval: approval, proposal: proposal)["policy"])
        #expect(policy["type"] == .string(type))
        #expect((policy["permission"] != nil) == permits)
        #expect(policy["prohibition"]?.array?.count == 2 && policy["obligation"]?.array?.count == 2)
    }

    @Test func termsWithoutAnyRuleHaveNoPolicy() throws {
        let forms = try PolicySamples.forms(ManifestSamples.sparse, approval: "ended")
        #expect(try JSONValue(parsing: forms.json)["policy"] == nil)
        #expect(!String(decoding: forms.xml, as: UTF8.self).contains("<o:Policy"))
        _ = try Manifest(xml: forms.xml, schemas: ManifestSamples.schemas())
    }

    @Test func bodiesThatAreNotKnownAreTold() throws {
        let policy = try #require(try document(ManifestSamples.sparse)["policy"])
        #expect(policy["assigner"] == [.string(Self.share + "/version/1#provider-1")])
        #expect(policy["assignee"] == [.string(Self.share + "/version/1#recipient-1")])
    }

    @Test func aServiceHandsOverWhatIsAskedForAndAFileIsHandedOverItself() throws {
        var terms = ManifestSamples.full
        let file = try #require(try document(terms)["datasets"]?[0]?["distribution"]?[0])
        #expect(file["title"] == "Single File Transfer External (SFTE)" && file["accessService"] == nil)
        terms.channel = Stated("API", term: "api")
        let service = try document(terms)["datasets"]?[0]?["distribution"]?[0]?["accessService"]
        #expect(service?["@type"] == "dcat:DataService" && service?["title"] == "API")
    }

    @Test func datasetsOfNamesThatLookAlikeHaveAddressesOfTheirOwn() throws {
        var terms = ManifestSamples.sparse
        terms.items = ["R T I", "R-T-I", "\u{5D0}", "="].map { DataItem(Stated("a"), dataset: $0) }
        let datasets = try #require(try document(terms)["datasets"]?.array)
        let parts = datasets.compactMap { $0["@id"]?.string?.split(separator: "/").last.map(String.init) }
        #expect(parts == ["r-t-i", "r-t-i-2", "data", "data-2"])
    }
}
