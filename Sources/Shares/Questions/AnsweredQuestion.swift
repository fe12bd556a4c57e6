import Workflows

/// What somebody answered.
package struct Answer: Hashable, Sendable, Codable {
    package var text: String
    package var by: PersonID
    package var at: Instant
    /// The share's version that the answer made.
    package var version: Int
}

/// A question as it stands for one share.
package struct AnsweredQuestion: Hashable, Sendable {
    package enum Standing: Hashable, Sendable {
        case notStarted
        /// These have to be answered first.
        case cannotStartYet([String])
        case completed(String)
        case notApplicable
        case noResponseNeeded
    }

    package var question: Question
    package var standing: Standing
    /// Who answered and when; nil where the terms answer.
    package var answer: Answer?
    /// Of a review: what was answered when the one before was held.
    package var lastTime: Answer?

    package var text: String? {
        if case .completed(let text) = standing { text } else { nil }
    }

    /// Why whoever decides should look at the answer; nil where nothing speaks for it.
    package var highlight: String? {
        guard let highlight = question.highlight, let text else { return nil }
        let given = Set(text.split(separator: ";").map { TermIndex.key(String($0)) })
        return highlight.answer.contains { given.contains(TermIndex.key($0)) } ? highlight.why : nil
    }

    /// Asked for, and not answered.
    package var isWanting: Bool {
        guard question.isRequired else { return false }
        switch standing {
        case .notStarted, .cannotStartYet: return true
        case .completed, .notApplicable, .noResponseNeeded: return false
        }
    }
}

extension Share {
    /// The questions of a set as they stand for this share.
    package func answered(_ set: QuestionSet) -> [AnsweredQuestion] {
        let terms = termsUnderConsideration
        let asked = set.questions(for: terms.spoke?.term)
        var standings: [String: AnsweredQuestion] = [:]
        for question in asked {
            standings[question.id] = AnsweredQuestion(
                question: question, standing: standing(of: question, in: set, terms),
                answer: question.field == nil ? answers[Share.answerKey(set.name, question.id)] : nil,
                lastTime: answerOfTheReviewBefore(to: question, of: set))
        }
        return asked.compactMap { question in
            guard var one = standings[question.id] else { return nil }
            if !applies(question, terms, standings) {
                one.standing = .notApplicable
            } else if case .notStarted = one.standing {
                let first = (question.after ?? []).filter { id in
                    guard let other = standings[id] else { return false }
                    return other.text == nil && applies(other.question, terms, standings)
                }
                if !first.isEmpty { one.standing = .cannotStartYet(first) }
            }
            return one
        }
    }

    /// What was answered to the question whose answer documents show in that field, and when; nil where nobody has.
    package func answer(inDocumentsAs field: String, of reference: ReferenceData) -> (
        question: Question, answer: Answer
    )? {
        for (set, question) in reference.questions(inDocumentsAs: field, of: termsUnderConsideration.spoke?.term) {
            if let answer = answers[Self.answerKey(set, question.id)] { return (question, answer) }
        }
        return nil
    }

    /// The name of an answer among a share's, and of its field in an order: `proposal/1.3a`.
    package static func answerKey(_ set: String, _ question: String) -> String { set + "/" + question }

    private func standing(of question: Question, in set: QuestionSet, _ terms: Terms) -> AnsweredQuestion.Standing {
        if question.kind == .notice { return .noResponseNeeded }
        let text =
            question.field.map { terms.text(of: $0) } ?? answers[Share.answerKey(set.name, question.id)]?.text
        return text?.nonEmpty.map { .completed($0) } ?? .notStarted
    }

    private func applies(_ question: Question, _ terms: Terms, _ standings: [String: AnsweredQuestion]) -> Bool {
        (question.when ?? []).allSatisfy { condition in
            if let shown = condition.terms, !terms.shows(shown) { return false }
            guard let other = condition.question else { return true }
            let given = Set((standings[other]?.text ?? "").split(separator: ";").map { TermIndex.key(String($0)) })
            return (condition.answer ?? []).contains { given.contains(TermIndex.key($0)) }
        }
    }
}

extension Terms {
    fileprivate func shows(_ shown: Question.Condition.Shown) -> Bool {
        switch shown {
        // What is not known to be no personal data is asked about as if it were.
        case .personalData: items.contains { $0.isPersonal != false }
        case .specialCategory: !specialCategoryItems.isEmpty
        case .criminalOffence: !criminalOffenceItems.isEmpty
        case .transfers: !transfers.isEmpty
        case .jointControllers: parties.contains { $0.controllership == .jointController }
        case .processors: parties.contains { $0.part == .processor || $0.controllership == .processor }
        case .digitalEconomyAct: citesDigitalEconomyAct || agreementForm == "information-sharing-agreement"
        }
    }
}

extension Share {
    /// Questions that an assessment must answer (Article 35(7)) and that have no answer, in a sentence.
    func unansweredAssessment(under rules: Rulebook) -> [String] {
        let wanting = (rules.reference.questionSets["assessment"].map { answered($0) } ?? []).filter(\.isWanting)
        guard !wanting.isEmpty else { return [] }
        let ids = wanting.map(\.question.id).joined(separator: ", ")
        return [
            "The assessment leaves required questions open: answer \(ids) of the set assessment (answer-assessment), or give the reason why not."
        ]
    }

    /// What the review under way still asks, in a sentence.
    func unansweredReview(under rules: Rulebook) -> [String] {
        let wanting = reviewQuestions(under: rules).filter(\.isWanting)
        guard !wanting.isEmpty else { return [] }
        let ids = wanting.map(\.question.id).joined(separator: ", ")
        return ["The review questions are not answered: answer \(ids) of the set review."]
    }

    /// The answers of the review under way that speak against going on as it is: `1 “No”`.
    func answersAgainstContinuing(under rules: Rulebook) -> [String] {
        reviewQuestions(under: rules).filter { $0.highlight != nil }.map { "\($0.question.id) “\($0.text ?? "")”" }
    }

    private func reviewQuestions(under rules: Rulebook) -> [AnsweredQuestion] {
        rules.reference.questionSets["review"].map { answered($0) } ?? []
    }
}
