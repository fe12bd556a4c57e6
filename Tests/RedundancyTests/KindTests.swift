import Redundancy
import Shares
import Testing

/// The table of kinds, row by row.
struct KindTests {
    private typealias Sample = PairSample

    @Test func theSameFlowUnderOtherWordsIsADuplicate() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("A"),
            PairSample.row(
                "B",
                [
                    "title": "WHD entitlement confirmation", "provider": "Department for Work & Pensions",
                    "recipient": "DESNZ", "purpose": "Checking that people on PC are eligible for the WHD.",
                    "data_items": "NINO; first_name; familyName; dob (dd/mm/yyyy); address; post code; benefit type",
                    "data_subjects": "PC claimants", "frequency": "yearly", "start_date": "1 June 2023",
                ]),
        ])
        #expect(found.map(\.kind) == [.duplicate])
        #expect(found.first?.explanation.contains("Warm Home Discount") == true)
    }

    @Test func aNewAgreementAtTheOldOnesEndIsARenewalOldFirst() throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("NEW", ["start_date": "2026-04-01", "end_date": "2029-03-31"]), PairSample.row("OLD"),
        ])
        #expect(found.map(\.kind) == [.renewal])
        #expect(found.first?.a.rawValue == "OLD")
        #expect(found.first?.explanation.contains("31 March 2026") == true)
    }

    @Test func allOfOneWithinABroaderOneIsSubsumedInnerFirst() throws {
        var sample = try PairSample()
        let items = PairSample.row("A")["data_items"] ?? ""
        let found = sample.findings([
            PairSample.row(
                "OUTER", ["data_items": items + "; Sort code; Account number; Tenure; Council tax band"]),
            PairSample.row("INNER"),
        ])
        #expect(found.map(\.kind) == [.subsumed])
        #expect(found.first?.a.rawValue == "INNER")
    }

    @Test(arguments: [
        ["data_subjects": "Prisoners", "purpose": "To verify entitlement to Warm Home Discount for prisoners"],
        [
            "title": "Warm Home Discount eligibility check (UAT)",
            "purpose": "User acceptance testing with synthetic data",
        ],
        ["title": "Warm Home Discount statistics", "purpose": "To produce official statistics on Warm Home Discount"],
        ["status": "Closed"],
        ["recipient": "Ofgem"],
        [
            "title": "Blue Badge eligibility check", "legal_gateway": "Welfare Reform Act 2012, section 131",
            "purpose": "To verify entitlement to a Blue Badge for Pension Credit claimants",
        ],
    ])
    func whatOnlyLooksAlikeIsNotReported(_ fields: [String: String]) throws {
        var sample = try PairSample()
        #expect(sample.findings([PairSample.row("A"), PairSample.row("B", fields)]).isEmpty)
    }

    @Test func theFindingsOfAWholeRegisterDoNotDependOnItsOrder() throws {
        let made = LabelledPortfolio(try Samples.world("a", seed: 5), count: 400, heldOut: 0.2, seed: 5)
        var random = SplitMix(seed: 5)
        let findings = try Samples.portfolio(made.rows).findings(minimumScore: 0.1)
        let shuffled = try Samples.portfolio(made.rows.shuffled(using: &random)).findings(minimumScore: 0.1)
        #expect(findings == shuffled)
    }

    @Test func theFindingsDoNotDependOnTheOrderOfTheShares() throws {
        var sample = try PairSample()
        let rows = [
            PairSample.row("A"), PairSample.row("B", ["start_date": "2023-09-01"]),
            PairSample.row("C", ["recipient": "Ofgem"]),
            PairSample.row("D", ["start_date": "2026-05-01", "end_date": ""]),
        ]
        #expect(sample.findings(rows) == sample.findings(rows.reversed()))
    }

    @Test func oneNewShareIsWarnedOfAsItWouldBeInTheWhole() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([PairSample.row("A"), PairSample.row("C", ["recipient": "Ofgem"])])
        let new = sample.share(PairSample.row("B", ["start_date": "2023-09-01"]))
        #expect(portfolio.findings(for: new).map(\.kind) == [.duplicate])
    }

    /// What has changed since the portfolio was read counts as it is now: a copy that came is seen, one that ended is not.
    @Test func oneNewShareIsComparedWithWhatHasChangedSince() throws {
        var sample = try PairSample()
        let portfolio = sample.portfolio([PairSample.row("A"), PairSample.row("C", ["recipient": "Ofgem"])])
        let new = sample.share(PairSample.row("B", ["start_date": "2023-09-01"]))
        var ended = sample.share(PairSample.row("A"))
        ended.isOpen = false
        let came = sample.share(PairSample.row("D", ["start_date": "2023-10-01"]))
        #expect(portfolio.findings(for: new, changed: [ended]) == [])
        let found = portfolio.findings(for: new, changed: [ended, came])
        #expect(found.map { Set([$0.a.rawValue, $0.b.rawValue]) } == [["B", "D"]])
        #expect(found.map(\.kind) == [.duplicate])
    }

    /// DWP gives to DESNZ what Ofgem has from it as well; the feed must be about the people whose data is passed on.
    @Test(arguments: [("Pension Credit claimants", [RedundancyKind.indirect]), ("Prisoners", [])])
    func whatIsPassedOnMustComeInTheFeed(_ people: String, _ kinds: [RedundancyKind]) throws {
        var sample = try PairSample()
        let found = sample.findings([
            PairSample.row("FEED", ["data_subjects": people]),
            PairSample.row(
                "ONWARD", ["provider": "Department for Energy Security and Net Zero", "recipient": "Ofgem"]),
            PairSample.row("DIRECT", ["recipient": "Ofgem"]),
        ])
        #expect(found.map(\.kind) == kinds)
    }
}
