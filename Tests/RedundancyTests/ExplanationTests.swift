import Redundancy
import Shares
import Testing

/// Each explanation names facts that are true of both shares.
struct ExplanationTests {
    @Test func theItemsThatAnExplanationNamesAreInBothShares() throws {
        let made = LabelledPortfolio(try Samples.world("a", seed: 4), count: 300, heldOut: 0, seed: 4)
        let portfolio = try Samples.portfolio(made.rows)
        let findings = portfolio.findings()
        #expect(!findings.isEmpty)
        for finding in findings {
            let facts = try #require(portfolio.itemsInCommon(finding.a, finding.b))
            #expect(!finding.explanation.isEmpty)
            guard finding.explanation.contains("in both: ") else { continue }
            #expect(finding.explanation.contains("\(facts.count) data item"))
            if let first = facts.first { #expect(finding.explanation.contains(first)) }
        }
    }

    /// Against what the shares truly are, not against what was understood of them.
    @Test(arguments: [UInt64(31), 32])
    func everyFactThatAnExplanationNamesIsTrueOfBothShares(seed: UInt64) throws {
        let world = try Samples.world("a", seed: seed)
        let made = LabelledPortfolio(world, count: 900, heldOut: 0, seed: seed)
        let findings = try Samples.portfolio(made.rows).findings()
        #expect(findings.count > 50)
        #expect(Set(findings.map(\.kind)) == Set(RedundancyKind.allCases), "seed \(seed)")
        let composites = try ExplainedPair.composites()
        for finding in findings {
            let pair = try #require(ExplainedPair(finding, made, world, composites))
            if pair.isMisread { continue }
            #expect(pair.untrue == [], "seed \(seed): \(finding.explanation) \(pair)")
        }
    }

    @Test(arguments: [
        ("Biennial", "Every two years", "; every two years; "),
        ("Biennial", "Annual", "; every two years in the first and annual in the second; "),
        ("Hourly", "Real time", "; several times a day in the first and real time in the second; "),
        ("P5W", "P5W", "; P5W; "),
    ]) func theFrequencyThatIsNamedIsThatOfThePair(first: String, second: String, clause: String) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A", ["frequency": first]), PairSample.row("B", ["frequency": second]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
        #expect(found.first?.explanation.contains(clause) == true, "\(found.first?.explanation ?? "")")
    }

    @Test func aFrequencyToTakeOverIsThatOfTheShareThatHasIt() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([PairSample.row("A"), PairSample.row("B", ["frequency": "Hourly"])])
        let additions = portfolio.additions(to: ShareReference("A"), from: [ShareReference("B")])
        #expect(additions.frequency == "several times a day")
        // It is read again as what it says, so that a daily flow does not carry it.
        var (asked, daily) = (
            sample.share(PairSample.row("ASKED")), sample.share(PairSample.row("D", ["frequency": "Daily"]))
        )
        asked.frequency = additions.frequency.map { Stated($0) }
        daily.reference = ShareReference("D")
        #expect(sample.names.wanting([(daily, asked)]).map(\.frequency) == ["several times a day"])
    }

    @Test func anIndirectFindingNamesTheFeed() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("ONWARD", ["provider": "DWP", "recipient": "Leeds City Council"]),
            PairSample.row("DIRECT", ["provider": "HMRC", "recipient": "Leeds City Council"]),
            PairSample.row("FEED", ["provider": "HMRC", "recipient": "DWP"]),
        ])
        #expect(found.map(\.kind) == [.indirect])
        #expect(found.first?.a.rawValue == "ONWARD")
        #expect(found.first?.b.rawValue == "DIRECT")
        #expect(found.first?.feed?.rawValue == "FEED")
        #expect(found.first?.explanation.contains("FEED") == true)
    }

    @Test func withoutAnOpenFeedNothingIsIndirect() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("ONWARD", ["provider": "DWP", "recipient": "Leeds City Council"]),
            PairSample.row("DIRECT", ["provider": "HMRC", "recipient": "Leeds City Council"]),
            PairSample.row("FEED", ["provider": "HMRC", "recipient": "DWP", "status": "Closed"]),
        ])
        #expect(found.isEmpty)
    }
}
