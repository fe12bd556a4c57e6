import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Time gives ordinary commands as the system actor, and letters; giving it twice gives nothing new.
@Suite struct TickTests {
    @Test func anAgreementExpiresOnTheDayAfterItsLast() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["end_date": "2026-05-31"])])
        try desk.set("2026-05-31")
        #expect(try desk.office.tick().events.filter { $0.summary.contains("expire") }.isEmpty)
        #expect(try desk.stage("A") == .inherited)
        try desk.set("2026-06-01")
        let report = try desk.office.tick()
        #expect(report.events.filter { $0.summary.contains("expire") }.map(\.actor) == [.system])
        #expect(try desk.stage("A") == .expired)
        let again = try desk.office.tick()
        #expect(again.events.isEmpty && again.letters.isEmpty)
    }

    /// A timer that was off: the record says since when, and nobody is reminded of a day that is over.
    @Test func whoComesLateFindsItExpiredSinceItsDay() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["end_date": "2026-05-31"])])
        try desk.set("2026-06-15")
        let report = try desk.office.tick()
        let evidence = report.events.compactMap { event -> String? in
            guard case .acted(let act) = event.happening, act.command == "expire" else { return nil }
            return act.evidence["effective"]
        }
        #expect(evidence == ["2026-06-01"])
        #expect(report.letters.filter { $0.subject.contains("ends on 31 May 2026") } == [])
    }

    @Test func aReminderSaysWhatComes() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["end_date": "2026-05-31"])])
        try desk.set("2026-05-24")
        let letter = try #require(try desk.office.tick().letters.last { $0.kind == "remind:approval:inherited" })
        #expect(letter.subject == "A: the agreement ends on 31 May 2026")
        #expect(letter.body.hasSuffix("(the approval). The agreement ends on 31 May 2026."))
    }

    /// In summer midnight in London is an hour before that of UTC.
    @Test func aDayBeginsAtMidnightInLondon() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["end_date": "2026-05-31"])])
        try desk.set(at: "2026-05-31T22:59:59.999Z")
        #expect(try desk.office.tick().events.filter { $0.summary.contains("expire") }.isEmpty)
        try desk.set(at: "2026-05-31T23:05:00.000Z")
        let expired = try desk.office.tick().events.filter { $0.summary.contains("expire") }
        // Recorded when it happened.
        #expect(expired.map(\.at.description) == ["2026-05-31T23:05:00.000Z"])
        #expect(try desk.stage("A") == .expired)
        #expect(desk.office.today == Day(iso: "2026-06-01"))
    }

    /// St Andrew's Day, 30 November 2026, is a working day in London and none in Edinburgh.
    @Test func aReminderGoesByTheHolidaysOfWhoeverAnswersForTheShare() throws {
        func reminded(_ provider: String, due: String) throws -> [String] {
            let desk = try Desk(on: "2026-11-23")
            try Life.propose(
                "A", at: desk, ["provider": provider, "start_date": "2027-04-01", "review_date": "2027-12-01"])
            try Life.live(Array(Life.proposed.prefix(2)), "A", at: desk)
            #expect(
                try desk.office.work(for: "owner").mine.items.filter { $0.machine == .proposal }.map(\.due) == [
                    Day(iso: due)
                ]
            )
            return try ["2026-12-04", "2026-12-07", "2026-12-08"].filter { day in
                try desk.set(day)
                return try desk.office.tick().letters.contains { $0.kind.hasPrefix("remind:") }
            }
        }
        // Ten working days after Monday 23 November.
        #expect(try reminded("HMRC", due: "2026-12-07") == ["2026-12-07"])
        #expect(try reminded("Social Security Scotland", due: "2026-12-08") == ["2026-12-08"])
    }

    @Test func aReviewFallsDueTwentyWorkingDaysBeforeItsDate() throws {
        let desk = try Desk()
        // Tuesday 1 December 2026; twenty working days before it is Tuesday 3 November.
        try desk.importing([Row("A")])
        try desk.set("2026-11-02")
        _ = try desk.office.tick()
        #expect(try desk.share("A").state(.review) == "scheduled")
        try desk.set("2026-11-03")
        #expect(try desk.office.tick().events.map(\.role) == ["system"])
        #expect(try desk.share("A").state(.review) == "due")
    }

    @Test func whatIsAgreedComesIntoForceOnItsStartDate() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk, ["start_date": "2026-05-01"])
        try Life.live(Array(Life.proposed.dropLast()), "A", at: desk)
        #expect(try desk.refusal("bring-into-force", on: "A", by: "owner") == ["start-date-reached"])
        try desk.set("2026-04-30")
        #expect(try desk.office.tick().events.isEmpty)
        try desk.set("2026-05-01")
        #expect(try desk.office.tick().events.map(\.actor) == [.system])
        #expect(try desk.stage("A") == .live)
    }

    @Test func remindersGoOnceToWhoeverHoldsTheRole() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(2)), "A", at: desk)
        // Submitted on Wednesday 1 April; ten working days on, without Good Friday and Easter Monday, is 17 April.
        try desk.set("2026-04-16")
        #expect(try desk.office.tick().letters.isEmpty)
        try desk.set("2026-04-17")
        #expect(try desk.office.tick().letters.map(\.recipient) == ["owner"])
        #expect(try desk.office.tick().letters.isEmpty)
        try desk.set("2026-04-20")
        #expect(try desk.office.tick().letters.isEmpty)
        // Beside those that follow from the acts themselves.
        let letters = try desk.office.letters().filter { $0.kind.hasPrefix("remind:") }
        #expect(letters.count == 1)
        #expect(letters.first?.kind == "remind:proposal:submitted")
        #expect(letters.first?.due == Day(iso: "2026-04-17"))
        #expect(letters.first?.body.contains("17 April 2026") == true)
    }

    @Test func whereNobodyHoldsTheRoleTheLetterGoesToTheRole() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        try desk.set("2026-11-03")
        _ = try desk.office.tick()
        #expect(try desk.office.letters().contains { $0.recipient == "role:data-owner" })
    }

    @Test func twoTicksAtOnceGiveEachCommandOnce() async throws {
        let desk = try Desk()
        try desk.importing((1...20).map { Row("DWP-\($0)", ["end_date": "2026-04-30"]) })
        try desk.set("2026-05-01")
        let office = desk.office
        async let first = Task { try office.tick() }.value
        async let second = Task { try office.tick() }.value
        let (one, two) = try await (first, second)
        #expect((one.events + two.events).filter { $0.summary.contains("expire") }.count == 20)
        let letters = try office.letters()
        #expect(Set(letters.map { "\($0.share) \($0.kind) \($0.due) \($0.recipient)" }).count == letters.count)
        #expect(one.letters.count + two.letters.count == letters.count)
        #expect(try office.verifyAudit().faults == [])
    }

    @Test func whatHasEndedIsLeftInPeace() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["status": "Closed", "end_date": "2025-01-01", "review_date": "2025-01-01"])])
        let report = try desk.office.tick(at: Day(iso: "2027-01-01"))
        #expect(report.shares == 0 && report.events.isEmpty && report.letters.isEmpty)
    }

    @Test func timeDoesNotGoBackBeforeTheLastEvent() throws {
        let desk = try Desk(on: "2026-06-01")
        try desk.importing([Row("A", ["end_date": "2026-07-31"])])
        let refusal = try #require(throws: Refusal.self) { try desk.office.tick(at: Day(iso: "2026-05-31")) }
        #expect(refusal.reasons.map(\.rule) == ["time-goes-forward"])
        #expect(
            refusal.reasons.first?.says == "Time cannot go back to 31 May 2026: the record reaches to 1 June 2026.")
        #expect(try desk.office.tick(at: Day(iso: "2026-08-01")).events.count == 1)
    }

    @Test func whatIsDoneAfterwardsIsRecordedAfterwards() throws {
        let desk = try Desk(on: "2026-06-01")
        try desk.importing([Row("A", ["end_date": "2026-07-31"])])
        _ = try desk.office.tick(at: Day(iso: "2026-08-01"))
        _ = try desk.office.act(
            on: ShareReference("A"), Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        let times = try desk.office.history(of: ShareReference("A")).map(\.event.at)
        #expect(times == times.sorted())
        #expect(times.last?.day == Day(iso: "2026-08-01"))
        // An import is no exception.
        try desk.importing([Row("B")], as: "later.csv")
        #expect(try desk.office.history(of: ShareReference("B")).map(\.event.at.day) == [Day(iso: "2026-08-01")])
    }
}
