package import Workflows

/// The days of a share that deadlines count from.
package struct ShareDates: Hashable, Sendable {
    /// When each machine entered its present state, in the order of machines.
    package var entered: [Day]
    /// Of the terms under consideration.
    package var start: Day?
    package var end: Day?
    package var review: Day?
    /// When the first condition is due that suspends the share once it is overdue.
    package var conditionDue: Day?
    package var consultation: AnswerDue?

    /// When the Commissioner's answer is due: a day later for each day of a wait that goes on.
    package struct AnswerDue: Hashable, Sendable {
        /// Without the wait that goes on.
        package var day: Day
        package var waitingSince: Day?

        package init(day: Day, waitingSince: Day?) {
            self.day = day
            self.waitingSince = waitingSince
        }

        package func day(on today: Day) -> Day {
            day.adding(days: waitingSince.map { max(0, today.number - $0.number) } ?? 0)
        }
    }

    package init(
        entered: [Day], start: Day?, end: Day?, review: Day?, conditionDue: Day?, consultation: AnswerDue?
    ) {
        self.entered = entered
        self.start = start
        self.end = end
        self.review = review
        self.conditionDue = conditionDue
        self.consultation = consultation
    }

    package func entered(_ machine: Machine) -> Day? {
        Machine.allCases.firstIndex(of: machine).map { entered[$0] }
    }
}

extension Share {
    package var dates: ShareDates {
        ShareDates(
            entered: Machine.allCases.map { standing[$0].since.day },
            start: termsUnderConsideration.startDate?.day, end: terms.endDate?.day, review: terms.reviewDate?.day,
            conditionDue: approval.conditions.filter(\.suspends).compactMap(\.due).min(),
            consultation: dpia.consultation?.answerDue)
    }
}
