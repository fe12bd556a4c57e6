import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Whoever asks for a review or for the end of a share follows it, and is told what became of it.
struct AskedStepTests {
    private func person(_ id: PersonID, at desk: Desk) throws -> Person {
        try #require(try desk.office.currentRoster()[id])
    }

    /// What somebody is told that they wait for: machine, state, whom it waits for.
    private func waits(_ id: PersonID, at desk: Desk) throws -> [String] {
        try desk.office.work(for: id).others.items.map { "\($0.machine) \($0.state) \($0.waitsFor.map(\.rawValue))" }
    }

    /// What became of what somebody asked for, and why.
    private func answers(_ id: PersonID, at desk: Desk) throws -> [String] {
        try desk.office.work(for: id).answers.map { "\($0.outcome): \($0.step.answer?.reason ?? "-")" }
    }

    /// The reasons that somebody reads in the history of a share.
    private func reasons(_ id: PersonID, at desk: Desk) throws -> [String] {
        try desk.office.history(of: "A", for: person(id, at: desk)).compactMap { placed in
            guard case .acted(let act) = placed.event.happening else { return nil }
            return act.evidence["reason"]
        }
    }

    private func propose(at desk: Desk) throws {
        try desk.act("propose-retirement", on: "A", by: "partner", ["reason": "Replaced by the API"])
    }

    @Test func aPartnerIsToldWhyTheEndThatItProposedWasRejected() throws {
        let desk = try Desk()
        try desk.office.keep(Person(id: "colleague", name: "Colleague", roles: ["partner"], organisation: "HMRC"))
        try Life.inForce("A", at: desk)
        try propose(at: desk)
        for id: PersonID in ["partner", "colleague"] {
            #expect(try waits(id, at: desk) == [#"retirement Proposed ["data-owner"]"#])
            #expect(try answers(id, at: desk) == [])
        }
        #expect(try waits("stranger", at: desk) == [] && waits("security", at: desk) == [])
        #expect(try desk.office.consideredStep(of: "A", at: .retirement)?.reason == "Replaced by the API")
        try desk.act("reject-retirement", on: "A", by: "owner", ["reason": "Still needed until March"])
        for id: PersonID in ["partner", "colleague"] {
            #expect(try waits(id, at: desk) == [])
            #expect(try answers(id, at: desk) == ["Keep the share: Still needed until March"])
            #expect(try reasons(id, at: desk).last == "Still needed until March")
            #expect(try desk.office.look(at: "A", as: person(id, at: desk)).asked.map(\.answer?.by) == ["owner"])
        }
        #expect(try answers("owner", at: desk) == [] && answers("stranger", at: desk) == [])
        #expect(try desk.office.consideredStep(of: "A", at: .retirement) == nil)
    }

