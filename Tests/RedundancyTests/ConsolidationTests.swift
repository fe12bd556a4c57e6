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

    @Test(arguments: [
        (Stage.suspended, "is suspended"), (Stage.expired, "has expired"), (Stage.approval, "is not in force yet"),
    ]) func whatFlowsIsProposedBeforeWhatStandsStill(stage: Stage, why: String) throws {
        var sample = try PairSample()
        let items = PairSample.row("A")["data_items"] ?? ""
        var outer = sample.share(PairSample.row("OUTER", ["data_items": items + "; Sort code; Account number; Tenure"]))
        outer.stage = stage
        var inner = sample.share(PairSample.row("INNER"))
        inner.stage = .inherited
        let portfolio = Portfolio([outer, inner], names: sample.names)
        let cluster = try #require(portfolio.clusters(portfolio.findings()).first)
        #expect(cluster.survivor == ShareReference("INNER"))
        #expect(cluster.reason == "Data flows under it, while OUTER, which would come first otherwise, \(why).")
        #expect(cluster.caution == nil)
        // What is chosen all the same is told of.
        let chosen = portfolio.cluster(
            of: cluster.members, findings: cluster.findings, survivor: ShareReference("OUTER"))
        let caution = "OUTER \(why): no data flows under it, as it does under INNER."
        #expect(chosen.caution == caution)
        #expect(chosen.reason == "It was chosen. \(caution)")
        inner.stage = .suspended
        let still = Portfolio([outer, inner], names: sample.names)
        let proposed = try #require(still.clusters(still.findings()).first)
        #expect(proposed.survivor == ShareReference("OUTER"))
        #expect(proposed.caution == "OUTER \(why): no data flows under any of the shares.")
    }

    @Test func whatBothCarryInOtherWordsIsNotToBeTakenOver() throws {
        var sample = try PairSample()
        let rest = "; National Insurance number; Date of birth; Address; Postcode; Benefit type"
        let rows = [
            PairSample.row("PARTS", ["data_items": "Forename; Surname" + rest]),
            PairSample.row("WHOLE", ["data_items": "Full name" + rest + "; Sort code"]),
        ]
        let portfolio = sample.portfolio(rows)
        let found = try #require(portfolio.findings().first)
        #expect(found.explanation.contains("6 data items in both: "))
        let (parts, whole) = (ShareReference("PARTS"), ShareReference("WHOLE"))
        #expect(portfolio.additions(to: parts, from: [whole]).items == ["Bank sort code"])
        #expect(portfolio.additions(to: whole, from: [parts]).items == [])
        let counts = portfolio.counts(ofItemsIn: rows.map { sample.share($0) })
        #expect(counts.map { $0.count { $0.value == 1 } } == [0, 1])
        #expect(counts.map(\.count) == [7, 7])
    }

    @Test func aConditionThatOnlyOneHasIsToBeTakenOver() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([
            PairSample.row("A"),
            PairSample.row("B", ["special_category_condition": "9(2)(j)", "criminal_offence_condition": "Article 10"]),
        ])
        let additions = portfolio.additions(to: ShareReference("A"), from: [ShareReference("B")])
        #expect(additions.conditions == ["Article 10", "Article 9(2)(j)"])
        #expect(additions.inWords == "conditions Article 10, Article 9(2)(j)")
        #expect(portfolio.additions(to: ShareReference("B"), from: [ShareReference("A")]).isEmpty)
        // What was to be added is known again when the survivor is asked whether it carries it.
        var asked = sample.share(PairSample.row("ASKED", ["frequency": "", "data_items": "", "data_subjects": ""]))
        asked.bases = (additions.conditions ?? []).map { Stated($0) }
        let carriers = try ["A", "B"].map { reference in
            try #require(
                [
                    "A": sample.share(PairSample.row("A")),
                    "B": sample.share(
                        PairSample.row(
                            "B", ["special_category_condition": "9(2)(j)", "criminal_offence_condition": "Article 10"])),
                ][reference])
        }
        #expect(sample.names.wanting(carriers.map { ($0, asked) }).map(\.isEmpty) == [false, true])
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
