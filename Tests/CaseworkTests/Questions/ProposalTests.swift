import Casework
import Shares
import Testing
import Workflows

/// Two people at one draft, and shares like the one that is proposed.
@Suite struct ProposalTests {
    private static func refusal(_ body: () throws -> Void) throws -> [Refusal.Reason] {
        do {
            try body()
            return []
        } catch let refusal as Refusal {
            return refusal.reasons
        }
    }

    @Test func twoPeopleCollideOnlyOnTheSameQuestion() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let share = ShareReference("A")
        _ = try desk.office.answer(
            ["1.6": "No, only mine", "1.3b": "Because"], of: "proposal", on: share, as: PersonID("requester"), seen: 1)
        // Another question, on the version before: nothing stands in the way.
        _ = try desk.office.answer(["2.1": "Yes"], of: "proposal", on: share, as: PersonID("hub"), seen: 1)
        let late = try Self.refusal {
            _ = try desk.office.answer(
                ["1.6": "Yes, we are collaborating", "1.3b": "Otherwise", "3.4": "No"], of: "proposal", on: share,
                as: PersonID("hub"), seen: 1)
        }
        #expect(late.map(\.rule) == ["answered-since", "answered-since"])
        #expect(
            late.map(\.says) == [
                "requester answered proposal/1.3b on 1 April 2026: “Because”.",
                "requester answered proposal/1.6 on 1 April 2026: “No, only mine”.",
            ])
        #expect(try desk.share("A").answers["proposal/3.4"] == nil)
        #expect(try desk.share("A").terms.text(of: .necessity) == "Because")
    }

    @Test func anAssessmentChangesNoTermsThatWereAccepted() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let steps = Life.proposed.prefix { $0.command != "assess" }
        try Life.live(Array(steps), "A", at: desk)
        #expect(try desk.share("A").state(.dpia) == "assessing")
        let held = try desk.share("A").terms
        let rules = try Self.refusal {
            try desk.act(
                "answer-assessment", on: "A", by: "requester",
                ["assessment/2.7": "P10Y", "assessment/2.14": "To profile claimants"])
        }
        #expect(rules.map(\.rule) == ["terms-put-forward", "terms-put-forward"])
        #expect(Set(rules.map(\.field)) == ["assessment/2.14", "assessment/2.7"])
        #expect(try desk.share("A").terms == held)
        // As it is, or where the terms said nothing, it is an answer.
        try desk.act(
            "answer-assessment", on: "A", by: "requester",
            ["assessment/2.14": held.text(of: .purpose), "assessment/2.5": "1,000 records"])
        #expect(try desk.share("A").terms.text(of: .volume) == "1,000 records")
        // Once it is in force, nothing of it is.
        try Life.live(Array(Life.proposed.dropFirst(steps.count)), "A", at: desk)
        try desk.act("reassess", on: "A", by: "dpo", ["reason": "A new system"])
        let late = try Self.refusal {
            try desk.act("answer-assessment", on: "A", by: "requester", ["assessment/2.16": "Fewer errors"])
        }
        #expect(late.map(\.rule) == ["terms-put-forward"])
    }

    @Test func aShareLikeItIsAnsweredForBeforeItIsSubmitted() throws {
        let desk = try Desk()
        try Life.inForce("OLD", at: desk)
        try Life.propose("NEW", at: desk)
        let similar = try desk.office.similar(to: ShareReference("NEW")).shares
        #expect(similar.map(\.reference.rawValue) == ["OLD"])
        #expect(similar[0].score > 0.5 && similar[0].explanation.count > 40)
        #expect(try desk.refusal("submit", on: "NEW", by: "requester") == ["similar-shares-answered"])
        #expect(
            try desk.refusal(
                "answer-similar", on: "NEW", by: "requester",
                ["similar": "ELSE", "outcome": "distinct", "reason": "x"]) == ["not-similar"])
        try desk.act(
            "answer-similar", on: "NEW", by: "requester",
            ["similar": "OLD", "outcome": "reuse", "reason": "It will do"])
        #expect(try desk.refusal("submit", on: "NEW", by: "requester") == ["similar-shares-answered"])
        try desk.act(
            "answer-similar", on: "NEW", by: "requester",
            ["similar": "OLD", "outcome": "distinct", "reason": "Another population"])
        #expect(try desk.refusal("submit", on: "NEW", by: "requester") == [])
    }

    /// The register is not read anew for each warning, and yet what happened since the last one counts.
    @Test func aShareThatCameOrEndedSinceTheLastWarningCounts() throws {
        let desk = try Desk()
        try Life.propose("NEW", at: desk)
        func similar() throws -> [String] {
            try desk.office.similar(to: ShareReference("NEW")).shares.map(\.reference.rawValue).sorted()
        }
        #expect(try similar() == [])
        try Life.inForce("OLD", at: desk)
        #expect(try similar() == ["OLD"])
        try Life.propose("TWIN", at: desk)
        let both = try similar()
        #expect(both == ["OLD", "TWIN"])
        try desk.act("withdraw", on: "TWIN", by: "requester", ["reason": "A mistake"])
        #expect(try similar() == ["OLD"])
    }

    @Test func whatIsNotAnsweredIsAFinding() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk, ["spoke": "Fraud and Error"])
        let wanting = try desk.office.check(ShareReference("A")).filter { $0.rule == "question-not-answered" }
        #expect(
            wanting.map { String($0.message.prefix { $0 != " " }) } == [
                "proposal/1.5", "proposal/1.8", "proposal/2.1", "proposal/F.1", "proposal/F.3",
            ])
    }
}
