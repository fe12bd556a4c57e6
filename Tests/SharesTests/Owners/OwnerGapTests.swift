@testable import Shares
import Testing
import Workflows

/// Why nobody answers for a share, each reason with the roster that makes it.
@Suite struct OwnerGapTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private func gap(
        _ changes: RosterChange..., owner: PersonID? = "owner", named: String? = nil, spoke: String? = "disability",
        on day: String = "2026-04-10"
    ) throws -> OwnerGap? {
        var roster = Roster(Casebook.everybody)
        for change in changes { roster.apply(change) }
        return roster.gap(owner: owner, named: named, spoke: spoke, on: try Self.day(day))
    }

    private func appointed(to spoke: String?, until last: String? = nil) throws -> RosterChange {
        .appointed(
            Appointment(
                "owner", as: .dataOwner, of: spoke,
                DaySpan(try Self.day("2026-01-01"), to: try last.map { try Self.day($0) }), letter: "HR/1"))
    }

    @Test func somebodyWhoIsHereAnswers() throws {
        #expect(try gap() == nil)
        #expect(try gap(appointed(to: "disability")) == nil)
        #expect(try gap(appointed(to: nil)) == nil)
    }

    @Test func nobodyOrOnlyAName() throws {
        #expect(try gap(owner: nil) == .nobody)
        #expect(try gap(owner: nil, named: "Head of Fraud Data") == .namedOnly("Head of Fraud Data"))
        #expect(try gap(owner: "gone") == .unknown("gone"))
    }

    @Test func anOwnerWhoLeftLeavesAnOrphan() throws {
        let left = RosterChange.left(RosterChange.Departure("owner", last: try Self.day("2026-04-10")))
        #expect(try gap(left, on: "2026-04-10") == nil)
        #expect(try gap(left, on: "2026-04-11") == .left("owner", last: try Self.day("2026-04-10")))
    }

    @Test func anOwnerWithoutTheRoleOrTheAppointment() throws {
        #expect(try gap(.kept(Casebook.person("owner", "requester"))) == .roleLost("owner"))
        #expect(
            try gap(appointed(to: "later-life")) == .notAppointed("owner", spoke: "disability"))
        #expect(
            try gap(appointed(to: "disability", until: "2026-04-09")) == .notAppointed("owner", spoke: "disability"))
        // A share that states no spoke is covered by any appointment.
        #expect(try gap(appointed(to: "later-life"), spoke: nil) == nil)
    }

    @Test func leaveNeedsADelegateUntilItsLastDay() throws {
        let absence = Absence("owner", from: try Self.day("2026-04-01"), to: try Self.day("2026-04-21"))
        let delegation = RosterChange.delegated(
            Delegation(
                number: 1, from: "owner", to: "other-owner", roles: ["data-owner"], first: try Self.day("2026-04-01"),
                last: try Self.day("2026-04-09"), reason: "Leave"))
        #expect(try gap(.absent(absence)) == .away(absence, delegationEnded: nil))
        #expect(try gap(.absent(absence), delegation, on: "2026-04-09") == nil)
        let ended = try #require(try gap(.absent(absence), delegation))
        #expect(ended == .away(absence, delegationEnded: try Self.day("2026-04-09")))
        #expect(ended.rule == "delegation-ended")
        #expect(try gap(.absent(absence), on: "2026-04-22") == nil)
    }

    @Test func everyGapHasALabel() {
        let absence = Absence("owner", from: Day(number: 0), to: Day(number: 1))
        let all: [OwnerGap] = [
            .nobody, .namedOnly("x"), .unknown("x"), .left("x", last: Day(number: 0)), .roleLost("x"),
            .notAppointed("x", spoke: nil), .away(absence, delegationEnded: nil),
            .away(absence, delegationEnded: Day(number: 0)),
        ]
        #expect(all.map(\.rule) == OwnerGap.labels.map(\.rule))
    }
}
