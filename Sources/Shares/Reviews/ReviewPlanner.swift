/// Levels the load of reviews: pure, and the same for the same reviews in any order.
///
/// High risk is placed first and low risk last, so that low risk moves first. A review moves to an earlier month; to a later
/// one only as far as its latest day. What is overdue is spread over the room that is left, the
/// gravest first; where it is of high risk, before all else. Within a month a moved review goes to the working day that
/// holds the fewest.
package struct ReviewPlanner: Sendable {
    private let today: Day
    private let calendar: @Sendable (BankHolidays.Division) -> WorkingDays
    private let most: Int
    private let firsts: [Day]

    /// A plan of so many months, the present one the first.
    package init(
        today: Day, months: Int, most: Int, calendar: @escaping @Sendable (BankHolidays.Division) -> WorkingDays
    ) {
        self.today = today
        self.calendar = calendar
        self.most = most
        let first = today.adding(days: 1 - today.parts.day)
        firsts = (0..<max(1, months)).map { first.adding(months: $0) }
    }

    /// `others` are the days of reviews that take up room, and that the plan leaves alone.
    package func plan(_ reviews: [PlannedReview], beside others: [Day] = []) -> ReviewPlan {
        var plan = ReviewPlan(months: firsts.map { ReviewPlan.Month(first: $0, before: 0, after: 0) })
        var held: [Day: Int] = [:]
        for day in others where day >= today {
            guard let month = month(of: day) else { continue }
            plan.months[month].before += 1
            plan.months[month].after += 1
            held[day, default: 0] += 1
        }
        let within = reviews.filter { $0.date < today || month(of: $0.date) != nil }
        for review in within where review.date >= today {
            if let month = month(of: review.date) { plan.months[month].before += 1 }
        }
        for review in within.sorted(by: { key($0) < key($1) }) {
            let isOverdue = review.date < today
            if !isOverdue, let month = month(of: review.date), plan.months[month].after < most {
                plan.months[month].after += 1
                held[review.date, default: 0] += 1
            } else if let (month, day) = place(for: review, among: plan.months, held) {
                plan.months[month].after += 1
                held[day, default: 0] += 1
                plan.moves.append(
                    ReviewPlan.Move(
                        share: review.share, version: review.version, from: review.date, to: day,
                        why: isOverdue
                            ? "The review was due on \(review.date.inWords) and is overdue."
                            : "The month of \(review.date.inWords) holds more than \(most) reviews; this one is of \(review.risk.rawValue) risk."
                    ))
            } else {
                if !isOverdue, let month = month(of: review.date) {
                    plan.months[month].after += 1
                    held[review.date, default: 0] += 1
                }
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
    private func place(for review: PlannedReview, among months: [ReviewPlan.Month], _ held: [Day: Int]) -> (Int, Day)? {
        let isOverdue = review.date < today
        let home = month(of: review.date) ?? 0
        let order =
            isOverdue
            ? Array(months.indices)
            : Array((0..<home).reversed()) + Array((home + 1)..<max(home + 1, months.count))
        for month in order where months[month].after < most {
            let wanted = isOverdue ? firsts[month] : review.date
            let latest = isOverdue ? nil : max(review.latest, review.date)
            if let day = workingDay(like: wanted, in: month, until: latest, held, calendar(review.division)) {
                return (month, day)
            }
        }
        return nil
    }

    /// Of the working days of the month after today that hold the fewest reviews, the one on the same day of the month or
    /// as near after it as there is, or else before it; nil where there is none up to the latest day.
    private func workingDay(
        like day: Day, in month: Int, until latest: Day?, _ held: [Day: Int], _ calendar: WorkingDays
    ) -> Day? {
        let start = max(firsts[month], today.adding(days: 1))
        let last = firsts[month].adding(months: 1).adding(days: -1)
        let wanted = min(max(firsts[month].adding(days: day.parts.day - 1), start), last)
        var best: (day: Day, held: Int, distance: Int)?
        var candidate = start
        while candidate <= min(last, latest ?? last) {
            if calendar.isWorkingDay(candidate) {
                let count = held[candidate] ?? 0
                let away = candidate.number - wanted.number
                let distance = away < 0 ? 31 - away : away
                if best.map({ (count, distance) < ($0.held, $0.distance) }) ?? true {
                    best = (candidate, count, distance)
                }
            }
            candidate = candidate.adding(days: 1)
        }
        return best?.day
    }
}
