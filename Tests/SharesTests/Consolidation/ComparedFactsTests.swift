import Shares
import Testing

/// Which changes of a share bring a decision about it before the board again.
@Suite struct ComparedFactsTests {
    private static let facts = ComparedFacts(
        providers: ["hmrc"], recipients: ["dwp"], schemes: ["Universal Credit"], family: "operations",
        items: ["address", "name"], subjects: ["claimants"], gateways: ["wra-127"], frequency: "daily",
        start: Day(iso: "2026-04-01"), end: nil, wording: "1", repeats: true)

    private static func changed(_ change: (inout ComparedFacts) -> Void) -> [String] {
        var now = facts
        change(&now)
        return facts.changes(to: now)
    }

    @Test func everyFactIsNamedWithWhatItWasAndIs() {
        #expect(Self.changed { _ in } == [])
        #expect(Self.changed { $0.providers = ["moj"] } == ["provider (added moj; no longer hmrc)"])
        #expect(Self.changed { $0.recipients = ["dwp", "moj"] } == ["recipient (added moj)"])
        #expect(Self.changed { $0.items = ["name"] } == ["data items (no longer address)"])
        #expect(Self.changed { $0.subjects = [] } == ["data subjects (no longer claimants)"])
        #expect(Self.changed { $0.gateways = ["wra-127", "dea-36"] } == ["legal gateway (added dea-36)"])
        #expect(Self.changed { $0.frequency = nil } == ["frequency (was daily, now not stated)"])
        #expect(Self.changed { $0.start = nil } == ["start (was 1 April 2026, now not stated)"])
        #expect(Self.changed { $0.end = Day(iso: "2027-03-31") } == ["end (was not stated, now 31 March 2027)"])
    }

    @Test func whatIsReadFromTheWordingCountsOnlyWhereTheWordingChanged() {
        #expect(Self.changed { $0.schemes = ["Pension Credit"] } == [])
        #expect(Self.changed { $0.family = "fraud" } == [])
        #expect(Self.changed { $0.wording = "2" } == [])
        #expect(
            Self.changed {
                $0.wording = "2"
                $0.schemes = ["Pension Credit"]
                $0.family = "fraud"
            } == ["scheme or programme", "purpose (was operations, now fraud)"])
    }
}
