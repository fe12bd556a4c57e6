/// Levels the load of reviews: pure, and the same for the same reviews in any order.
///
/// High risk is placed first and low risk last, so that low risk moves first. A review moves to an earlier month; to a later
/// one only as far as its latest day. What is overdue is spread over the room that is left, the
/// gravest first; where it is of high risk, before all else.
package struct ReviewPlanner: Sendable {
    private let today: Day
    private let calendar: WorkingDays
    private let most: Int
    private let firsts: [Day]

    /// A plan of so many months, the present one the first.
    package init(today: Day, months: Int, most: Int, calendar: WorkingDays) {
        self.today = today
        self.calendar = calendar
        self.most = most
        let first = today.adding(days: 1 - today.parts.day)
        firsts = (0..<max(1, months)).map { first.adding(months: $0) }
    }

    package func plan(_ reviews: [PlannedReview]) -> ReviewPlan {
        var plan = ReviewPlan(months: firsts.map { ReviewPlan.Month(first: $0, before: 0, after: 0) })
        let within = reviews.filter { $0.date < today || month(of: $0.date) != nil }
        for review in within where review.date >= today {
            if let month = month(of: review.date) { plan.months[month].before += 1 }
        }
        for review in within.sorted(by: { key($0) < key($1) }) {
            let isOverdue = review.date < today
            if !isOverdue, let month = month(of: review.date), plan.months[month].after < most {
                plan.months[month].after += 1
            } else if let (month, day) = place(for: review, among: plan.months) {
                plan.months[month].after += 1
                plan.moves.append(
                    ReviewPlan.Move(
                        share: review.share, version: review.version, from: review.date, to: day,
                        why: isOverdue
                            ? "The review was due on \(review.date.inWords) and is overdue."
                            : "The month of \(review.date.inWords) holds more than \(most) reviews; this one is of \(review.risk.rawValue) risk."
                    ))
            } else {
                if !isOverdue, let month = month(of: review.date) { plan.months[month].after += 1 }
                plan.unplaced.append(
                    ReviewPlan.Unplaced(
                        share: review.share, date: review.date,
                        why: isOverdue
                            ? "It is overdue, and no month of the plan has room."
                            : "No earlier month has room, and it must be held by \(review.latest.inWords)."))
            }
        }
        return plan
    }

    private func key(_ review: PlannedReview) -> (Int, Day, ShareReference) {
        let rank = [RiskTier.high: 0, .medium: 1, .low: 2][review.risk] ?? 0
        // What is overdue can go into any month; what is not can hardly move, so it comes before, high risk apart.
        let isLast = review.date < today && review.risk != .high
        return (isLast ? rank + 3 : rank, review.date, review.share)
    }

    private func month(of day: Day) -> Int? {
        firsts.lastIndex { $0 <= day }.flatMap { day < firsts[$0].adding(months: 1) ? $0 : nil }
    }

    /// The nearest earlier month with room, otherwise the nearest later one; for what is overdue the first.
    private func place(for review: PlannedReview, among months: [ReviewPlan.Month]) -> (Int, Day)? {
        let isOverdue = review.date < today
        let home = month(of: review.date) ?? 0
        let order =
            isOverdue
            ? Array(months.indices)
            : Array((0..<home).reversed()) + Array((home + 1)..<max(home + 1, months.count))
        for month in order where months[month].after < most {
            let wanted = isOverdue ? firsts[month] : review.date
            guard let day = workingDay(like: wanted, in: month), isOverdue || day <= max(review.latest, review.date)
            else { continue }
            return (month, day)
        }
        return nil
    }

    /// A working day of the month, after today, on the same day of the month or as near after it as there is, or else
    /// before it.
    private func workingDay(like day: Day, in month: Int) -> Day? {
        let first = firsts[month]
        let last = first.adding(months: 1).adding(days: -1)
        let start = max(first, today.adding(days: 1))
        let wanted = min(max(first.adding(days: day.parts.day - 1), start), last)
        var after = wanted
        while after <= last {
            if calendar.isWorkingDay(after) { return after }
            after = after.adding(days: 1)
        }
        var before = wanted
        while before >= start {
            if calendar.isWorkingDay(before) { return before }
            before = before.adding(days: -1)
        }
        return nil
    }
}
