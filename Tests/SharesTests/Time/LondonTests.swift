import Foundation
import Shares
import Testing

/// The day in London, in winter and in summer, and on the nights when the clocks change.
@Suite struct LondonTests {
    @Test(arguments: [
        ("2026-01-31T23:59:59.999Z", "2026-01-31"), ("2026-02-01T00:00:00.000Z", "2026-02-01"),
        // On 29 March 2026 summer time begins, on 25 October it ends.
        ("2026-03-28T23:30:00.000Z", "2026-03-28"), ("2026-03-29T22:59:59.999Z", "2026-03-29"),
        ("2026-03-29T23:00:00.000Z", "2026-03-30"), ("2026-06-30T23:00:00.000Z", "2026-07-01"),
        ("2026-10-24T23:00:00.000Z", "2026-10-25"), ("2026-10-25T23:00:00.000Z", "2026-10-25"),
        ("2026-12-31T23:59:59.999Z", "2026-12-31"),
    ])
    func aMomentFallsOnADay(moment: String, day: String) throws {
        #expect(try #require(Instant(rfc3339: moment)).dayInLondon.description == day)
    }

    @Test(arguments: [
        ("2026-01-15", "2026-01-15T00:00:00.000Z"), ("2026-03-29", "2026-03-29T00:00:00.000Z"),
        ("2026-03-30", "2026-03-29T23:00:00.000Z"), ("2026-10-25", "2026-10-24T23:00:00.000Z"),
        ("2026-10-26", "2026-10-26T00:00:00.000Z"),
    ])
    func aDayBeginsAtMidnight(day: String, moment: String) throws {
        #expect(Instant(startOfLondonDay: try #require(Day(iso: day))).description == moment)
    }

    /// Every hour of the days about each change from 1996, when the rule came, to 2037, as the system's own tables have it.
    @Test func theRuleIsThatOfTheSystem() throws {
        let london = try #require(TimeZone(identifier: "Europe/London"))
        for year in 1996...2037 {
            for (month, first) in [(3, 24), (10, 24), (7, 1), (1, 1)] {
                let start = Instant(startOf: try #require(Day(year: year, month: month, day: first)))
                for half in 0..<400 {
                    let moment = Instant(milliseconds: start.milliseconds + Int64(half) * 1_800_000)
                    let offset = london.secondsFromGMT(
                        for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
                    let expected = Instant(milliseconds: moment.milliseconds + Int64(offset) * 1000).day
                    try #require(moment.dayInLondon == expected, "\(moment)")
                    #expect(Instant(startOfLondonDay: expected).dayInLondon == expected)
                    #expect(Instant(startOfLondonDay: expected) <= moment, "\(moment)")
                }
            }
        }
    }
}