    @Test func whatBecameOfItIsToldForThirtyDaysOrUntilTheNextStep() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try propose(at: desk)
        try desk.act("reject-retirement", on: "A", by: "owner", ["reason": "Still needed"])
        try desk.set("2026-05-01")
        #expect(try answers("partner", at: desk).count == 1)
        try desk.set("2026-05-02")
        #expect(try answers("partner", at: desk) == [])
        #expect(try desk.office.look(at: "A", as: person("partner", at: desk)).asked == [])
        try propose(at: desk)
        try desk.act("give-notice", on: "A", by: "owner", ["effective": "2026-06-01"])
        #expect(try answers("partner", at: desk) == ["Give notice: -"])
        // Read anew, as by another process.
        let other = Office(ledger: desk.office.ledger, surroundings: desk.office.surroundings)
        #expect(try other.work(for: "partner").answers.map(\.outcome) == ["Give notice"])
        try desk.act("stop-transfer", on: "A", by: "owner", ["effective": "2026-05-02", "evidence": "Change 4711"])
        #expect(try answers("partner", at: desk) == [])
    }

    @Test func whatTheDepartmentGivesItselfAsReasonIsNotTold() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.act("propose-retirement", on: "A", by: "security", ["reason": "A weak channel"])
        try desk.act("reject-retirement", on: "A", by: "siro", ["reason": "The channel is being changed"])
        #expect(try answers("security", at: desk) == ["Keep the share: The channel is being changed"])
        #expect(try answers("partner", at: desk) == [])
        #expect(try reasons("partner", at: desk).filter { $0.contains("channel") } == [])
    }

    @Test func aReviewThatAPartnerCalledIsFollowedAndAnswered() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.act("call-review", on: "A", by: "partner", ["reason": "The law has changed"])
        #expect(try waits("partner", at: desk) == [#"review Due ["data-owner"]"#])
        try desk.act(
            "reschedule", on: "A", by: "owner", ["next-review": "2026-10-01", "reason": "The guidance comes in May"])
        #expect(try waits("partner", at: desk) == [])
        #expect(try answers("partner", at: desk) == ["Put the review off: The guidance comes in May"])
        #expect(try reasons("partner", at: desk).last == "The guidance comes in May")
        // Of one that is held they are told so, and the department's people what it found.
        try desk.act("call-review", on: "A", by: "partner", ["reason": "Once more"])
        #expect(try answers("partner", at: desk) == [])
        try desk.act("begin-review", on: "A", by: "owner")
        #expect(try waits("partner", at: desk) == [#"review Under review ["data-owner"]"#])
        try Life.live([Life.review[2]], "A", at: desk)
        try desk.act("continue", on: "A", by: "owner", ["next-review": "2027-04-01", "reason": "All is well"])
        #expect(try answers("partner", at: desk) == ["The review was held: -"])
        #expect(try !reasons("partner", at: desk).contains("All is well"))
        try desk.act("call-review", on: "A", by: "security")
        try desk.act("begin-review", on: "A", by: "owner")
        try desk.act("require-amendment", on: "A", by: "owner", ["reason": "Fewer items", "answers": "Too much"])
        #expect(try answers("security", at: desk) == ["Require an amendment: -"])
        #expect(try answers("partner", at: desk) == [])
    }

    /// One that is returned stands among the requester's work; one that is refused is told as what became of it.
    @Test func aRefusedAmendmentIsToldToWhoeverPutItForward() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Array(Life.amendment.prefix(3)), "A", at: desk)
        try desk.act("refuse-amendment", on: "A", by: "owner", ["reason": "Too much"])
        #expect(try answers("requester", at: desk) == ["Refuse the amendment: Too much"])
        #expect(try answers("owner", at: desk) == [] && answers("partner", at: desk) == [])
        let other = Office(ledger: desk.office.ledger, surroundings: desk.office.surroundings)
        #expect(try other.work(for: "requester").answers.map(\.step.title) == ["Submit the amendment"])
        try Life.live(Array(Life.amendment.prefix(1)), "A", at: desk)
        #expect(try answers("requester", at: desk) == [])
    }

    /// A partner reads when the sharing stops, and what the notice says of why, and not what the department said to itself.
    @Test func aPartnerReadsWhenTheSharingStops() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.act("propose-retirement", on: "A", by: "security", ["reason": "A weak channel"])
        #expect(try desk.office.work(for: "partner").endings == [])
        try desk.act(
            "give-notice", on: "A", by: "owner",
            ["effective": "2026-06-01", "reason": "Replaced by the API", "reference": "NOT-7"])
        let endings = try desk.office.work(for: "partner").endings
        #expect(endings.map(\.on.description) == ["2026-06-01"])
        #expect(endings.map(\.reason) == ["Replaced by the API"] && endings.map(\.notice) == ["NOT-7"])
        #expect(try desk.office.work(for: "stranger").endings == [])
        try desk.act("stop-transfer", on: "A", by: "owner", ["effective": "2026-04-01", "evidence": "Change 4711"])
        #expect(try desk.office.work(for: "partner").endings == [])
    }

    /// Time asks for nothing, and nobody is told what they answered themself.
    @Test func onlyWhatSomebodyElseAnsweredIsTold() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.act("call-review", on: "A", by: "owner")
        try desk.act("reschedule", on: "A", by: "owner", ["next-review": "2026-10-01", "reason": "Too early"])
        #expect(try answers("owner", at: desk) == [])
    }
}
