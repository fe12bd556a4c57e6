import Casework
import Ledger
import Redundancy
import Shares
import Testing
import Workflows

/// A consolidation loses nothing on its way: no share stops before another carries what it carried, none is superseded by
/// what is superseded by it, and what goes wrong is asked again and never counted as done.
@Suite struct ConsolidationCourseTests {
    private static let items = "National Insurance number; Date of birth; Full name; Address; Postcode"

    /// In force here, the same but for what is given beside the items.
    private static func inForce(_ more: KeyValuePairs<String, String>) throws -> Desk {
        let desk = try Desk()
        for (reference, added) in more {
            try Life.inForce(
                reference, at: desk, ["data_items": items + (added.isEmpty ? "" : "; " + added)])
        }
        return desk
    }

    private static func order(
        _ verdict: RedundancyVerdict, _ shares: String..., survivor: String? = nil
    ) -> ConsolidationOrder {
        ConsolidationOrder(
            .shares(shares.map { ShareReference($0) }), verdict, reason: "One feed is enough",
            survivor: survivor.map { ShareReference($0) })
    }

    @discardableResult
    private static func decide(
        _ order: ConsolidationOrder, at desk: Desk, by person: String = "board"
    ) throws -> ConsolidationOutcome {
        try desk.office.decideConsolidation(order, as: PersonID(person))
    }

    private static func refusal(_ order: ConsolidationOrder, at desk: Desk) throws -> [Refusal.Reason] {
        let before = try desk.position()
        do {
            try decide(order, at: desk)
            return []
        } catch let refusal as Refusal {
            #expect(try desk.position() == before)
            return refusal.reasons
        }
    }

    private static func retirement(_ reference: String, at desk: Desk) throws -> StateName {
        try desk.share(reference).state(.retirement)
    }

    private static func retire(_ reference: String, at desk: Desk) throws {
        try Life.live(Array(Life.retirement.dropFirst()), reference, at: desk)
    }

    private static func lines(_ desk: Desk, _ decision: Int = 0) throws -> [ConsolidationProgress.ForShare] {
        try desk.office.redundancyDecisions()[decision].shares
    }

    private static func figures(_ desk: Desk) throws -> [Int] {
        let figures = try desk.office.report().consolidation
        return [figures.decided, figures.inProgress, figures.done, figures.notTakenOver, figures.notGoneOnWith]
            .map(\.shares)
    }

    // MARK: - A board changes its mind

