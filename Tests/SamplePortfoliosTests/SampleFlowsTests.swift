import SamplePortfolios
import Shares
import Testing

@Suite struct SampleFlowsTests {
    @Test func theFlowsOfTheRepositoryLoad() throws {
        #expect(try SampleInputs.flows().flows.count >= 60)
    }

    @Test func everyFaultOfAFileIsReportedWithItsPlace() {
        let json = """
            {"groups": {"empty": {"bodies": []}}, "bodies": [], "owners": {"Disability": ["Head of Data"]},
             "bundles": [], "remarks": ["See annex."], "wordings": {"items": {"nino": ["NINO"]}},
             "flows": [{"id": "a", "spoke": "Nowhere", "weight": 0, "providers": ["group:gone"], "recipients": [],
                        "titles": ["{somebody}"], "purposes": ["check"], "gateways": ["wra"], "bases": ["e"],
                        "items": ["nino"], "subjects": ["s"], "frequencies": ["daily"], "channels": ["api"],
                        "classification": "official", "retention": "P2Y", "years": [2020, 2010]}]}
            """
        let findings = #expect(throws: Findings.self) { try SampleFlows(json: Array(json.utf8)) }
        let places = Set(findings?.all.map(\.place.description) ?? [])
        for pointer in [
            "groups/empty/bodies", "flows/0/spoke", "flows/0/weight", "flows/0/providers",
            "flows/0/recipients", "flows/0/titles/0", "flows/0/gateways", "flows/0/years", "flows/0/channels",
            "wordings/statuses",
        ] {
            #expect(places.contains("flows.json at /\(pointer)"), "\(pointer)")
        }
    }

    @Test func whatIsNotJSONIsAFindingWithItsLine() {
        let findings = #expect(throws: Findings.self) { try SampleFlows(json: Array("{\n  \"flows\": [,]\n}".utf8)) }
        #expect(findings?.all.map(\.place.description) == ["line 2, column 13"])
    }

    @Test func aBodyThatTheOrganisationsLackIsAFinding() throws {
        let flows = try SampleInputs.flows()
        let findings = #expect(throws: Findings.self) {
            try SamplePortfolio(
                shares: 10, seed: 1, flows: flows,
                organisations: [
                    SampleOrganisation(id: "hm-revenue-customs", name: "HM Revenue & Customs", kind: "other")
                ])
        }
        #expect(findings?.all.contains { $0.message.contains("department-for-work-pensions") } == true)
    }
}
