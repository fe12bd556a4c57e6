import Casework
import Shares
import Testing
import Workflows

/// A share as somebody looks at it, again and again.
struct LookTests {
    private func possible(_ id: String, at desk: Desk) throws -> [String] {
        let person = try #require(try desk.office.currentRoster()[PersonID(id)])
        return try desk.office.look(at: ShareReference("A"), as: person).actions.filter { $0.refusal == nil }
            .map(\.transition.command.rawValue)
    }

    @Test func eachSeesTheirOwnAndWhatHasHappenedSince() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        #expect(try possible("requester", at: desk).contains("submit"))
        #expect(try !possible("dpo", at: desk).contains("submit"))
        #expect(try possible("requester", at: desk).contains("submit"))
        try desk.submit("A")
        #expect(try !possible("requester", at: desk).contains("submit"))
        #expect(try possible("requester", at: desk).contains("withdraw"))
    }

    /// What a role allows ends with the role, though nothing has happened to the share.
    @Test func aChangeAmongThePeopleIsSeenAtOnce() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try desk.submit("A")
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        #expect(try possible("owner", at: desk).contains("accept"))
        var person = try #require(try desk.office.currentRoster()["owner"])
        person.roles = ["board"]
        try desk.office.keep(person)
        #expect(try !possible("owner", at: desk).contains("accept"))
    }

    @Test func namesAreThoseOfWhoeverDidSomething() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let roster = try desk.office.currentRoster()
        let hub = try #require(roster["hub"])
        let look = try desk.office.look(at: ShareReference("A"), as: hub)
        #expect(look.names["requester"] == roster["requester"]?.name)
        #expect(look.names["dpo"] == nil)
    }

    /// The last day of a delegation passes without anything on record.
    @Test func aNewDayIsSeen() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let hub = try #require(try desk.office.currentRoster()["hub"])
        #expect(try desk.office.look(at: ShareReference("A"), as: hub).today == Day(iso: "2026-04-01"))
        try desk.set("2026-04-02")
        #expect(try desk.office.look(at: ShareReference("A"), as: hub).today == Day(iso: "2026-04-02"))
    }
}
