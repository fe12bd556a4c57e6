/// The review that policy sets: of terms that name no day for it, before their text is frozen and never after it is signed.
extension Share {
    /// The interval whose end becomes the review date of the terms under consideration; nil where they name a day that lies
    /// ahead, or policy names no interval.
    package func reviewSetByPolicy(on today: Day, under reference: ReferenceData) -> ReviewLimit? {
        let terms = termsUnderConsideration
        if let agreed = terms.reviewDate?.day, agreed > today { return nil }
        return ReviewLimit(of: terms, from: max(terms.startDate?.day ?? today, today), under: reference)
    }

    /// The share with the review that policy sets in the terms under consideration.
    package func withReviewSet(on today: Day, under reference: ReferenceData) -> Share {
        guard let terms = termsWithReviewSet(on: today, under: reference) else { return self }
        var copy = self
        copy.put(terms)
        return copy
    }

    /// Nil where the terms stay as they are.
    func termsWithReviewSet(on today: Day, under reference: ReferenceData) -> Terms? {
        guard let limit = reviewSetByPolicy(on: today, under: reference) else { return nil }
        var terms = termsUnderConsideration
        terms.reviewDate = StatedDay(limit.latest)
        return terms
    }
}
