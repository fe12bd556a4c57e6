import Foundation
import JSONValues
@testable import Shares
import Testing
import Workflows

/// What the policy of sign-offs asks for, rule by rule, and what is found in one that is broken.
@Suite struct SignOffPolicyTests {
    /// The reference data of the repository with another policy.
    static func reference(_ policy: Data) throws -> ReferenceData {
        var files = try RepositoryFolder.referenceFiles()
        files[SignOffRule.file] = policy
        return try ReferenceData(files: files)
    }

    /// Tiers that ask for the data owner alone, and one rule more.
    static func reference(when: String, asks: String = #"[{"of": ["siro"]}]"#) throws -> ReferenceData {
        try reference(
            Data(
                """
                {"title": "t", "source": "s", "rules": [
                  {"tier": "low", "capacities": ["data-owner"]}, {"tier": "medium", "capacities": ["data-owner"]},
                  {"tier": "high", "capacities": ["data-owner"]},
                  {"id": "more", "when": \(when), "asks": \(asks), "reason": "it matters"}]}
                """.utf8))
    }

    struct Example: Sendable, CustomTestStringConvertible {
        var when: String
        var holds: [TermsField: String]
        var because: String
        var doesNot: [TermsField: String] = [:]
        var testDescription: String { when }
    }

    /// Each condition of the closed list, on terms for which it holds, and on terms for which it does not.
    static let examples = [
        Example(
            when: #"{"tiers": ["low", "high"]}"#, holds: [.dataItems: "Industry", .lawfulBasis: ""], because: "low risk"
        ),
        Example(
            when: #"{"special-categories": true}"#, holds: [.dataItems: "PIP award; Ethnicity"],
            because: "special category data: ethnicity, health"),
        Example(
            when: #"{"special-categories": ["health"]}"#, holds: [.dataItems: "PIP award; Ethnicity"],
            because: "special category data: health", doesNot: [.dataItems: "Ethnicity"]),
        Example(
            when: #"{"criminal-offence": true}"#, holds: [.dataItems: "Conviction"], because: "criminal offence data"),
        Example(
            when: #"{"items": "national-insurance-number"}"#, holds: [:],
            because: "the data item National Insurance number",
            doesNot: [.dataItems: "Date of birth"]),
        Example(
            when: #"{"outside-uk": true}"#, holds: [.transfersOutsideUK: "France"],
            because: "data leaves the United Kingdom: France"),
        Example(
            when: #"{"gateways": ["wra-2012-s127"]}"#, holds: [:],
            because: "the gateway Welfare Reform Act 2012, section 127",
            doesNot: [.legalGateway: "DEA s.36"]),
        Example(
            when: #"{"acts": ["Digital Economy Act 2017"]}"#, holds: [.legalGateway: "DEA s.36"],
            because: "the gateway Digital Economy Act 2017, section 36"),
        Example(
            when: #"{"gateway-families": ["fraud"]}"#, holds: [.legalGateway: "DEA s.56"],
            because: "the gateway Digital Economy Act 2017, section 56", doesNot: [.legalGateway: "DEA s.36"]),
        Example(
            when: #"{"agreement-types": ["umbrella-mou"]}"#, holds: [.agreementType: "Umbrella MoU"],
            because: "the agreement type Umbrella MoU", doesNot: [.agreementType: "Process MoU"]),
        Example(
            when: #"{"classifications": ["secret"]}"#, holds: [.classification: "SECRET"],
            because: "the classification SECRET"),
        Example(
            when: #"{"spokes": ["disability"]}"#, holds: [.spoke: "Disability"], because: "the spoke Disability",
            doesNot: [.spoke: "Later Life"]),
        Example(
            when: #"{"providers": ["hm-revenue-customs"]}"#, holds: [:], because: "HMRC provides the data",
            doesNot: [.provider: "VOA"]),
        Example(
            when: #"{"recipients": ["hm-revenue-customs"]}"#, holds: [.recipient: "HMRC; DWP"],
            because: "HMRC receives the data"),
        Example(
            when: #"{"provider-kinds": ["local-authority"]}"#, holds: [.provider: "Leeds City Council"],
            because: "Leeds City Council (local-authority) provides the data"),
        Example(
            when: #"{"recipient-kinds": ["local-authority"]}"#, holds: [.recipient: "Leeds City Council"],
            because: "Leeds City Council (local-authority) receives the data"),
        Example(
            when: #"{"recipient-outside-government": true}"#, holds: [.recipient: "Somebody Ltd"],
            because: "Somebody Ltd is no body of government", doesNot: [.recipient: "Leeds City Council"]),
        Example(
            when: #"{"records-at-least": 1000000}"#, holds: [.volume: "About 1.2 million a year, 3 files"],
            because: "1200000 records", doesNot: [.volume: "999,999 records"]),
        Example(
            when: #"{"records-at-least": 10}"#, holds: [.volume: "Rather many"],
            because: "the volume does not say how many records are shared", doesNot: [.volume: "9"]),
        Example(
            when: #"{"outside-uk": true, "special-categories": ["health"]}"#,
            holds: [.transfersOutsideUK: "France", .dataItems: "PIP award"],
            because: "data leaves the United Kingdom: France, special category data: health",
            doesNot: [.transfersOutsideUK: "France"]),
    ]

    @Test(arguments: examples)
    func aRuleHoldsForItsTermsAndSaysWhy(example: Example) throws {
        let reference = try Self.reference(when: example.when)
        func asked(_ changed: [TermsField: String]) throws -> [SignOffRequirement] {
            try Casebook.terms(changed).requiredSignOffs(under: reference).filter { $0.capacities == ["siro"] }
        }
        #expect(
            try asked(example.holds) == [
                SignOffRequirement(
                    capacities: ["siro"], atLeast: 1, people: 1, party: nil,
                    reasons: ["\(example.because) (rule more: it matters)"])
            ])
        #expect(try asked(example.doesNot) == [])
    }

