import Casework
import Shares
import Testing
import Workflows

/// The report says how targets are kept, and a share says how much of its time is left.
@Suite struct ClockReportTests {
    @Test func targetsMetAndMissedAreCountedOverAllAndByPartner() throws {
        let desk = try Desk()
        for reference in ["A", "B", "C"] {
            try Life.propose(reference, at: desk)
            try desk.act("appoint-owner", on: reference, by: "hub", ["owner": "owner"])
            try desk.submit(reference)
        }
        // Wednesday 1 April to Wednesday 8 April with Good Friday and Easter Monday free: three working days.
        try desk.set("2026-04-08")
        try desk.act("accept", on: "A", by: "owner")
        try desk.act("return", on: "B", by: "owner", ["reason": "Which years?"])
        #expect(
            try desk.office.show(ShareReference("B")).clocks.map(\.inWords) == [
                "Decision on the request: 3 of 20 working days, paused while another party has the next step"
            ])
        try desk.set("2026-04-09")
        #expect(
            try desk.office.show(ShareReference("C")).clocks.map(\.inWords) == [
                "Decision on the request: 4 of 20 working days, 16 left"
            ])
        // 1 April to 15 May, with three bank holidays free: 29 working days for C; for B the month with the requester is
        // not counted.
        try desk.set("2026-05-14")
        try desk.answerForSimilar("B", by: "requester")
        try desk.act("resubmit", on: "B", by: "requester")
        try desk.set("2026-05-15")
        try desk.act("accept", on: "B", by: "owner")
        #expect(
            try desk.office.show(ShareReference("C")).clocks.map(\.inWords) == [
                "Decision on the request: 29 of 20 working days, late by 9"
            ])
        let late = try desk.office.check(ShareReference("C")).filter { $0.rule == "clock-late" }
        #expect(late.map(\.message) == ["Decision on the request: 29 of 20 working days, late by 9."])
        #expect(try desk.office.check(ShareReference("A")).allSatisfy { $0.rule != "clock-late" })
        let report = try desk.office.report()
        let decision = try #require(report.clocks.first { $0.clock == "Decision on the request" })
        #expect(decision.done == 2 && decision.inTime == 2 && decision.late == 0)
        // Three days for A, four for B.
        #expect(decision.median == 3 && decision.ninetiethPercentile == 4)
        #expect(decision.running == 1 && decision.runningLate == 1)
        let partners = report.clocksByPartner.filter { $0.clock == "Decision on the request" }
        // HMRC; the department is no partner of its own.
        #expect(partners.count == 1 && partners.allSatisfy { $0.done == 2 && $0.runningLate == 1 })
        try desk.act("accept", on: "C", by: "owner")
        let after = try #require(try desk.office.report().clocks.first { $0.clock == "Decision on the request" })
        #expect(after.late == 1 && after.inTime == 2 && after.ninetiethPercentile == 29 && after.running == 0)
        // As at the day before, it was still running.
        let then = try desk.office.report(asAt: Day(iso: "2026-05-14"))
        #expect(then.clocks.first { $0.clock == "Decision on the request" }?.running == 2)
    }

    /// A is overdue, B is called and not due yet, C is to be called later.
    @Test func aReviewThatGoesOnIsLateOnceItsDayHasPassed() throws {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["review_date": "2026-03-31"]), Row("B", ["review_date": "2026-04-15"]), Row("C"),
        ])
        _ = try desk.office.tick()
        let report = try desk.office.report()
        let review = try #require(report.clocks.first { $0.clock == "Review" })
        #expect(review.running == 2)
        #expect(review.runningLate == 1 && report.reviewsOverdue == 1)
        #expect(report.clocksByPartner.filter { $0.clock == "Review" }.map(\.runningLate) == [1])
    }
}
