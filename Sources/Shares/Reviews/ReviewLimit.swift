/// How long a share may go until its next review: the interval of its tier of risk, from a day on.
package struct ReviewLimit: Hashable, Sendable {
    package let tier: RiskTier
    package let months: Int
    /// The last day on which the review may be held.
    package let latest: Day

    /// Nil where the department's reference data names no interval for the tier.
    package init?(of terms: Terms, from day: Day, under reference: ReferenceData) {
        let tier = terms.risk.tier
        guard let interval = reference.reviewIntervals.first(where: { $0.tier == tier.rawValue }) else { return nil }
        self.tier = tier
        months = interval.months
        latest = day.adding(months: interval.months)
    }

    /// `24 months at low risk`
    package var inWords: String { "\(months) months at \(tier.rawValue) risk" }
}
