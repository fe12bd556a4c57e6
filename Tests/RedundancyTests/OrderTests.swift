import Redundancy
import Testing

/// The findings do not depend on the order of the shares nor on how many threads look for them.
struct OrderTests {
    @Test(arguments: [UInt64(3), 8])
    func everyOrderAndNumberOfThreadsGivesTheSameFindings(seed: UInt64) throws {
        let made = LabelledPortfolio(try Samples.world("a", seed: seed), count: 500, heldOut: 0.2, seed: seed)
        let expected = try Samples.portfolio(made.rows, threads: 1).findings(minimumScore: 0.1)
        #expect(expected.count > 30)
        var random = SplitMix(seed: seed)
        for threads in [1, 2, 4] {
            let shuffled = random.sample(made.rows, made.rows.count)
            #expect(shuffled != made.rows)
            let portfolio = try Samples.portfolio(shuffled, threads: threads)
            // Scores to the last bit, and every sentence.
            #expect(portfolio.findings(minimumScore: 0.1) == expected, "seed \(seed), \(threads) threads")
        }
        let reversed = try Samples.portfolio(made.rows.reversed())
        #expect(reversed.findings(minimumScore: 0.1) == expected, "seed \(seed), reversed")
    }

    /// Pairs are passed over that cannot score enough, by their items at a glance and before all else is compared.
    @Test(arguments: [("a", UInt64(5)), ("d", 6)])
    func passingOverPairsLosesNoFinding(vocabulary: String, seed: UInt64) throws {
        let world = try Samples.world(vocabulary, seed: seed)
        let made = LabelledPortfolio(world, count: 800, heldOut: 0.3, seed: seed)
        let portfolio = try Samples.portfolio(made.rows)
        let all = portfolio.findings(minimumScore: 0)
        for least in [0.2, 0.45, 0.9] {
            let expected = all.filter { $0.score >= least }
            #expect(expected.count > 20)
            #expect(portfolio.findings(minimumScore: least) == expected, "seed \(seed), from \(least)")
        }
    }

    /// Looking for one share alone passes over most pairs: what the whole finds of something passed on, each of its three shares
    /// is told of, and nothing else.
    @Test(arguments: [("a", UInt64(5)), ("c", 11)])
    func aShareAloneIsToldWhatTheWholeFindsOfIt(vocabulary: String, seed: UInt64) throws {
        let world = try Samples.world(vocabulary, seed: seed)
        let made = LabelledPortfolio(world, count: 600, heldOut: 0.2, seed: seed)
        var reader = RegisterRows(try Samples.reference())
        let shares = made.rows.map { reader.share($0) }
        let portfolio = Portfolio(shares, names: try Samples.names())
        let whole = portfolio.findings().filter { $0.kind == .indirect }
        #expect(whole.count >= 5, "seed \(seed)")
        for share in shares {
            let expected = whole.filter { [$0.a, $0.b, $0.feed].contains(share.reference) }
            let told = portfolio.findings(for: share).filter { $0.kind == .indirect }
            #expect(Set(told) == Set(expected), "seed \(seed), \(share.reference)")
        }
    }

    /// Each of the two names could be short for the other: it is always the same one that stands for both.
    @Test func aBodyOfTwoNamesIsAlwaysToldByTheSame() throws {
        var sample = try PairSample()
        let rows = [
            PairSample.row("A", ["recipient": "Pennine Water"]),
            PairSample.row("B", ["recipient": "Pennine Water Services", "start_date": "2023-09-01"]),
        ]
        let told = Set((0..<12).map { _ in sample.findings(rows).map(\.explanation) })
        #expect(told.count == 1)
        #expect(told.first?.first?.contains("to Pennine Water twice") == true)
    }
}
