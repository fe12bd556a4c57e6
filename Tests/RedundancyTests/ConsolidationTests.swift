import Redundancy
import Shares
import Testing

struct ConsolidationTests {
    @Test func theOuterShareSurvivesAndTheInnerIsSuperseded() throws {
        var sample = try PairSample()
        let items = PairSample.row("A")["data_items"] ?? ""
        let portfolio = sample.portfolio([
            PairSample.row("INNER"),
            PairSample.row("OUTER", ["data_items": items + "; Sort code; Account number; Tenure; Council tax band"]),
        ])
        let clusters = portfolio.clusters(portfolio.findings())
        #expect(clusters.map(\.survivor.rawValue) == ["OUTER"])
        #expect(clusters.first?.superseded.map(\.rawValue) == ["INNER"])
        #expect(clusters.first?.itemsToAdd.isEmpty == true)
        let savings = ConsolidationSavings(clusters, portfolio: portfolio)
        #expect((savings.shares, savings.feeds, savings.items) == (1, 1, 7))
    }

    @Test(arguments: [
        (
            ["transfer_method": "SFTE", "start_date": "2023-04-01"], "A",
            "It goes over a strategic channel, and another over a legacy one."
        ),
        (
            ["transfer_method": "GFTS", "start_date": "2023-04-01"], "B",
            "It has 7 data items and the latest start, 1 May 2023."
        ),
        (
            ["transfer_method": "GFTS", "start_date": "2023-05-01"], "A",
            "It has 7 data items; no other has more, or a later start."
        ),
    ]) func theReasonForASurvivorIsTrueOfIt(first: [String: String], survivor: String, reason: String) throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([
            PairSample.row("A", first),
            PairSample.row("B", ["transfer_method": "GFTS", "start_date": "2023-05-01"]),
        ])
        let clusters = portfolio.clusters(portfolio.findings())
        #expect(clusters.map(\.survivor.rawValue) == [survivor])
        #expect(clusters.map(\.reason) == [reason])
    }

    @Test func whatCannotTakeOverIsNotProposed() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([
            PairSample.row("A"), PairSample.row("B", ["start_date": "2023-05-01"]),
        ])
        let barred = portfolio.clusters(portfolio.findings(), barred: [ShareReference("B")])
        #expect(barred.map(\.survivor.rawValue) == ["A"])
    }

    @Test func aClusterIsNamedByItsSharesAlone() {
        func name(_ shares: String...) -> String { RedundancyCluster.reference(of: shares.map { ShareReference($0) }) }
        #expect(name("A", "B") == name("B", "A", "B"))
        #expect(name("A", "B") != name("A", "B", "C"))
        #expect(name("AB", "C") != name("A", "BC"))
        #expect(name("A", "B").utf8.count == 10)
        let names = Set((0..<10_000).map { name("DS-\($0)", "DS-\($0 + 1)") })
        #expect(names.count == 10_000)
    }

    @Test func whatTheSurvivorLacksIsNamed() throws {
        var sample = try PairSample()
        let items = PairSample.row("A")["data_items"] ?? ""
        let portfolio = sample.portfolio([
            PairSample.row("A", ["data_subjects": "Pension Credit claimants"]),
            PairSample.row(
                "B", ["data_items": items + "; Sort code", "data_subjects": "Carers", "frequency": "Monthly"]),
        ])
        let additions = portfolio.additions(to: ShareReference("A"), from: [ShareReference("B")])
        #expect(additions.items == ["Bank sort code"])
        #expect(additions.frequency == "monthly")
        #expect(additions.subjects.count == 1)
        // The other way there is nothing but the people.
        let back = portfolio.additions(to: ShareReference("B"), from: [ShareReference("A")])
        #expect(back.items == [])
        #expect(back.frequency == nil)
    }

    @Test func oneTemplateForManyCouncilsIsAPatternAndNoRedundancy() throws {
        var sample = try PairSample()
        let councils = [
            "Leeds City Council", "Camden", "Kent County Council", "Durham County Council", "Cardiff Council",
        ]
        let portfolio = sample.portfolio(
            councils.enumerated().map { PairSample.row("S\($0.offset)", ["recipient": $0.element]) })
        let findings = portfolio.findings()
        #expect(findings.isEmpty)
        let day = try #require(Day(iso: "2025-01-01"))
        let patterns = portfolio.patterns(on: day, findings: findings)
        #expect(patterns.map(\.kind) == [.umbrella])
        #expect(patterns.first?.shares.count == 5)
    }

    @Test func aShareOpenPastItsEndIsSaidToFlowStill() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([PairSample.row("A", ["end_date": "2024-03-31"])])
        let day = try #require(Day(iso: "2025-01-01"))
        #expect(portfolio.patterns(on: day, findings: []).map(\.kind) == [.expiredFlowing])
    }

    @Test func whatIsNotRecognisedIsListed() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([PairSample.row("A", ["data_items": "Surname; Zorblat quotient"])])
        #expect(portfolio.vocabulary.unrecognised.map(\.text) == ["Zorblat quotient"])
    }
}
