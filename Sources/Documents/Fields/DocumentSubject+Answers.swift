import Shares

// What was answered to the questions of the department, as far as no field of its own shows it.

extension DocumentSubject {
    /// The request beyond the terms: who else needs access, who has looked at it.
    var requestAnswers: [[DocumentField: String?]] { rows(of: "proposal") { _ in true } }

    /// Given since the review before it, and not after it.
    var answersOfTheLatestReview: [[DocumentField: String?]] {
        guard let latest = share.reviews.last else { return [] }
        let before = share.reviews.dropLast().last?.at
        return rows(of: "review") { answer in answer.at <= latest.at && before.map { answer.at > $0 } ?? true }
    }

    private func rows(of set: String, where isWanted: (Answer) -> Bool) -> [[DocumentField: String?]] {
        guard let set = reference.questionSets[set] else { return [] }
        return share.answered(set).compactMap { asked in
            guard asked.question.document == nil, let answer = asked.answer, isWanted(answer) else { return nil }
            return [.questionText: asked.question.text, .questionAnswer: answer.text]
        }
    }
}
