import Workflows

/// When the next review is: what was agreed, else what the tier of risk asks for.
extension Share {
    func checkReviewDate(
        _ recordings: [Recording], in circumstances: Circumstances, under rules: Rulebook,
        _ reading: inout OrderReading
    ) {
        let today = circumstances.today
        if recordings.contains(.agreementText) || recordings.contains(.inForce) {
            return dateFirstReview(recordings, in: circumstances, under: rules, &reading)
        }
        guard recordings.contains(.nextReview) else { return }
        // A review that is held begins the interval anew; a date that is only moved stays within the one that runs.
        let isHeld = recordings.contains(.review)
        let limit = ReviewLimit(of: terms, from: isHeld ? today : intervalBegan(by: today), under: rules.reference)
            .flatMap { $0.latest > today ? $0 : ReviewLimit(of: terms, from: today, under: rules.reference) }
        if isHeld { checkContinuing(under: rules, &reading) }
        let planned = isHeld ? nil : terms.reviewDate?.day
        let given = reading.evidence[EvidenceField.nextReview.rawValue].flatMap { Day.read($0) }
        if let next = given {
            if next <= today {
                reading.refuse(
                    "in-the-past", "The next review, \(next.inWords), must lie in the future.", at: "next-review")
            } else if let limit, next > max(limit.latest, planned ?? limit.latest) {
                reading.refuse(
                    "beyond-the-interval",
                    "The next review, \(next.inWords), is too late: \(limit.inWords), so by \(limit.latest.inWords).",
                    at: "next-review")
            }
        } else if isHeld, reading.reasons.allSatisfy({ $0.field != EvidenceField.nextReview.rawValue }) {
            if let limit {
                reading.evidence[EvidenceField.nextReview.rawValue] = limit.latest.description
            } else {
                reading.refuse(
                    "evidence-missing",
                    "Next review is missing: no interval is set for this tier of risk, so give next-review (a date).",
                    at: "next-review")
            }
        }
    }

    /// A share goes on as it is once every question was answered, whatever is said of it as a whole, and with a reason where an
    /// answer speaks against it.
    private func checkContinuing(under rules: Rulebook, _ reading: inout OrderReading) {
        if reading.evidence[EvidenceField.answers.rawValue] != nil {
            for says in unansweredReview(under: rules) {
                reading.refuse(Fact.reviewQuestionsAnswered.rawValue, says)
            }
        }
        let against = answersAgainstContinuing(under: rules)
        if !against.isEmpty, reading.evidence[EvidenceField.reason.rawValue] == nil {
            reading.refuse(
                "evidence-missing",
                "Reason is missing: it would go on as it is although the review answered \(against.joined(separator: ", ")).",
                at: EvidenceField.reason.rawValue)
        }
    }

    /// Terms that name no day for it get the review that policy sets with their text; what is signed is what holds.
    private func dateFirstReview(
        _ recordings: [Recording], in circumstances: Circumstances, under rules: Rulebook, _ reading: inout OrderReading
    ) {
        let dated = termsWithReviewSet(on: circumstances.today, under: rules.reference)
        if recordings.contains(.agreementText), dated != nil {
            reading.terms = dated
        } else if termsUnderConsideration.reviewDate?.day == nil {
            // A text that was frozen without one, before policy set it then.
            reading.evidence[EvidenceField.nextReview.rawValue] = dated?.reviewDate?.day?.description
            guard dated == nil else { return }
            for wanting in Fact.reviewDateSet.shortfalls(of: self, given: [:], in: circumstances, under: rules) {
                reading.refuse(Fact.reviewDateSet.rawValue, wanting.says)
            }
        }
    }

    /// The last review, or else when the text in force was frozen for signature; inherited shares have neither.
    private func intervalBegan(by today: Day) -> Day {
        let text = approval.agreements.last { $0.termsVersion <= termsVersion && $0.isVoid != true }
        return reviews.last?.at.dayInLondon ?? text?.preparedAt.dayInLondon ?? today
    }
}
