import Shares
import Testing
import Workflows

/// `Templates/reference/review-intervals.json`: 24 months at low risk, 12 at medium, 6 at high. Today is 1 April 2026.
struct ReviewLimitTests {
    private static func ready(_ changed: [TermsField: String]) throws -> Casebook {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "agreed"],
            changed: changed.merging([.startDate: "2026-04-01", .endDate: "2036-04-01"]) { first, _ in first })
        casebook.share.termsVersion = 0
        return casebook
    }

    private static func changed(_ agreed: String, _ items: String) -> [TermsField: String] {
        var changed: [TermsField: String] = [.reviewDate: agreed, .dataItems: items]
        if items == "Industry" { changed[.lawfulBasis] = "" }
        if items == "PIP award" { changed[.specialCategoryCondition] = "Explicit consent" }
        return changed
    }

    /// What was agreed stays, be it late: that is refused before anybody signs off. A day that has passed is none.
    @Test(arguments: [
        ("", "Industry", "2028-04-01"), ("2030-01-01", "Industry", "2030-01-01"), ("", "Date of birth", "2027-04-01"),
        ("2026-12-01", "Date of birth", "2026-12-01"), ("2026-03-01", "Date of birth", "2027-04-01"),
        ("2026-04-01", "Date of birth", "2027-04-01"), ("", "PIP award", "2026-10-01"),
    ])
    func theTextIsFrozenWithTheReviewThatIsAgreedElseWithWhatTheTierAllows(
        agreed: String, items: String, date: String
    ) throws {
        let share = try Self.ready(Self.changed(agreed, items)).share
        let reference = try Casebook.rules().reference
        let today = try #require(Day(iso: "2026-04-01"))
        #expect(share.withReviewSet(on: today, under: reference).terms.reviewDate?.day == Day(iso: date))
        // The interval begins with the share, where that is later.
        var later = share
        later.terms.startDate = StatedDay(try #require(Day(iso: "2026-06-01")))
        let limit = later.reviewSetByPolicy(on: today, under: reference)
        #expect(limit?.latest == (agreed > "2026-04-01" ? nil : Day(iso: date)?.adding(months: 2)))
    }

    @Test(arguments: [
        ("2030-01-01", "2030-01-01"), ("2026-12-01", "2026-12-01"), ("2026-03-01", "2026-03-01"),
        // Frozen when policy set none before.
        ("", "2027-04-01"),
    ])
    func whatWasSignedIsWhatHolds(agreed: String, date: String) throws {
        var casebook = try Self.ready(Self.changed(agreed, "Date of birth"))
        try casebook.give("bring-into-force", by: "owner")
        #expect(casebook.share.terms.reviewDate?.day == Day(iso: date))
        #expect(casebook.share == Share(events: casebook.events))
    }

    private static func inReview() throws -> Casebook {
        var casebook = try Casebook.share(
            at: [.proposal: "accepted", .dpia: "approved", .approval: "in-force", .review: "in-review"])
        var answers = ["review/8": "None"]
        for id in ["1", "3", "4", "5", "6", "9", "10"] { answers["review/" + id] = "Yes" }
        try casebook.give("answer-review", by: "owner", answers)
        return casebook
    }

    @Test func aReviewThatIsHeldBeginsTheIntervalAnew() throws {
        var casebook = try Self.inReview()
        #expect(
            try casebook.refusal(
                of: "continue", by: "owner", ["next-review": "2027-04-02"]
            ).map(\.says) == [
                "The next review, 2 April 2027, is too late: 12 months at medium risk, so by 1 April 2027."
            ])
        #expect(
            try casebook.rules(against: "continue", by: "owner", ["next-review": "2027-04-01"]) == [])
        #expect(
            try casebook.rules(against: "continue", by: "owner", ["next-review": "2026-04-01"])
                == ["in-the-past"])
        #expect(
            try casebook.rules(against: "continue", by: "owner", ["next-review": "soon"])
                == ["evidence-not-understood"])
        try casebook.give("continue", by: "owner")
        #expect(casebook.share.terms.reviewDate?.day == Day(iso: "2027-04-01"))
        #expect(casebook.share.reviews.last?.nextReview == Day(iso: "2027-04-01"))
    }

    @Test func aReviewIsNotPutOffBeyondTheIntervalThatRuns() throws {
        var casebook = try Self.inReview()
        try casebook.give("continue", by: "owner", ["next-review": "2026-10-01"])
        casebook.now = Instant(startOf: try #require(Day(iso: "2026-08-03")))
        let rules = try casebook.rules(
            against: "reschedule", by: "hub", ["next-review": "2027-04-02", "reason": "Busy"])
        #expect(rules == ["beyond-the-interval"])
        try casebook.give("reschedule", by: "hub", ["next-review": "2027-04-01", "reason": "Busy"])
        #expect(casebook.share.terms.reviewDate?.day == Day(iso: "2027-04-01"))
    }
}
