import Shares

// What was answered to the questions of the department, as far as no field of its own shows it.

extension DocumentSubject {
    /// The request beyond the terms: who else needs access, who has looked at it.
    var requestAnswers: [[DocumentField: String?]] { rows(of: "proposal") }

    var answersOfTheLatestReview: [[DocumentField: String?]] {
        guard let latest = share.reviews.last,
            let asked = reference.questionSets["review"]?.questions(for: share.terms.spoke?.term)
        else { return [] }
        return asked.compactMap { question in latest.questions[question.id].map { row(question, $0) } }
    }

    private func rows(of set: String) -> [[DocumentField: String?]] {
        guard let set = reference.questionSets[set] else { return [] }
        return share.answered(set).compactMap { asked in
            guard asked.question.document == nil, let answer = asked.answer else { return nil }
            return row(asked.question, answer)
        }
    }

    private func row(_ question: Question, _ answer: Answer) -> [DocumentField: String?] {
        [.questionText: question.text, .questionAnswer: answer.text, .questionBy: name(answer.by)]
    }
}
