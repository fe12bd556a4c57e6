/// One review held, with what it decided.
package struct ReviewRecord: Hashable, Sendable, Codable {
    package var at: Instant
    package var by: PersonID
    /// `continue`, `amend` or `retire`.
    package var outcome: String
    package var answers: String?
    package var nextReview: Day?
}
