/// The civil day of the United Kingdom, by which deadlines come and officials say “today”.
///
/// Summer time runs from one o'clock UTC on the last Sunday of March to one o'clock UTC on the last Sunday of October:
/// Summer Time Act 1972, section 1, as the Summer Time Order 2002 (SI 2002/262) put it.
extension Instant {
    private static let hour: Int64 = 3_600_000

    /// Midnight in London at the start of a day: in summer it is 23:00 UTC of the day before.
    package init(startOfLondonDay day: Day) {
        let winter = Instant(startOf: day)
        let summer = Instant(milliseconds: winter.milliseconds - Instant.hour)
        self = summer.isInSummerTime ? summer : winter
    }

    /// The day in London that it falls on.
    package var dayInLondon: Day {
        isInSummerTime ? Instant(milliseconds: milliseconds + Instant.hour).day : day
    }

    private var isInSummerTime: Bool {
        let year = day.parts.year
        guard let begins = Instant.oneOClock(onLastSundayOf: 3, in: year),
            let ends = Instant.oneOClock(onLastSundayOf: 10, in: year)
        else { return false }
        return begins <= self && self < ends
    }

    private static func oneOClock(onLastSundayOf month: Int, in year: Int) -> Instant? {
        Day(year: year, month: month, day: 31).map { last in
            Instant(
                milliseconds: Instant(startOf: last.adding(days: -(last.weekday % 7))).milliseconds + Instant.hour)
        }
    }
}
