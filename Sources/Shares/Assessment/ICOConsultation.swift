/// The Commissioner was asked before processing that leaves a high risk (UK GDPR Article 36).
package struct ICOConsultation: Hashable, Sendable, Codable {
    /// Days in which the Commissioner waits for information that was asked for (Article 36(2)).
    package struct Wait: Hashable, Sendable, Codable {
        package var from: Day
        package var to: Day?
        /// What was asked for.
        package var reason: String
    }

    /// Eight weeks, and six more for complex processing.
    package static let days = 56
    package static let extensionDays = 42

    package var reference: String
    package var on: Day
    /// Why six weeks were added; nil where they were not.
    package var extended: String?
    package var waits: [Wait]

    package init(reference: String, on: Day) {
        self.reference = reference
        self.on = on
        waits = []
    }

    package var isWaiting: Bool { waits.last.map { $0.to == nil } ?? false }

    /// The last day for the answer: days on which the Commissioner waited do not count. A wait that goes on is counted up to
    /// the day.
    package func due(on day: Day) -> Day { answerDue.day(on: day) }

    /// The same for any day.
    package var answerDue: ShareDates.AnswerDue {
        let waited = waits.reduce(0) { days, wait in
            days + (wait.to.map { max(0, $0.number - wait.from.number) } ?? 0)
        }
        return ShareDates.AnswerDue(
            day: on.adding(days: Self.days + (extended == nil ? 0 : Self.extensionDays) + waited),
            waitingSince: isWaiting ? waits.last?.from : nil)
    }
}
