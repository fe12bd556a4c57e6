/// A share's next review as far as a plan needs to know it.
package struct PlannedReview: Hashable, Sendable {
    package var share: ShareReference
    /// The version of the share that the plan is made for.
    package var version: Int
    package var risk: RiskTier
    package var date: Day
    /// The day by which it must be held; a review that is overdue has missed it already.
    package var latest: Day
    /// Whose working days it goes by: those of the party that answers for the share.
    package var division: BankHolidays.Division

    package init(
        share: ShareReference, version: Int, risk: RiskTier, date: Day, latest: Day,
        division: BankHolidays.Division = .englandAndWales
    ) {
        self.share = share
        self.version = version
        self.risk = risk
        self.date = date
        self.latest = latest
        self.division = division
    }
}

/// New review dates, so that no month holds more reviews than can be held.
package struct ReviewPlan: Hashable, Sendable, Codable {
    package struct Move: Hashable, Sendable, Codable {
        package var share: ShareReference
        package var version: Int
        package var from: Day
        package var to: Day
        /// A sentence, which becomes the reason on the record.
        package var why: String
    }

    /// A review that stays where it is although its month holds too many, or although it is overdue.
    package struct Unplaced: Hashable, Sendable, Codable {
        package var share: ShareReference
        package var date: Day
        package var why: String
    }

    package struct Month: Hashable, Sendable, Codable {
        /// The first day of the month.
        package var first: Day
        package var before: Int
        package var after: Int
    }

    package var moves: [Move] = []
    package var unplaced: [Unplaced] = []
    package var months: [Month] = []
}
