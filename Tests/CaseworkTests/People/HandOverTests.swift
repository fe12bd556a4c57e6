import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Everything that somebody held goes to somebody else in one act, or nothing does.
@Suite struct HandOverTests {
    private static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: PersonID("heir"), name: "The heir", roles: ["data-owner", "requester"], organisation: "DWP"))
        for reference in ["A", "B"] {
            try Life.propose(reference, at: desk)
            try desk.act("appoint-owner", on: reference, by: "hub", ["owner": "owner"])
        }
        return desk
    }

    private static func request(
        to heir: String = "heir", from: String = "owner", leaving: String? = nil, isPreview: Bool = false
    ) throws -> HandOverRequest {
        HandOverRequest(
            from: PersonID(from), to: PersonID(heir), reason: "A new post",
            leaving: try leaving.map { try day($0) }, isPreview: isPreview)
    }

    private static func rules(_ body: () throws -> Void) throws -> [String] {
        do {
            try body()
            return []
        } catch let refusal as Refusal {
            return refusal.reasons.map(\.rule)
        }
    }

    @Test func aPreviewSaysWhatGoesAndWritesNothing() throws {
        let desk = try Self.desk()
        let before = try desk.position()
        let result = try desk.office.handOver(try Self.request(isPreview: true), as: PersonID("hub"))
        #expect(result.given.map(\.reference.rawValue) == ["A", "B"])
        #expect(Set(result.given.map(\.command)) == ["appoint-owner"])
        #expect(try desk.position() == before)
    }

    @Test func signOffsLapseAndConditionsGoOverWithTheShare() throws {
        let desk = try Self.desk()
        try Life.live(Array(Life.proposed[1..<6]), "A", at: desk)
        try Life.live(Life.assessment, "A", at: desk)
        try desk.act("open", on: "A", by: "hub")
        try desk.act(
            "set-condition", on: "A", by: "dpo",
            ["condition": "Publish the notice", "owner": "owner", "timing": "before"])
        try desk.act("sign-off", on: "A", by: "owner")
        let preview = try desk.office.handOver(try Self.request(isPreview: true), as: PersonID("hub"))
        #expect(preview.lapsed == ["A: the sign-off of The owner as the data owner on 1 April 2026"])
        #expect(preview.passed == ["A: condition 1, Publish the notice"] && preview.conditions == [])
        _ = try desk.office.handOver(try Self.request(), as: PersonID("hub"))
        #expect(try desk.share("A").approval.conditions.map(\.owner) == ["heir"])
    }

    @Test func sharesRequestsAndDelegationsGoInOneTransaction() throws {
        let desk = try Self.desk()
        let deputy = PersonID("siro")
        _ = try desk.office.delegate(
            Delegation(
                number: 0, from: PersonID("owner"), to: deputy, roles: ["data-owner"],
                first: try day("2026-04-01"), last: try day("2026-12-31"),
                reason: "Cover"), as: PersonID("owner"))
        let result = try desk.office.handOver(try Self.request(leaving: "2026-04-30"), as: PersonID("hub"))
        #expect(result.given.count == 2)
        #expect(result.ended.map(\.number) == [1])
        for reference in ["A", "B"] {
            #expect(try desk.share(reference).owner?.person == PersonID("heir"))
        }
        let roster = try desk.office.currentRoster()
        #expect(roster.departures[PersonID("owner")] == Day(iso: "2026-04-30"))
        #expect(roster.delegations.map(\.last) == [try day("2026-04-30")])
        // The last day is worked; after it nothing is done any more.
        try desk.set("2026-05-01")
        #expect(
            try Self.rules { _ = try desk.office.actions(on: ShareReference("A"), as: PersonID("owner")) } == [
                "has-left"
            ])
        let requests = try desk.office.handOver(try Self.request(from: "requester"), as: PersonID("hub"))
        #expect(Set(requests.given.map(\.command)) == ["hand-over-request"])
        #expect(try desk.share("A").requester == PersonID("heir"))
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func whereOneShareCannotGoNothingGoes() throws {
        let desk = try Self.desk()
        let before = try desk.position()
        let refused = try Self.rules {
            _ = try desk.office.handOver(try Self.request(to: "dpo", leaving: "2026-04-30"), as: PersonID("hub"))
        }
        #expect(refused == ["not-a-data-owner", "not-a-data-owner"])
        #expect(try desk.position() == before)
    }

    @Test func whatSomebodyHoldsIsToldBeforeTheyGo() throws {
        let desk = try Self.desk()
        try desk.importing([Row("C")])
        try desk.act("appoint-owner", on: "C", by: "hub", ["owner": "owner"])
        let held = try desk.office.holdings(of: PersonID("owner"), as: PersonID("hub"))
        #expect(held.answersFor == 3 && held.askedFor == 0)
        // What a register brought rests until somebody takes it up.
        #expect(held.underWay.map(\.reference.rawValue) == ["A", "B"])
        #expect(held.inWords == "answers for 3 open shares, in 2 of which something is under way")
        let asked = try desk.office.holdings(of: PersonID("requester"), as: PersonID("hub"))
        #expect(asked.inWords == "asked for 2 open shares")
        #expect(try desk.office.holdings(of: PersonID("dpo"), as: PersonID("hub")).isEmpty)
        #expect(
            try Self.rules { _ = try desk.office.holdings(of: PersonID("owner"), as: PersonID("owner")) }
                == ["not-your-role"])
    }

    @Test func onlyTheHubHandsOver() throws {
        let desk = try Self.desk()
        #expect(
            try Self.rules { _ = try desk.office.handOver(try Self.request(), as: PersonID("owner")) }
                == ["not-your-role"])
    }

    @Test func whatALeaverLeftBehindIsListedAndReported() throws {
        let desk = try Self.desk()
        #expect(try desk.office.orphans().isEmpty)
        try desk.office.change(
            .left(RosterChange.Departure(PersonID("owner"), last: try day("2026-04-01"))),
            as: PersonID("hub"))
        #expect(try desk.office.orphans().isEmpty)
        try desk.set("2026-04-02")
        #expect(try desk.office.orphans().map(\.gap.rule) == ["owner-left", "owner-left"])
        #expect(try desk.office.report().ownersGone == 2)
        // As it was the day before, somebody answered.
        #expect(try desk.office.report(asAt: try day("2026-04-01")).ownersGone == 0)
        #expect(try desk.office.check(ShareReference("A")).map(\.rule).contains("owner-left"))
    }
}

private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }
