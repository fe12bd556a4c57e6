/// Monday to Friday without the bank holidays of one division of the United Kingdom.
package struct WorkingDays: Sendable {
    private let holidays: Set<Day>

    /// Without a calendar only weekends are free.
    package init(_ calendar: BankHolidays?) {
        holidays = Set((calendar?.holidays ?? []).map(\.date))
    }

    package func isWorkingDay(_ day: Day) -> Bool { day.weekday <= 5 && !holidays.contains(day) }

    /// The working day that is so many working days after the given one, which is not counted itself; before it where
    /// the count is negative. A count of none gives the day itself, or the next working day where it is free.
    package func adding(_ count: Int, to day: Day) -> Day {
        var result = day
        if count == 0 {
            while !isWorkingDay(result) { result = result.adding(days: 1) }
            return result
        }
        let step = count > 0 ? 1 : -1
        var left = abs(count)
        while left > 0 {
            result = result.adding(days: step)
            if isWorkingDay(result) { left -= 1 }
        }
        return result
    }

    /// How many working days lie after the first day up to and including the last; negative where the last is earlier.
    package func count(from first: Day, to last: Day) -> Int {
        guard first <= last else { return -count(from: last, to: first) }
        // Whole weeks by arithmetic, so that a span of years costs no more than its holidays.
        let days = last.number - first.number
        var count = days / 7 * 5
        for offset in stride(from: 1, through: days % 7, by: 1) where first.adding(days: offset).weekday <= 5 {
            count += 1
        }
        for holiday in holidays where holiday > first && holiday <= last && holiday.weekday <= 5 { count -= 1 }
        return count
    }
}
