import JSONValues
@testable import Shares
import Testing
import Workflows

/// Who may change what holds between people, and what then holds.
@Suite struct RosterTests {
    /// 1 April 2026.
    private static let today = Day(number: 20_544)

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private static func roster(_ changes: RosterChange...) -> Roster {
        var roster = Roster(Casebook.everybody)
        for change in changes { roster.apply(change) }
        return roster
    }

    private static func delegation(
        _ principal: String = "owner", to delegate: String = "other-owner", _ roles: [RoleName] = ["data-owner"],
        from first: String = "2026-04-01", until last: String = "2026-04-21", reason: String = "Leave"
    ) throws -> Delegation {
        Delegation(
            number: 1, from: PersonID(principal), to: PersonID(delegate), roles: roles, first: try day(first),
            last: try day(last), reason: reason)
    }

    private static func appointment(
        _ id: String = "owner", of spoke: String? = "disability", from first: String = "2026-01-01",
        until last: String? = "2026-12-31", letter: String = "HR/1"
    ) throws -> Appointment {
        Appointment(
            PersonID(id), as: .dataOwner, of: spoke, DaySpan(try day(first), to: try last.map { try day($0) }),
            letter: letter)
    }

    private func rules(_ change: RosterChange, by id: String, in roster: Roster = roster()) throws -> [String] {
        roster.objections(to: change, by: try Casebook.person(id), on: Self.today).map(\.rule)
    }

    // MARK: - May they?

    @Test func onlyTheHubAppointsAndRecordsWhoLeaves() throws {
        let changes: [RosterChange] = [
            .appointed(try Self.appointment()), .left(RosterChange.Departure("owner", last: Self.today)),
            .kept(try Casebook.person("owner")),
        ]
        for change in changes {
            #expect(try rules(change, by: "owner") == ["not-your-role"])
            #expect(try rules(change, by: "hub") == [])
        }
    }

    @Test func theLastPersonOfTheHubStays() throws {
        let leaves = RosterChange.left(RosterChange.Departure("hub", last: Self.today))
        var without = try Casebook.person("hub")
        without.roles = ["board"]
        #expect(try rules(leaves, by: "hub") == ["last-of-the-hub"])
        #expect(try rules(.kept(without), by: "hub") == ["last-of-the-hub"])
        #expect(try rules(.kept(try Casebook.person("hub")), by: "hub") == [])
        let second = Person(id: "second", name: "Second", roles: ["hub"], organisation: without.organisation)
        let two = Self.roster(.kept(second))
        #expect(try rules(leaves, by: "hub", in: two) == [])
        #expect(try rules(.kept(without), by: "hub", in: two) == [])
        // Whoever goes before they could take over is nobody to leave it to.
        let gone = Self.roster(
            .kept(second), .left(RosterChange.Departure("second", last: Self.today.adding(days: -1))))
        #expect(try rules(leaves, by: "hub", in: gone) == ["last-of-the-hub"])
    }

    @Test func everybodyDelegatesWhatIsTheirsAndNothingElse() throws {
        #expect(try rules(.delegated(try Self.delegation()), by: "owner") == [])
        #expect(try rules(.delegated(try Self.delegation()), by: "hub") == [])
        #expect(try rules(.delegated(try Self.delegation()), by: "other-owner") == ["not-your-role"])
        let absence = RosterChange.absent(Absence("owner", from: Self.today, to: Self.today))
        #expect(try rules(absence, by: "owner") == [])
        #expect(try rules(absence, by: "dpo") == ["not-your-role"])
    }

