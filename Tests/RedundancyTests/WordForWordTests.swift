import Redundancy
import Shares
import Testing

/// Two shares that say the same of everything are one flow, however little they say.
@Suite struct WordForWordTests {
    private func share(
        _ reference: String, title: String = "Property attributes", start: String = "2026-04-01",
        end: String = "2036-03-31"
    ) -> ComparableShare {
        ComparableShare(
            reference: ShareReference(reference), title: title, purpose: "To find homes that are costly to heat",
            providers: [Stated("VOA")], recipients: [Stated("DWP")],
            items: [Stated("Property type"), Stated("Floor area")], gateways: [Stated("DEA s.35")],
            start: Day(iso: start), end: Day(iso: end))
    }

    private func findings(_ shares: ComparableShare...) throws -> [RedundancyFinding] {
        Portfolio(shares, names: try Samples.names(), threads: nil).findings(minimumScore: 0.1)
    }

    @Test func aCopyIsFoundAndSaysSo() throws {
        let found = try findings(share("D1"), share("D2", title: "PROPERTY  attributes"))
        #expect(found.map(\.kind) == [.duplicate])
        #expect(found.allSatisfy { $0.score >= 0.95 && $0.explanation.contains("both say the same word for word") })
    }

    @Test func theSameTextForOtherYearsIsNoCopy() throws {
        let found = try findings(
            share("Y1", start: "2020-04-01", end: "2021-03-31"), share("Y2", start: "2026-04-01", end: "2027-03-31"))
        #expect(found.allSatisfy { $0.score < 0.9 })
    }
}
