import Shares
import Testing

struct WorkingDaysTests {
    private func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    /// GOV.UK's list: days that only some divisions keep, substitute days, and days that are ordinary.
    @Test(arguments: [
        ("2024-04-01", [BankHolidays.Division.englandAndWales, .northernIreland]),
        ("2024-03-18", [.northernIreland]), ("2024-12-02", [.scotland]), ("2025-01-02", [.scotland]),
        ("2025-07-14", [.northernIreland]), ("2025-08-04", [.scotland]),
        ("2025-08-25", [.englandAndWales, .northernIreland]), ("2025-12-01", [.scotland]),
        ("2026-04-03", [.englandAndWales, .scotland, .northernIreland]),
        ("2026-04-06", [.englandAndWales, .northernIreland]), ("2026-06-15", [.scotland]),
        ("2026-07-13", [.northernIreland]), ("2026-11-30", [.scotland]),
        ("2026-12-28", [.englandAndWales, .scotland, .northernIreland]), ("2027-01-04", [.scotland]),
        ("2027-07-12", [.northernIreland]), ("2027-12-27", [.englandAndWales, .scotland, .northernIreland]),
        ("2028-01-03", [.englandAndWales, .scotland, .northernIreland]), ("2028-01-04", [.scotland]),
        ("2026-07-14", []),
    ])
    func eachDivisionKeepsItsHolidays(text: String, keepers: [BankHolidays.Division]) throws {
        let reference = try RepositoryFolder.reference()
        let day = try day(text)
        #expect(day.weekday <= 5)
        for division in BankHolidays.Division.allCases {
            #expect(reference.workingDays(in: division).isWorkingDay(day) != keepers.contains(division), "\(division)")
        }
    }

    @Test func eachYearHasItsNumberOfHolidays() throws {
        for calendar in try RepositoryFolder.reference().bankHolidays {
            for year in 2024...2028 {
                let number = calendar.holidays.count { $0.date.parts.year == year }
                let expected =
                    switch calendar.id {
                    case .englandAndWales: 8
                    case .scotland: year == 2026 ? 10 : 9
                    case .northernIreland: 10
                    }
                #expect(number == expected, "\(calendar.id) \(year)")
            }
        }
    }

    @Test(arguments: [
        // Thursday before Easter 2026; Good Friday is 3 April, Easter Monday 6 April.
        (BankHolidays.Division.englandAndWales, "2026-04-02", 1, "2026-04-07"),
        (.northernIreland, "2026-04-02", 1, "2026-04-07"),
        (.scotland, "2026-04-02", 1, "2026-04-06"),
        (.englandAndWales, "2026-04-02", 5, "2026-04-13"),
        (.scotland, "2026-04-02", 5, "2026-04-10"),
        (.englandAndWales, "2026-04-07", -1, "2026-04-02"),
        // Friday before the Twelfth, a Monday in 2027.
        (.englandAndWales, "2027-07-09", 1, "2027-07-12"),
        (.scotland, "2027-07-09", 1, "2027-07-12"),
        (.northernIreland, "2027-07-09", 1, "2027-07-13"),
        (.englandAndWales, "2026-04-04", 0, "2026-04-07"),
        (.englandAndWales, "2026-04-07", 0, "2026-04-07"),
    ])
    func workingDaysAreCountedOverHolidays(division: BankHolidays.Division, from: String, count: Int, to: String) throws
    {
        let days = try RepositoryFolder.reference().workingDays(in: division)
        #expect(days.adding(count, to: try day(from)) == (try day(to)))
    }

    @Test func countingAgreesWithWalkingDayByDay() throws {
        let reference = try RepositoryFolder.reference()
        let start = try day("2026-03-20")
        for division in BankHolidays.Division.allCases {
            let days = reference.workingDays(in: division)
            for offset in 0..<8 {
                let first = start.adding(days: offset)
                var walked = 0
                for length in 1...120 {
                    let last = first.adding(days: length)
                    if days.isWorkingDay(last) { walked += 1 }
                    #expect(days.count(from: first, to: last) == walked)
                    #expect(days.count(from: last, to: first) == -walked)
                }
            }
        }
    }

    @Test func withoutACalendarOnlyWeekendsAreFree() throws {
        let days = WorkingDays(nil)
        #expect(days.isWorkingDay(try day("2026-12-25")))
        #expect(!days.isWorkingDay(try day("2026-12-26")))
    }
}