    @Test func theOtherWayRoundTakesTheFirstRetirementBack() throws {
        let desk = try Self.inForce(["A": "", "B": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        let outcome = try Self.decide(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk)
        #expect(
            outcome.replaces == [
                "Decision 1 of 1 April 2026 to consolidate them (One feed is enough) no longer holds."
            ])
        #expect(outcome.shares.map(\.commands) == [["withdraw-retirement"], ["propose-retirement"]])
        #expect(
            outcome.shares[0].says == [
                "Its own retirement, which was proposed, is taken back.",
                "Carries all that the others carry, and stays as it is.",
            ])
        #expect(try Self.retirement("A", at: desk) == "not-begun")
        #expect(try Self.retirement("B", at: desk) == "proposed")
        #expect(try desk.share("A").retirement.successor == nil)
        #expect(try Self.lines(desk).map(\.stage) == [.unchanged, .retiring])
        #expect(try Self.figures(desk) == [1, 1, 0, 0, 0])
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func whatIsUnderNoticeDoesNotTakeOver() throws {
        let desk = try Self.inForce(["A": "", "B": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        try desk.act("give-notice", on: "A", by: "owner", ["effective": "2026-06-01"])
        let reasons = try Self.refusal(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk)
        #expect(reasons.map(\.rule) == ["survivor-retires"])
        #expect(
            reasons.map(\.says) == [
                "A cannot take over: its retirement is at “Under notice”; its data owner or the SIRO withdraws the notice first (withdraw-notice)."
            ])
        try desk.act("withdraw-notice", on: "A", by: "owner", ["reason": "The board thinks again"])
        #expect(try Self.refusal(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk) == [])
    }

    @Test func aRetirementThatNoDecisionBeganIsNotTakenBackByTheWay() throws {
        let desk = try Self.inForce(["A": "", "B": ""])
        try desk.act("propose-retirement", on: "B", by: "partner", ["reason": "Not used"])
        let reasons = try Self.refusal(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        #expect(reasons.map(\.rule) == ["survivor-retires"])
        // Somebody who may does it openly.
        try desk.act("withdraw-retirement", on: "B", by: "board", ["reason": "It takes over from A"])
        #expect(try Self.refusal(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk) == [])
    }

    @Test func nothingGoesOnBeingRetiredIntoWhatRetires() throws {
        let desk = try Self.inForce(["A": "", "B": "", "C": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", "C", survivor: "C"), at: desk)
        let reasons = try Self.refusal(Self.order(.consolidate, "B", "C", survivor: "B"), at: desk)
        #expect(reasons.map(\.rule) == ["others-retire-into-it"])
        #expect(
            reasons.map(\.says) == [
                "C is to take over from A: decide about all of them together, or keep those first."
            ])
        // Nor into two at once.
        #expect(
            try Self.refusal(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk).map(\.rule)
                == ["survivor-retires", "retires-into-another"])
        let outcome = try Self.decide(Self.order(.consolidate, "A", "B", "C", survivor: "B"), at: desk)
        #expect(
            outcome.shares.map(\.commands) == [
                ["withdraw-retirement", "propose-retirement"], ["withdraw-retirement"], ["propose-retirement"],
            ])
        for reference in ["A", "C"] {
            #expect(try desk.share(reference).retirement.successor == ShareReference("B"))
        }
    }

    @Test func twoSharesAreNotEachOthersSuccessors() throws {
        let desk = try Self.inForce(["A": "", "B": "Passport number", "C": "Vehicle registration"])
        try desk.act("propose-retirement", on: "A", by: "hub", ["reason": "Merged", "successor": "B"])
        try desk.act("propose-retirement", on: "B", by: "hub", ["reason": "Merged", "successor": "C"])
        #expect(
            try desk.refusal("propose-retirement", on: "C", by: "hub", ["reason": "Merged", "successor": "A"])
                == ["succeed-each-other"])
    }

    // MARK: - Keep after all

    @Test(arguments: [RedundancyVerdict.keep, .notTheSame])
    func toKeepThemEndsTheRetirementsThatWereBegun(verdict: RedundancyVerdict) throws {
        let desk = try Self.inForce(["A": "", "B": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        let outcome = try Self.decide(Self.order(verdict, "A", "B"), at: desk)
        #expect(outcome.shares.map(\.commands) == [["withdraw-retirement"], []])
        #expect(
            outcome.shares.map(\.says) == [
                ["Its retirement (decision 1) is taken back, and it stays as it is."], ["Stays as it is."],
            ])
        #expect(try Self.retirement("A", at: desk) == "not-begun")
        #expect(try Self.figures(desk) == [0, 0, 0, 0, 0])
        // A board that has kept them is told so when it consolidates.
        let again = try Self.decide(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        #expect(
            again.replaces == [
                "Decision 2 of 1 April 2026 \(verdict.asDecided) (One feed is enough) no longer holds."
            ])
        try desk.act("give-notice", on: "A", by: "owner", ["effective": "2026-06-01"])
        #expect(try Self.refusal(Self.order(verdict, "A", "B"), at: desk).map(\.rule) == ["retirement-too-far"])
    }

    @Test func whoKeepsTwoThatGoIntoAThirdIsToldThatTheyGo() throws {
        let desk = try Self.inForce(["A": "", "B": "", "C": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", "C", survivor: "C"), at: desk)
        let outcome = try Self.decide(Self.order(.keep, "A", "B"), at: desk)
        #expect(
            outcome.replaces == [
                "Decision 1 of 1 April 2026 to consolidate them (One feed is enough) no longer holds among A, B; for its other shares it does."
            ])
        #expect(
            outcome.shares.map(\.says)
                == ["A", "B"].map { _ in
                    ["Its retirement in favour of C (decision 1) goes on: to keep it, decide about both."]
                })
        #expect(try Self.figures(desk) == [2, 2, 0, 0, 0])
    }

    // MARK: - Nothing stops before another carries it

    @Test func aShareStopsOnlyOnceTheSurvivorCarriesItInForce() throws {
        let desk = try Self.inForce(["A": "", "B": "Sort code"])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk, by: "hub")
        let notice = ["effective": "2026-06-01"]
        do {
            try desk.act("give-notice", on: "B", by: "owner", notice)
            Issue.record("Notice was given.")
        } catch let refusal as Refusal {
            #expect(refusal.reasons.map(\.rule) == ["survivor-carries-all"])
            #expect(
                refusal.reasons.map(\.says) == [
                    "A, which is to take over (decision 1), does not carry in force yet: data items Bank sort code. Amend it, or let the board decide anew."
                ])
        }
        try desk.act("abandon-amendment", on: "A", by: "hub", ["reason": "Not now"])
        #expect(try desk.refusal("give-notice", on: "B", by: "owner", notice) == ["survivor-carries-all"])
        #expect(try Self.lines(desk).map(\.stage) == [.amendmentGivenUp, .retiring])
        #expect(
            try Self.lines(desk)[1].again
                == "To be decided again: the amendment of A was given up, and it does not carry data items Bank sort code."
        )
        #expect(
            try desk.office.redundancy().map(\.again) == [
                "Decided on 1 April 2026 to consolidate them (decision 1), but the amendment of A was given up, and it does not carry data items Bank sort code."
            ])
        var amendment = Life.amendment
        amendment[1] = LifeStep("requester", "edit", ["data_items": Self.items + "; Bank sort code"])
        try Life.live(amendment, "A", at: desk)
        #expect(try desk.refusal("give-notice", on: "B", by: "owner", notice) == [])
        #expect(try Self.lines(desk).map(\.again) == [nil, nil])
        try Life.live(Array(Life.retirement.dropFirst(2)), "B", at: desk)
        #expect(try Self.lines(desk).map(\.stage) == [.amended, .retired])
        #expect(try Self.figures(desk) == [1, 0, 1, 0, 0])
    }

    @Test func anAmendmentThatNobodyBeginsIsDueWithWhatWaitsForIt() throws {
        let desk = try Desk()
        let common = ["title": "Earnings check", "data_items": Self.items]
        try desk.importing([
            Row("A", common), Row("B", common.merging(["data_items": Self.items + "; Sort code"]) { $1 }),
        ])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk)
        #expect(try Self.lines(desk).map(\.stage) == [.toAmend, .retiring])
        #expect(try Self.lines(desk).map(\.due) == [Day(iso: "2026-04-17"), Day(iso: "2026-04-17")])
        try desk.set("2026-04-18")
        #expect(try desk.office.redundancyDecisions()[0].overdue == 2)
    }

    @Test func whatAShareGainsAfterTheDecisionIsAskedAgainAndHeld() throws {
        let desk = try Desk()
        let common = ["title": "Earnings check", "data_items": Self.items]
        try desk.importing([Row("A", common), Row("B", common)])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        #expect(try desk.office.redundancy() == [])
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        var changed = common
        changed["data_items"] = Self.items + "; NHS number"
        try desk.importing([Row("A", changed), Row("B", common)])
        #expect(try desk.share("A").terms.items.count == 6)
        #expect(
            try desk.office.redundancy().map(\.again) == [
                "Decided on 1 April 2026 to consolidate them (decision 1), but B does not carry, as things are now, data items NHS number."
            ])
        #expect(
            try desk.refusal("give-notice", on: "A", by: "owner", ["effective": "2026-06-01"])
                == ["survivor-carries-all"])
        // The survivor loses an item that the other has.
        changed["data_items"] = String(Self.items.dropLast("; Postcode".count))
        try desk.importing([Row("A", common), Row("B", changed)])
        #expect(try Self.lines(desk)[0].troubles == ["B does not carry, as things are now, data items Postcode"])
        // Another decision takes up what is so now.
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "A"), at: desk)
        #expect(try Self.lines(desk).map(\.again) == [nil, nil])
        #expect(try Self.lines(desk).map(\.stage) == [.unchanged, .retiring])
    }

    // MARK: - The survivor goes

    @Test func aSurvivorThatGoesIsAskedAboutAndHoldsTheOthers() throws {
        let desk = try Self.inForce(["A": "", "B": "", "C": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", "C", survivor: "C"), at: desk)
        try Self.retire("A", at: desk)
        #expect(try Self.figures(desk) == [2, 1, 1, 0, 0])
        try desk.act("propose-retirement", on: "C", by: "partner", ["reason": "Not used"])
        #expect(
            try desk.refusal("give-notice", on: "B", by: "owner", ["effective": "2026-06-01"])
                == ["survivor-carries-all"])
        #expect(
            try desk.office.redundancy().map(\.again) == [
                "Decided on 1 April 2026 to consolidate them (decision 1), but C, which was to take over, is being retired itself."
            ])
        try Self.retire("C", at: desk)
        #expect(try Self.lines(desk).map(\.stage) == [.notTakenOver, .retiring, .ended])
        #expect(
            try Self.lines(desk).map(\.troubles) == [
                ["C, which was to take over, has ended"], ["C, which was to take over, has ended"], [],
            ])
        #expect(try Self.figures(desk) == [2, 1, 0, 1, 0])
        #expect(try desk.office.redundancyDecisions()[0].toDecideAgain == 2)
    }

    @Test func aSurvivorThatIsSupersededInTurnHandsOnWhatItTookOver() throws {
        let desk = try Self.inForce(["A": "", "B": "", "C": ""])
        try Self.decide(Self.order(.consolidate, "A", "B", survivor: "B"), at: desk)
        try Self.retire("A", at: desk)
        try Self.decide(Self.order(.consolidate, "B", "C", survivor: "C"), at: desk)
        #expect(try Self.figures(desk) == [2, 1, 1, 0, 0])
        try Self.retire("B", at: desk)
        #expect(
            try desk.office.redundancyDecisions().flatMap(\.shares).map(\.stage) == [
                .retired, .unchanged, .retired, .ended,
            ])
        #expect(try Self.figures(desk) == [2, 0, 2, 0, 0])
    }
}
