/// How long a share of a tier of risk may go without a review.
package struct ReviewInterval: Decodable, Hashable, Sendable {
    package static let file = "review-intervals.json"
    package static let array = "intervals"

    /// `low`, `medium` or `high`
    package let tier: String
    package let months: Int
}
