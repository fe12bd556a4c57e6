import Foundation
@testable import Shares
import Testing
import Workflows

/// The sets that are delivered, and what is wrong with sets that are not sound.
@Suite struct QuestionSetTests {
    private static func set(_ name: String) throws -> QuestionSet {
        try #require(try Casebook.rules().reference.questionSets[name])
    }

    /// The numbers of the master question set; 1.3 is asked in two parts.
    @Test func theProposalAsksTheTwentyOneQuestions() throws {
        #expect(
            try Self.set("proposal").questions.map(\.id).prefix(22) == [
                "1.1", "1.2", "1.3a", "1.3b", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2.1", "2.2", "2.3", "3.1",
                "3.2",
                "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.2",
            ])
        #expect(
            try Self.set("proposal").questions(for: "fraud-and-error").map(\.id).suffix(3) == ["F.1", "F.2", "F.3"])
        #expect(try Self.set("proposal").questions(for: "disability").count == 35)
    }

    @Test func theAssessmentAsksTheStepsThatAreNotRows() throws {
        let steps = Set(try Self.set("assessment").questions.map { String($0.id.prefix { $0 != "." }) })
        #expect(steps == ["1", "2", "3", "4", "7"])
    }

    // MARK: - As they stand for a share

    private static func asked(_ casebook: Casebook, _ id: String, _ set: String = "proposal") throws -> AnsweredQuestion
    {
        try #require(casebook.share.answered(try Self.set(set)).first { $0.question.id == id })
    }

    @Test func theTermsAnswerWhatTheyHold() throws {
        let casebook = try Casebook.share()
        #expect(try Self.asked(casebook, "1.3a").standing == .completed("Checking earnings against awards"))
        #expect(try Self.asked(casebook, "1.3b").standing == .notStarted)
        #expect(try Self.asked(casebook, "1.3b").isWanting)
        #expect(try !Self.asked(casebook, "1.9").isWanting)
    }

    @Test func aQuestionThatDoesNotApplyIsNotAsked() throws {
        let personal = try Casebook.share()
        #expect(try Self.asked(personal, "3.2").standing == .notApplicable)
        #expect(try Self.asked(personal, "1.7").standing == .notApplicable)
        let special = try Casebook.share(changed: [.dataItems: "PIP award"])
        #expect(try Self.asked(special, "3.2").standing == .notStarted)
        let none = try Casebook.share(changed: [.dataItems: "Industry"])
        #expect(try Self.asked(none, "3.1").standing == .notApplicable)
    }

    @Test func aQuestionWaitsForThoseBeforeIt() throws {
        var casebook = try Casebook.share()
        #expect(try Self.asked(casebook, "2.3").standing == .cannotStartYet(["2.1"]))
        #expect(try casebook.rules(against: "answer", by: "requester", ["proposal/2.3": "Yes"]) == ["cannot-start-yet"])
        try casebook.give("answer", by: "requester", ["proposal/2.1": "we don't know"])
        #expect(try Self.asked(casebook, "2.1").standing == .completed("We don't know"))
        #expect(try Self.asked(casebook, "2.1").highlight == "No legal power is claimed.")
        #expect(try Self.asked(casebook, "2.2").standing == .noResponseNeeded)
        try casebook.give("answer", by: "requester", ["proposal/2.3": "No"])
        #expect(try Self.asked(casebook, "2.3").highlight?.hasPrefix("Nobody with legal knowledge") == true)
    }

    @Test func anAnswerThatTheTermsHoldEditsThem() throws {
        var casebook = try Casebook.share()
        try casebook.give(
            "answer", by: "requester",
            [
                "proposal/1.3b": "Earnings decide the award", "proposal/1.6": "Yes, we are collaborating",
                "proposal/1.9": "1 May 2026",
            ])
        #expect(casebook.share.terms.text(of: .necessity) == "Earnings decide the award")
        #expect(casebook.share.answers["proposal/1.9"]?.text == "2026-05-01")
        #expect(casebook.share.answers["proposal/1.3b"] == nil)
        #expect(try Self.asked(casebook, "1.7").standing == .notStarted)
    }

    /// What stands in the list is written as the list has it; what is said beside it is kept where the list is open.
    @Test func whatIsSaidBesideAnOpenListIsKept() throws {
        let question = try #require(try Self.set("proposal").questions.first { $0.id == "1.5" })
        let known = try Casebook.rules().reference.publicBenefits
        #expect(question.options?.count == 8)
        for option in question.options ?? [] { #expect(known.resolve(option)?.name == option) }
        var casebook = try Casebook.share()
        try casebook.give("answer", by: "requester", ["proposal/1.5": "Shorter queues; IMPROVE statistics"])
        #expect(casebook.share.terms.publicBenefit == "Improve statistics; Shorter queues")
        #expect(question.takenApart("Improve statistics; Shorter queues").beside == ["Shorter queues"])
    }

    @Test(arguments: [
        (["proposal/9.9": "x"], "unknown-question"), (["magic/1": "x"], "unknown-question"),
        (["proposal/1.6": "Perhaps"], "answer-not-understood"), (["proposal/1.9": "soon"], "answer-not-understood"),
        (["proposal/1.1": "Personal data; Magic"], "answer-not-understood"),
        (["proposal/3.2": "x"], "not-applicable"), (["proposal/1.9": "\u{202E}"], "forbidden-character"),
        ([:], "evidence-missing"), (["title": "x", "proposal/2.1": "Yes"], "unknown-field"),
    ])
    func anAnswerThatIsNoneIsRefused(fields: [String: String], rule: String) throws {
        #expect(try Casebook.share().rules(against: "answer", by: "requester", fields).contains(rule))
    }

    private static let fine = ["1", "3", "4", "5", "6", "9", "10"].reduce(into: ["review/8": "None"]) {
        $0["review/" + $1] = "Yes"
    }

    private static func inReview() throws -> Casebook {
        var casebook = try Casebook.share(at: [
            .proposal: "accepted", .dpia: "approved", .approval: "in-force", .review: "in-review",
        ])
        casebook.share.termsVersion = 1
        return casebook
    }

    private static func question(_ id: String, of casebook: Casebook) throws -> AnsweredQuestion {
        let set = try #require(casebook.rules.reference.questionSets["review"])
        return try #require(casebook.share.answered(set).first { $0.question.id == id })
    }

    @Test func aShareGoesOnOnceEveryQuestionOfTheReviewIsAnswered() throws {
        var casebook = try Self.inReview()
        let next = ["next-review": "2027-04-01"]
        #expect(try casebook.rules(against: "continue", by: "owner", next) == ["review-questions-answered"])
        // One text is no answer to eight questions.
        #expect(
            try casebook.rules(against: "continue", by: "owner", next.merging(["answers": "Still needed"]) { $1 })
                == ["unknown-field"])
        try casebook.give("answer-review", by: "owner", Self.fine)
        #expect(try casebook.rules(against: "continue", by: "owner", next) == [])
    }

    @Test func theSameAnswersCountAnewInTheNextReview() throws {
        var casebook = try Self.inReview()
        try casebook.give("answer-review", by: "owner", Self.fine)
        try casebook.give("continue", by: "owner")
        let held = try #require(casebook.share.reviews.last)
        #expect(held.questions["8"]?.text == "None" && held.questions.count == 8)
        try casebook.give("call-review", by: "dpo", ["reason": "The law has changed"])
        try casebook.give("begin-review", by: "owner")
        #expect(try casebook.rules(against: "continue", by: "owner") == ["review-questions-answered"])
        let asked = try Self.question("8", of: casebook)
        #expect(asked.text == nil && asked.lastTime?.text == "None")
        try casebook.give("answer-review", by: "owner", Self.fine)
        try casebook.give("continue", by: "owner")
        #expect(casebook.share.reviews.map(\.questions.count) == [8, 8])
        #expect(casebook.share.reviews.map { $0.notes.map(\.text) } == [[], ["The law has changed"]])
        #expect(casebook.share.reviewNotes == [])
    }

    @Test func toGoOnAgainstAnAnswerNeedsAReasonThatIsKept() throws {
        var casebook = try Self.inReview()
        try casebook.give("answer-review", by: "owner", Self.fine)
        try casebook.give("answer-review", by: "dpo", ["review/5": "No", "review/8": "Yes, open"])
        #expect(
            try casebook.refusal(of: "continue", by: "owner").map(\.says) == [
                "Reason is missing: it would go on as it is although the review answered 5 “No”, 8 “Yes, open”."
            ])
        try casebook.give("continue", by: "owner", ["reason": "The gateway is renewed in May"])
        #expect(casebook.share.reviews.map(\.reason) == ["The gateway is renewed in May"])
        #expect(casebook.share.reviews.last?.questions["5"]?.by == "dpo")
    }

    @Test func aContributionIsNoReviewHeld() throws {
        var casebook = try Self.inReview()
        try casebook.give("record-review", by: "dpo", ["answers": "The law fails"])
        #expect(casebook.share.reviews == [])
        #expect(casebook.share.reviewNotes.map(\.text) == ["The law fails"])
        // What the owner finds leads on, and may be said in one text.
        try casebook.give("recommend-retirement", by: "owner", ["answers": "Not needed", "reason": "Replaced"])
        let held = try #require(casebook.share.reviews.last)
        #expect(held.outcome == "recommend-retirement" && held.answers == "Not needed" && held.reason == "Replaced")
        #expect(held.notes.map(\.by) == ["dpo"])
    }

    // MARK: - Faults

    private static func faults(_ files: [String: String]) -> [String] {
        var notes = Findings()
        _ = QuestionSet.sets(files: files.mapValues { Data($0.utf8) }, spokes: ["disability"], notes: &notes)
        return notes.errors.map { "\($0.rule) \($0.place)" }
    }

    private static func file(_ questions: String) -> String {
        #"{"title": "T", "source": "S", "questions": [\#(questions)]}"#
    }

    @Test func everyFaultIsToldWithItsPlace() {
        let question = #"{"id": "1", "section": "A", "kind": "text", "text": "Why?"}"#
        #expect(Self.faults(["review.json": Self.file(question)]) == [])
        #expect(
            Self.faults([
                "review.json": Self.file(
                    question + "," + question + #", {"id": "a/b", "section": "A", "kind": "one-of", "text": "?"}"#
                        + #", {"id": "3", "section": "A", "kind": "text", "text": "?", "after": ["7"]}"#
                        + #", {"id": "4", "section": "A", "kind": "shout", "text": "?"}"#)
            ]) == [
                "reference-entry-unreadable review.json at /questions/4",
                "question-doubled review.json at /questions/1",
                "question-id-malformed review.json at /questions/2",
                "question-without-options review.json at /questions/2",
                "question-unknown review.json at /questions/3",
            ])
        let other = #"{"id": "1", "section": "A", "kind": "one-of", "options": ["A"], "text": "?", "other": "Else"}"#
        #expect(
            Self.faults(["review.json": Self.file(other)]) == ["question-other-misplaced review.json at /questions/0"])
        #expect(Self.faults(["magic.json": Self.file("")]) == ["question-file-unknown magic.json"])
        #expect(Self.faults(["review.nowhere.json": Self.file("")]) == ["question-spoke-unknown review.nowhere.json"])
    }
}
