import Shares
import Testing

@testable import Web

/// When time passes next: five minutes after midnight in London, and within six hours.
@Suite struct DailyTickTests {
    @Test(arguments: [
        ("2026-01-15T23:00:00.000Z", 3900), ("2026-01-16T00:00:00.000Z", 6 * 3600),
        // In summer midnight is 23:00 UTC.
        ("2026-07-15T22:00:00.000Z", 3900), ("2026-07-15T23:05:00.000Z", 6 * 3600),
        ("2026-07-15T22:59:59.000Z", 301),
        // The night in which summer time ends: it began by summer time.
        ("2026-10-24T22:00:00.000Z", 3900), ("2026-10-25T23:00:00.000Z", 3900),
    ])
    func itWaitsUntilAfterMidnightInLondon(now: String, seconds: Int64) throws {
        #expect(DailyTick.secondsToWait(from: try #require(Instant(rfc3339: now))) == seconds)
    }
}
