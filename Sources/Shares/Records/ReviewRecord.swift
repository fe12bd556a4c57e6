package import Workflows

/// One review held, with what it decided and what that rests on.
package struct ReviewRecord: Hashable, Sendable, Codable {
    package var at: Instant
    package var by: PersonID
    /// The command that closed it: `continue`, `require-amendment` or `recommend-retirement`.
    package var outcome: String
    /// What was said of it as a whole.
    package var answers: String?
    package var nextReview: Day?
    package var reason: String?
    /// What was answered in this review, by question.
    package var questions: [String: Answer] = [:]
    package var notes: [ReviewNote] = []
}

/// What somebody said in a review beside its questions: why they called it, or what they contributed.
package struct ReviewNote: Hashable, Sendable, Codable, DoneOnRecord {
    package var by: PersonID
    package var at: Instant
    package var role: RoleName?
    package var onBehalfOf: PersonID?
    package var text: String
}

extension Share {
    /// The set whose answers are those of the review under way.
    private static let set = "review"

    /// With which something is said in a review that others go on with.
    private static let saying: Set<CommandName> = ["call-review", "answer-review", "record-review"]

    /// What was answered to the question when a review was last held; nil where nobody has.
    func answerOfTheReviewBefore(to question: Question, of set: QuestionSet) -> Answer? {
        guard set.name == Self.set else { return nil }
        return reviews.last { !$0.questions.isEmpty }?.questions[question.id]
    }

    /// Closes the review: what was answered and said in it stands with its outcome, and the next one is answered anew.
    mutating func hold(_ act: Act, _ given: Given, in event: Event) {
        let ofReview = answers.filter { Answer.isName($0.key, of: Self.set) }
        reviews.append(
            ReviewRecord(
                at: event.at, by: event.actor, outcome: act.command.rawValue, answers: given.optional(.answers),
                nextReview: given.day(.nextReview), reason: given.optional(.reason),
                questions: Dictionary(
                    uniqueKeysWithValues: ofReview.map { (String($0.key.dropFirst(Self.set.count + 1)), $0.value) }),
                notes: reviewNotes))
        for name in ofReview.keys { answers[name] = nil }
        reviewNotes = []
    }

    /// Keeps what is said in a review until it is held; one that is put off begins anew.
    mutating func noteReview(_ act: Act, in event: Event) {
        guard act.machine == .review, event.role != "system" else { return }
        if Self.saying.contains(act.command) {
            let given = Given(evidence: act.evidence)
            let texts = [given.optional(.answers), given.optional(.reason)].compactMap { $0 }
            guard !texts.isEmpty else { return }
            reviewNotes.append(
                ReviewNote(
                    by: event.actor, at: event.at, role: event.role, onBehalfOf: act.onBehalfOf,
                    text: texts.joined(separator: " \u{2013} ")))
        } else if act.records.contains(Recording.nextReview.name), act.movesReview {
            reviewNotes = []
        }
    }
}

extension Act {
    /// Whether the review stands elsewhere after it.
    var movesReview: Bool { moves.contains { $0.machine == .review && $0.from != $0.to } }
}
