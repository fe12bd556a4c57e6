import Casework
import Ledger
import Shares
import Testing
import Workflows

/// One order to many shares gives one result for each, and hinders none.
@Suite struct BulkActTests {
    private static let appoint = Order("appoint-owner", fields: ["owner": "owner"])

    private func filters(_ conditions: String...) throws -> [ShareFilter] {
        try conditions.map { try #require(ShareFilter($0)) }
    }

    /// References that did it or would; and the rules against those that refused.
    private func outcome(_ bulk: BulkAct) -> (given: [String], refused: [String: [String]]) {
        var given: [String] = []
        var refused: [String: [String]] = [:]
        for result in bulk.results {
            switch result.decision {
            case .event: given.append(result.reference.rawValue)
            case .refused(let refusal): refused[result.reference.rawValue] = refusal.reasons.map(\.rule)
            }
        }
        return (given, refused)
    }

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.importing([
            Row("A"), Row("B"), Row("C", ["status": "Closed", "end_date": "2025-01-01"]),
            Row("D", ["recipient": "MoJ"]),
        ])
        return desk
    }

    @Test func aPreviewSaysWhatTheActThenDoes() throws {
        let desk = try desk()
        let before = try desk.position()
        let preview = try desk.office.previewBulkAct(
            where: try filters("recipient=DWP"), Self.appoint, as: PersonID("hub"))
        #expect(outcome(preview).given == ["A", "B"])
        #expect(outcome(preview).refused.keys.sorted() == ["C"])
        #expect(try desk.position() == before)
        #expect(preview.position == before.size)

        let done = try desk.office.actInBulk(
            where: try filters("recipient=DWP"), Self.appoint, as: PersonID("hub"), seen: preview.position)
        #expect(outcome(done).given == ["A", "B"])
        #expect(outcome(done).refused == outcome(preview).refused)
        // Two acts, each with the letter that follows from it.
        #expect(try desk.position().size == before.size + 4)
        #expect(try desk.share("A").owner?.person == "owner")
        #expect(try desk.share("D").owner?.person == nil)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func whatHasChangedSinceThePreviewIsLeftAlone() throws {
        let desk = try desk()
        let preview = try desk.office.previewBulkAct(
            where: try filters("stage=inherited"), Self.appoint, as: PersonID("hub"))
        try desk.act("appoint-owner", on: "B", by: "hub", ["owner": "owner"])
        let done = try desk.office.actInBulk(
            where: try filters("stage=inherited"), Self.appoint, as: PersonID("hub"), seen: preview.position)
        #expect(outcome(done).given == ["A", "D"])
        #expect(outcome(done).refused == ["B": ["changed-since"]])
        #expect(try desk.share("B").version == 2)
    }

    @Test func whoMayNotIsRefusedForEachAndNothingIsWritten() throws {
        let desk = try desk()
        let before = try desk.position()
        let done = try desk.office.actInBulk(
            where: try filters("stage=inherited"), Self.appoint, as: PersonID("stranger"), seen: before.size)
        #expect(done.given == 0 && done.refused == 3)
        #expect(outcome(done).refused["A"] == ["not-your-role"])
        #expect(try desk.position() == before)
        #expect(throws: Refusal.self) {
            try desk.office.actInBulk(where: [], Self.appoint, as: PersonID("nobody"))
        }
    }

    @Test func manySharesAreActedOnOnlyAfterALook() throws {
        let desk = try desk()
        let before = try desk.position()
        let refusal = try #require(throws: Refusal.self) {
            try desk.office.actInBulk(where: try filters("stage=inherited"), Self.appoint, as: PersonID("hub"))
        }
        #expect(refusal.reasons.map(\.rule) == ["preview-first"])
        #expect(refusal.reasons[0].says.hasPrefix("3 shares meet the conditions"))
        #expect(try desk.position() == before)
        // One share is as good as named.
        let one = try desk.office.actInBulk(where: try filters("reference=A"), Self.appoint, as: PersonID("hub"))
        #expect(outcome(one).given == ["A"])
    }

    @Test func aShareThatNoLongerMeetsTheConditionsIsNamedAndDoesNotVanish() throws {
        let desk = try desk()
        let conditions = try filters("stage=inherited", "owner=Head of Fraud Data")
        let preview = try desk.office.previewBulkAct(where: conditions, Self.appoint, as: PersonID("hub"))
        #expect(outcome(preview).given == ["A", "B", "D"])
        try desk.act("appoint-owner", on: "B", by: "hub", ["owner": "owner"])
        try desk.importing([Row("E")], as: "more.csv")
        let done = try desk.office.actInBulk(
            where: conditions, Self.appoint, as: PersonID("hub"), seen: preview.position)
        #expect(outcome(done).given == ["A", "D"])
        // E was not there to be looked at.
        #expect(outcome(done).refused == ["B": ["no-longer-meets"], "E": ["changed-since"]])
        #expect(done.results.map(\.reference) == ["A", "B", "D", "E"])
        guard case .refused(let refusal) = done.results[1].decision else { return }
        #expect(
            refusal.reasons[0].says
                == "B was in the preview and meets the conditions no longer: hub gave “appoint-owner”.")
        #expect(try desk.share("B").version == 2)
    }

    @Test func threeHundredAndSixtySharesAreActedOnInOneSitting() throws {
        let desk = try Desk()
        try desk.importing((1...360).map { Row("LA-\($0)") })
        let done = try desk.office.actInBulk(
            where: try filters("stage=inherited"), Self.appoint, as: PersonID("hub"), seen: try desk.position().size)
        #expect(done.given == 360 && done.refused == 0)
        #expect(try desk.office.verifyAudit().faults == [])
    }
}
