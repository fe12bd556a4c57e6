import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Assessments over the life of shares, on SQLite: what stands, what is looked at again, what others rely on.
@Suite struct AssessmentLifeTests {
    private static let signing = Life.approval(
        opening: "open-amendment", signing: "amendment-signing", agreed: "amendment-agreed")

    @Test func anAmendmentThatTouchesNothingAssessedKeepsTheConclusion() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let decision = try #require(try desk.share("A").dpia.decision)
        try Life.live(
            [
                LifeStep("requester", "begin-amendment", ["reason": "Another review date"]),
                LifeStep("requester", "edit", ["review_date": "2027-02-01"]),
                LifeStep("requester", "submit-amendment", then: "dpia:reassessing"),
                LifeStep("owner", "accept-amendment"),
            ], "A", at: desk)
        #expect(try desk.share("A").dpia.decision == nil)
        try Life.live([LifeStep("dpo", "carry-over", then: "dpia:kept")], "A", at: desk)
        #expect(try desk.share("A").dpia.decision == decision)
        try Life.live(
            Self.signing + [LifeStep("owner", "bring-into-force", then: "approval:in-force", "proposal:accepted")], "A",
            at: desk)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    /// However often the terms change: what holds is what was assessed, and each screening of a change stands beside it.
    @Test func theEarlierAssessmentIsToldAsTheOneThatHolds() async throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let before = try desk.share("A").dpia
        try Life.live(Life.amendment, "A", at: desk)
        func holds() throws -> DPIARecord {
            let dpia = try desk.share("A").dpia
            #expect(dpia.screening == before.screening && dpia.advice == before.advice)
            #expect(dpia.decision == before.decision && dpia.residualRisk == before.residualRisk)
            #expect(try desk.share("A") == Share(events: desk.office.history(of: "A").map(\.event)))
            return dpia
        }
        #expect(
            try holds().kept.map { $0.inWords() } == [
                "A DPIA is not required (owner, 1 April 2026): No new risk; the earlier conclusion stands (dpo, 1 April 2026): The risk is the same"
            ])
        let text = String(decoding: try desk.office.frozenText(of: "A", agreement: 2).bytes, as: UTF8.self)
        for says in [
            "A DPIA is required. Data matching",
            "Changed terms, screened on 1 April 2026: A DPIA is not required. No new risk", "Proceed",
            "Advice accepted.",
        ] { #expect(text.contains(says), "\(says)") }
        var second = Life.amendment
        second[1] = LifeStep("requester", "edit", ["data_items": "National Insurance number"])
        try Life.live(second, "A", at: desk)
        #expect(try holds().kept.count == 2)
        // Assessed anew, the new assessment holds for all of it.
        try Life.live([LifeStep("dpo", "reassess", ["reason": "A complaint"])], "A", at: desk)
        #expect(try desk.share("A").dpia.kept == [])
    }

    @Test func anAmendmentOfTheItemsIsAssessedAgain() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(
            [
                LifeStep("owner", "begin-amendment", ["reason": "More items"]),
                LifeStep("owner", "edit", ["data_items": "National Insurance number; Date of birth; Address"]),
                LifeStep("requester", "submit-amendment", then: "dpia:reassessing"),
            ], "A", at: desk)
        #expect(try desk.refusal("carry-over", on: "A", by: "dpo") == ["assessment-untouched"])
        // Given up, the earlier conclusion stands as it was.
        try Life.live(
            [LifeStep("owner", "abandon-amendment", ["reason": "Not needed"], then: "dpia:kept")], "A", at: desk)
        #expect(try desk.share("A").dpia.decision?.by == PersonID("siro"))
        #expect(try desk.share("A").dpia.residualRisk == .medium)
    }

    @Test func oneAssessmentCoversOthersWhileItStands() throws {
        let desk = try Desk()
        try Life.inForce("LEAD", at: desk)
        for reference in ["B", "C"] {
            try Life.propose(reference, at: desk)
            try Life.live(Array(Life.proposed.prefix(6)), reference, at: desk)
            try Life.live(
                [
                    LifeStep(
                        "dpo", "rely-on-dpia", ["leading": "LEAD", "reason": "The same flow to another team"],
                        then: "dpia:covered")
                ], reference, at: desk)
        }
        let signing = Life.approval(opening: "open", signing: "signing", agreed: "agreed")
        try Life.live(
            signing + [LifeStep("owner", "bring-into-force", then: "approval:in-force")], "B", at: desk)
        try Life.live(signing, "C", at: desk)
        // The leading assessment is looked at again: what is in force is to be looked at, what is not does not start.
        try Life.live([LifeStep("dpo", "reassess", then: "dpia:reassessing")], "LEAD", at: desk)
        #expect(try desk.office.check(ShareReference("B")).map(\.rule).contains("leading-assessment-stands"))
        #expect(try desk.refusal("bring-into-force", on: "C", by: "owner") == ["leading-assessment-stands"])
    }

    @Test func anAssessmentCoversNoMoreThanItIsAbout() throws {
        let desk = try Desk()
        try Life.inForce("LEAD", at: desk)
        try Life.propose(
            "WIDER", at: desk, ["data_items": "National Insurance number; Address", "transfer_method": "SFTP"])
        try Life.live(Array(Life.proposed.prefix(6)), "WIDER", at: desk)
        do {
            try desk.act("rely-on-dpia", on: "WIDER", by: "dpo", ["leading": "LEAD", "reason": "Similar"])
            Issue.record("it was covered")
        } catch let refusal as Refusal {
            #expect(
                refusal.reasons.map(\.says) == [
                    "The assessment of LEAD does not cover these items: Address.",
                    "The data goes another way than the one assessed for LEAD.",
                ])
        }
        #expect(
            try desk.refusal("rely-on-dpia", on: "WIDER", by: "dpo", ["leading": "NOWHERE", "reason": "x"])
                == ["leading-assessment-covers"])
    }

    @Test func whoeverOwnsAnActionIsRemindedOnceBeforeAndOnceAfter() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(8)), "A", at: desk)
        try Life.live(
            [
                LifeStep(
                    "owner", "record-risk", ["risk": "Loss", "likelihood": "possible", "severity": "severe"],
                    then: "dpia:assessing"),
                LifeStep(
                    "owner", "record-measure",
                    [
                        "reference": "1", "measures": "Encrypt", "effect": "reduced", "residual-likelihood": "remote",
                        "residual-severity": "minimal", "owner": "security", "due": "2026-04-20",
                    ]),
            ], "A", at: desk)
        func kinds(on day: String) throws -> [String] {
            try desk.set(day)
            return try desk.office.tick().letters.filter { $0.kind.hasPrefix("action-") }.map {
                "\($0.kind) \($0.recipient)"
            }
        }
        // Five working days before Monday, 20 April 2026: Good Friday and Easter Monday lie before.
        #expect(try kinds(on: "2026-04-12") == [])
        #expect(try kinds(on: "2026-04-13") == ["action-due:1 security"])
        #expect(try kinds(on: "2026-04-14") == [])
        #expect(try kinds(on: "2026-04-21") == ["action-overdue:1 security"])
        #expect(try kinds(on: "2026-04-22") == [])
    }
}
