import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// A plan of reviews is proposed, approved, and applied as recorded acts.
@Suite struct ReviewPlanTests {
    @Test func aPlanIsAppliedOnApprovalAndRefusedWhereAShareHasChangedSince() throws {
        let desk = try Desk()
        // Three reviews in December, of which a month may hold one; 1 December 2026 is a Tuesday.
        try desk.importing(["A", "B", "C"].map { Row($0, ["review_date": "2026-12-01"]) })
        let before = try desk.position()
        let plan = try desk.office.planReviews(most: 1, months: 12)
        #expect(plan.moves.map { "\($0.share) \($0.to)" } == ["B 2026-11-02", "C 2026-10-01"])
        #expect(try desk.position() == before)

        let file = try desk.write(String(decoding: try JSONEncoder().encode(plan), as: UTF8.self), to: "plan.json")
        #expect(try desk.office.reviewPlan(in: file) == plan)
        try desk.act("reschedule", on: "C", by: "hub", ["next-review": "2026-08-03", "reason": "Merger"])
        let results = try desk.office.apply(try desk.office.reviewPlan(in: file), as: "hub")
        #expect(results.map { $0.refusal?.reasons.map(\.rule) } == [nil, ["changed-since"]])
        #expect(try desk.share("B").terms.reviewDate?.day == Day(iso: "2026-11-02"))
        #expect(try desk.share("C").terms.reviewDate?.day == Day(iso: "2026-08-03"))
        #expect(try desk.office.verifyAudit().faults == [])
        // A second time everything has changed since.
        #expect(try desk.office.apply(plan, as: "hub").allSatisfy { $0.refusal != nil })
    }

    @Test func aPlanOfSomeSharesCountsTheReviewsOfAll() throws {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["review_date": "2026-12-01"]), Row("B", ["review_date": "2026-12-02"]),
        ])
        let plan = try desk.office.planReviews(
            most: 1, months: 12, where: [try #require(ShareFilter("title~check B"))])
        #expect(plan.moves.map(\.share) == ["B"])
        #expect(plan.months.first { $0.first == Day(iso: "2026-12-01") }?.before == 2)
    }

    @Test func whoMayNotRescheduleMayNotApplyAPlan() throws {
        let desk = try Desk()
        try desk.importing(["A", "B"].map { Row($0, ["review_date": "2026-12-01"]) })
        let plan = try desk.office.planReviews(most: 1, months: 12)
        let before = try desk.position()
        #expect(
            try desk.office.apply(plan, as: "requester").map { $0.refusal?.reasons.first?.rule } == ["not-your-role"])
        #expect(try desk.position() == before)
    }

    @Test func aFileThatIsNoPlanIsBadInput() throws {
        let desk = try Desk()
        let file = try desk.write("{\"moves\": 3}", to: "plan.json")
        #expect(throws: Findings.self) { try desk.office.reviewPlan(in: file) }
        #expect(throws: Findings.self) { try desk.office.reviewPlan(in: desk.path("absent.json")) }
    }
}