    @Test func eitherOfTheTwoEndsADelegation() throws {
        let roster = Self.roster(.delegated(try Self.delegation()))
        let end = RosterChange.delegationEnded(try Self.delegation(until: "2026-04-05"))
        for id in ["owner", "other-owner", "hub"] { #expect(try rules(end, by: id, in: roster) == []) }
        #expect(try rules(end, by: "dpo", in: roster) == ["not-your-role"])
        #expect(try rules(end, by: "owner") == ["no-delegation"])
    }

    @Test func whoeverHasLeftMayDoNothing() throws {
        let roster = Self.roster(.left(RosterChange.Departure("hub", last: Self.today.adding(days: -1))))
        #expect(try rules(.kept(try Casebook.person("owner")), by: "hub", in: roster) == ["has-left"])
        let last = Self.roster(.left(RosterChange.Departure("hub", last: Self.today)))
        #expect(try rules(.kept(try Casebook.person("owner")), by: "hub", in: last) == [])
    }

    // MARK: - Is everything there?

    @Test func aDelegationSaysAllThatIsWrongWithIt() throws {
        let wrong = try Self.delegation(
            "owner", to: "owner", ["dpo"], from: "2026-03-01", until: "2026-02-01", reason: " ")
        #expect(
            try rules(.delegated(wrong), by: "hub")
                == ["to-oneself", "role-not-held", "ends-before-it-begins", "reason-missing"])
        #expect(
            try rules(.delegated(try Self.delegation(to: "partner")), by: "hub") == ["another-organisation"])
        #expect(try rules(.delegated(try Self.delegation(to: "nobody")), by: "hub") == ["unknown-person"])
        #expect(
            try rules(.delegated(try Self.delegation(from: "2026-01-01", until: "2026-03-31")), by: "hub")
                == ["in-the-past"])
        // A year at most, both days counted: 366 days.
        #expect(try rules(.delegated(try Self.delegation(until: "2027-04-01")), by: "hub") == [])
        #expect(try rules(.delegated(try Self.delegation(until: "2027-04-02")), by: "hub") == ["too-long"])
    }

    @Test func anAppointmentIsByLetterToSomebodyWithTheRole() throws {
        #expect(try rules(.appointed(try Self.appointment(letter: "")), by: "hub") == ["letter-missing"])
        #expect(try rules(.appointed(try Self.appointment("dpo")), by: "hub") == ["role-missing"])
        let roster = Self.roster(.appointed(try Self.appointment()))
        #expect(try rules(.appointed(try Self.appointment()), by: "hub", in: roster) == ["appointed-already"])
        #expect(try rules(.appointed(try Self.appointment(of: "later-life")), by: "hub", in: roster) == [])
        #expect(
            try rules(.appointed(try Self.appointment(from: "2027-01-01", until: nil)), by: "hub", in: roster) == [])
    }

    // MARK: - What holds

    @Test func aDelegationHoldsOnItsDaysAndWhileBothAreHere() throws {
        var roster = Self.roster(.delegated(try Self.delegation()))
        for (day, holds) in [("2026-03-31", false), ("2026-04-01", true), ("2026-04-21", true), ("2026-04-22", false)] {
            #expect(
                roster.delegates(of: "owner", as: "data-owner", on: try Self.day(day)) == (holds ? ["other-owner"] : [])
            )
        }
        roster.apply(.left(RosterChange.Departure("owner", last: try Self.day("2026-04-10"))))
        #expect(roster.delegations(to: "other-owner", on: try Self.day("2026-04-10")).count == 1)
        #expect(roster.delegations(to: "other-owner", on: try Self.day("2026-04-11")).isEmpty)
    }

    @Test func aRoleThatThePrincipalLosesIsLostToTheDelegate() throws {
        var roster = Self.roster(.delegated(try Self.delegation()))
        roster.apply(.kept(Casebook.person("owner", "requester")))
        #expect(roster.delegations(to: "other-owner", on: Self.today).isEmpty)
    }

    @Test func backFromLeaveCutsIt() throws {
        var roster = Self.roster(
            .absent(Absence("owner", from: try Self.day("2026-04-01"), to: try Self.day("2026-04-21"))))
        roster.apply(.returned(RosterChange.Return("owner", first: try Self.day("2026-04-11"))))
        #expect(roster.absence(of: "owner", on: try Self.day("2026-04-10")) != nil)
        #expect(roster.absence(of: "owner", on: try Self.day("2026-04-11")) == nil)
    }

    @Test func everyChangeReadsBackFromItsJSON() throws {
        let changes: [RosterChange] = [
            .kept(try Casebook.person("owner")), .appointed(try Self.appointment()),
            .appointmentEnded(try Self.appointment()), .delegated(try Self.delegation()),
            .delegationEnded(try Self.delegation()), .absent(Absence("owner", from: Self.today, to: Self.today)),
            .left(RosterChange.Departure("owner", last: Self.today)),
            .returned(RosterChange.Return("owner", first: Self.today)),
        ]
        for change in changes {
            let value = try JSONValueEncoder.encode(change)
            #expect(try JSONValueDecoder.decode(RosterChange.self, from: value) == change)
        }
    }
}
