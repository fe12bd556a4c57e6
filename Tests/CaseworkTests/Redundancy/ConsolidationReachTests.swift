import Casework
import Ledger
import Redundancy
import Shares
import Testing

/// Decisions on redundant shares reach whom they concern, and nobody else.
@Suite struct ConsolidationReachTests {
    private static let items = "National Insurance number; Date of birth; Full name; Address; Postcode"

    private static func desk(_ second: [String: String] = [:]) throws -> Desk {
        let desk = try Desk()
        let common = ["title": "Earnings check", "data_items": items]
        try desk.importing([Row("A", common), Row("B", common.merging(second) { $1 })])
        return desk
    }

    @Test func aClusterFoundWithALowScoreIsDecidedWithIt() throws {
        // Other people: unlikely to be one flow.
        let desk = try Self.desk(["data_subjects": "Patients", "data_items": Self.items + "; Sort code"])
        #expect(try desk.office.redundancyClusters().clusters == [])
        let cluster = try #require(try desk.office.redundancyClusters(minimumScore: 0.0001).clusters.first)
        var order = ConsolidationOrder(.cluster(cluster.reference), .keep, reason: "Two populations")
        #expect(throws: Refusal.self) { try desk.office.decideConsolidation(order, as: PersonID("board")) }
        order.leastScore = 0.0001
        let outcome = try desk.office.decideConsolidation(order, as: PersonID("board"))
        #expect(outcome.decision.cluster == cluster.reference)
        #expect(outcome.decision.shown.map(\.a).count == 1)
        #expect(try desk.office.redundancyClusters(minimumScore: 0.0001).clusters == [])
    }

    @Test func theOwnerOfASurvivorThatCannotBeAmendedYetIsToldWhatItTakesOver() throws {
        let desk = try Self.desk(["data_items": Self.items + "; Sort code"])
        let order = ConsolidationOrder(
            .shares([ShareReference("A"), ShareReference("B")]), .consolidate, reason: "One feed is enough",
            survivor: ShareReference("A"))
        _ = try desk.office.decideConsolidation(order, as: PersonID("hub"))
        let letters = try desk.office.letters().filter { $0.kind == "take-over:1" }
        #expect(letters.map(\.share) == [ShareReference("A")])
        #expect(letters.map(\.subject) == ["A has to take over from others"])
        #expect(letters.map(\.recipient) == ["role:data-owner"])
        #expect(
            letters.first?.body.hasSuffix(
                "It is to take over from B. Its inherited terms have to be confirmed before they can be amended; then to add: data items Bank sort code.\n\nOne feed is enough"
            ) == true)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func whereNothingIsToBeAddedOrAnAmendmentIsBegunNobodyIsTold() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk, ["data_items": Self.items])
        try Life.inForce("B", at: desk, ["data_items": Self.items + "; Sort code"])
        let order = ConsolidationOrder(
            .shares([ShareReference("A"), ShareReference("B")]), .consolidate, reason: "One feed",
            survivor: ShareReference("A"))
        _ = try desk.office.decideConsolidation(order, as: PersonID("hub"))
        #expect(try desk.office.letters().filter { $0.kind.hasPrefix("take-over") } == [])
    }

    @Test func aBoardSeesInItsWorkWhatWaitsForItsDecision() throws {
        let desk = try Self.desk()
        #expect(
            try desk.office.work(for: PersonID("board")).groups.map(\.members) == [
                ["A", "B"].map { ShareReference($0) }
            ])
        #expect(try desk.office.work(for: PersonID("owner")).groups == [])
        let order = ConsolidationOrder(
            .shares([ShareReference("A"), ShareReference("B")]), .keep, reason: "Two teams")
        _ = try desk.office.decideConsolidation(order, as: PersonID("board"))
        #expect(try desk.office.work(for: PersonID("board")).groups == [])
    }

    @Test func thePackOfAPartnerNamesNoShareBeyondIt() async throws {
        let desk = try Desk()
        let common = ["title": "Earnings check", "data_items": Self.items]
        func row(_ reference: String, from provider: String, to recipient: String) -> Row {
            Row(reference, common.merging(["provider": provider, "recipient": recipient]) { $1 })
        }
        try desk.importing([
            row("FEED", from: "HMRC", to: "DWP"), row("ONWARD", from: "DWP", to: "Home Office"),
            row("DIRECT", from: "HMRC", to: "Home Office"),
        ])
        let found = try #require(try desk.office.redundancy().first)
        #expect(found.kind == .indirect)
        func pack(_ scope: PackScope) async throws -> String {
            String(decoding: try await desk.office.boardPack(scope, annexes: .all, format: .html).bytes, as: UTF8.self)
        }
        #expect(try await pack(.whole).contains("DIRECT"))
        let partner = try await pack(.partner("DWP"))
        #expect(!partner.contains("DIRECT"))
        #expect(partner.contains("1 cluster more, with shares beyond the scope of this pack"))
        let order = ConsolidationOrder(
            .shares([ShareReference("ONWARD"), ShareReference("DIRECT")]), .keep, reason: "Different uses")
        _ = try desk.office.decideConsolidation(order, as: PersonID("hub"))
        #expect(try await pack(.whole).contains("Different uses"))
        #expect(try await !pack(.partner("DWP")).contains("DIRECT"))
    }
}
