import Redundancy
import Shares
import Testing

/// Shares that say little, in other words, of the same flow.
@Suite struct NearCopyTests {
    private static let little = [
        "title": "Blue Badge check", "recipient": "Leeds City Council", "purpose": "", "data_items": "Name; Address",
        "data_subjects": "Blue Badge holders", "frequency": "Monthly",
        "legal_gateway": "Welfare Reform Act 2012, section 131", "start_date": "2022-01-01", "end_date": "2026-01-01",
    ]

    private func score(_ fields: [String: String], of both: [String: String] = [:]) throws -> Double {
        var sample = try PairSample()
        let one = Self.little.merging(both) { $1 }
        let other = one.merging(["title": "Blue Badges", "start_date": "2022-06-01"]) { $1 }.merging(fields) { $1 }
        let portfolio = sample.portfolio([PairSample.row("A", one), PairSample.row("B", other)])
        return portfolio.findings(minimumScore: 0).first?.score ?? 0
    }

    @Test func fewItemsAndNoPurposeAreEnoughWhereAllElseAgrees() throws {
        #expect(try score(["data_items": "Full name; Home address"]) > 0.5)
    }

    @Test func oneItemIsEnoughToo() throws {
        #expect(try score(["data_items": "NI number"], of: ["data_items": "NINO"]) > 0.5)
    }

    @Test(arguments: [
        ["data_subjects": "Veterans"], ["frequency": "One-off"],
        ["start_date": "2027-01-01", "end_date": "2028-01-01"],
        ["purpose": "To detect fraud in Blue Badge claims"],
    ])
    func whatIsSaidToDifferStillCounts(_ fields: [String: String]) throws {
        #expect(try score(fields.merging(["data_items": "Full name; Home address"]) { $1 }) < 0.3)
    }

    @Test func whatNeitherSaysLeavesDoubt() throws {
        let blank = ["data_subjects": "", "frequency": "", "legal_gateway": "", "start_date": "", "end_date": ""]
        let score = try score(["start_date": ""], of: blank)
        #expect((0.1...0.6).contains(score))
    }
}