    @Test func everyConditionOfTheListHasItsExample() throws {
        let shown = try Set(Self.examples.flatMap { try JSONValue(parsing: $0.when).object?.keys.map { $0 } ?? [] })
        #expect(shown == Set(SignOffCondition.Name.allCases.map(\.rawValue)))
    }

    @Test func whatTwoRulesAskIsAskedOnceWithBothReasons() throws {
        let reference = try Self.reference(
            when: #"{"outside-uk": true}"#, asks: #"[{"of": ["data-owner"]}, {"of": ["siro", "board"], "atLeast": 1}]"#)
        let required = try Casebook.terms([.transfersOutsideUK: "France"]).requiredSignOffs(under: reference)
        #expect(
            required.map(\.what) == ["the data owner", "the SIRO or the governance board"])
        #expect(
            required[0].reasons == [
                "high risk (rule tier-high)", "data leaves the United Kingdom: France (rule more: it matters)",
            ])
    }

    @Test func aSideMeansEachOrganisationOnIt() throws {
        func parties(_ side: String) throws -> [String?] {
            let reference = try Self.reference(when: "{}", asks: "[{\"of\": [\"dpo\"], \"side\": \"\(side)\"}]")
            return try Casebook.terms([.recipient: "DWP; MoJ; HMRC"]).requiredSignOffs(under: reference)
                .filter { $0.capacities == ["dpo"] }.map(\.party)
        }
        #expect(try parties("provider") == ["HMRC"])
        #expect(try parties("recipients") == ["DWP", "MoJ", "HMRC"])
        // HMRC is on both sides, and one body.
        #expect(try parties("every-party") == ["HMRC", "DWP", "MoJ"])
        #expect(try parties("anybody") == [nil])
    }

    // MARK: - Files

    static let broken = "Samples/broken/sign-offs"

    static func file(_ path: String) throws -> Data {
        try Data(contentsOf: try #require(RepositoryFolder.url()).appendingPathComponent(path))
    }

    @Test(arguments: ["names.json", "shape.json", "tiers.json", "not-json.json"])
    func aBrokenPolicyGivesExactlyItsFindings(name: String) throws {
        let expected = try JSONValue(parsing: try Self.file("\(Self.broken)/expected.json"))["findings"]?[name]?.array
        let listed = try #require(expected).map { entry in
            let pointer = entry["pointer"]?.string ?? ""
            return "\(entry["rule"]?.string ?? "") \(Place.pointer(file: SignOffRule.file, pointer))"
        }
        let findings = try #require(throws: Findings.self) {
            try Self.reference(try Self.file("\(Self.broken)/\(name)"))
        }
        let found = findings.all.map { "\($0.rule) \($0.place)" }
        #expect(found.filter { !listed.contains($0) } == [])
        #expect(listed.filter { !found.contains($0) } == [])
        #expect(found.count == listed.count)
        #expect(findings.all.allSatisfy { $0.message.count > 15 && $0.message.hasSuffix(".") })
    }

    @Test func everyBrokenPolicyIsLoadedByATest() throws {
        let folder = try #require(RepositoryFolder.url()).appendingPathComponent(Self.broken)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(Set(names) == ["names.json", "shape.json", "tiers.json", "not-json.json", "expected.json"])
    }

    @Test func theSamplePolicyIsSoundAndAsksForMore() throws {
        let reference = try Self.reference(try Self.file("Samples/sign-offs/stricter-department.json"))
        let terms = try Casebook.terms([
            .dataItems: "PIP award", .transfersOutsideUK: "France", .recipient: "DWP", .volume: "2 million",
        ])
        #expect(
            terms.requiredSignOffs(under: reference).map(\.what) == [
                "the data owner", "the DPO", "the legal adviser", "the security officer",
                "the SIRO or the governance board", "the DPO and the data owner of HMRC",
                "the DPO and the data owner of DWP", "the governance board (2 people)", "the security officer of DWP",
            ])
    }

    @Test func theSchemaAcceptsThePoliciesAndRejectsTheBrokenOnes() throws {
        let schema = try JSONSchema(try JSONValue(parsing: try Self.file("Templates/schemas/sign-offs.schema.json")))
        for path in ["Templates/reference/sign-offs.json", "Samples/sign-offs/stricter-department.json"] {
            #expect(schema.faults(in: try JSONValue(parsing: try Self.file(path))) == [], "\(path)")
        }
        for name in ["names.json", "shape.json"] {
            #expect(!schema.faults(in: try JSONValue(parsing: try Self.file("\(Self.broken)/\(name)"))).isEmpty)
        }
    }

    @Test(arguments: [
        ("about 1.2 million", 1_200_000), ("12,000 a month", 12_000), ("3k rows, 2 files", 3_000), ("5m", 5_000_000),
        ("two hundred", nil), ("", nil), ("2026-04", 2026), ("1e300", 1), ("999999999999999999", nil),
    ])
    func aVolumeInWordsIsANumber(text: String, count: Int?) {
        #expect(RecordCount.largest(in: text) == count)
    }
}
