import Shares
import Testing

/// Registers write dates in every way; numbers are day, month, year, as is British custom.
@Suite struct DateReadingTests {
    @Test(arguments: [
        ("2022-02-01", "2022-02-01"), ("2022/02/01", "2022-02-01"), ("2022.02.01", "2022-02-01"),
        ("01/02/2022", "2022-02-01"), ("1/2/2022", "2022-02-01"), ("1.2.2022", "2022-02-01"),
        ("01-02-2022", "2022-02-01"), ("1 Feb 2022", "2022-02-01"), ("1 February 2022", "2022-02-01"),
        ("1st February 2022", "2022-02-01"), ("2nd of March 2022", "2022-03-02"), ("3RD SEPT 2022", "2022-09-03"),
        ("February 1, 2022", "2022-02-01"), ("Feb 1st 2022", "2022-02-01"), ("01-Feb-2022", "2022-02-01"),
        ("1Feb2022", "2022-02-01"), (" 2022-02-01 ", "2022-02-01"), ("2022-02-01T10:30:00Z", "2022-02-01"),
        ("2022-02-01 00:00:00.000", "2022-02-01"), ("01/02/2022 09:15", "2022-02-01"),
        ("29 February 2024", "2024-02-29"), ("31/12/2199", "2199-12-31"), ("1900-01-01", "1900-01-01"),
    ])
    func aDateIsReadInEveryUsualForm(text: String, day: String) throws {
        #expect(DateReading(text) == .day(try #require(Day(iso: day))))
    }

    @Test(arguments: [
        ("01/02/22", "2022-02-01"), ("1 Feb 69", "2069-02-01"), ("31/12/70", "1970-12-31"),
        ("1.2.99", "1999-02-01"),
    ])
    func aYearOfTwoDigitsIsReadAndTold(text: String, day: String) throws {
        guard case .doubtful(let found, let doubt) = DateReading(text) else {
            Issue.record("“\(text)” was read as \(DateReading(text))")
            return
        }
        #expect(found == Day(iso: day))
        #expect(doubt.contains(day.prefix(4)))
    }

    @Test(arguments: [
        "TBC", "tbc", "N/A", "n/a", "None", "Ongoing", "on-going", "To be confirmed", "Not known", "-",
        "", "Open-ended", "Until further notice", "T.B.C.", "TBD", "Indefinite", "rolling",
    ])
    func wordsThatSayThatNoDateIsKnownAreAPlaceholder(text: String) {
        #expect(DateReading(text) == .placeholder)
    }

    @Test(arguments: [
        "31/02/2022", "29/02/2023", "2022-02-30", "2022-13-01", "00/01/2022", "1/0/2022", "31 April 2024",
        "02/13/2022", "0000-01-01", "1899-12-31", "2200-01-01", "soon", "2022", "Feb 2022", "Spring 2022",
        "99999999999999999999-01-01", "1/99999999999999999999/2022", "2022-02-01 or later", "1/2/20222", "12/2022",
        "١/٢/٢٠٢٢", "29 February 1900", "=DATE(2022;2;1)",
    ])
    func whatIsNoDayIsImpossible(text: String) {
        guard case .impossible(let why) = DateReading(text) else {
            Issue.record("“\(text)” was read as \(DateReading(text))")
            return
        }
        #expect(why.contains(text))
    }

    /// Every day of seven years is read back from each of three forms.
    @Test func everyDayIsReadBack() throws {
        let first = try #require(Day(iso: "1999-01-01"))
        let last = try #require(Day(iso: "2005-12-31"))
        for number in first.number...last.number {
            let day = Day(number: number)
            let (year, month, of) = day.parts
            #expect(DateReading(day.description) == .day(day))
            #expect(DateReading("\(of)/\(month)/\(year)") == .day(day))
            #expect(DateReading(day.inWords) == .day(day))
        }
    }
}
