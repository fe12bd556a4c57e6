import SamplePortfolios
import Shares
import Testing

/// What an official would notice about 1,500 shares, within the bounds that make them believable.
@Suite struct SampleRealismTests {
    private static let seeds: [UInt64] = [1, 2, 42]

    private func share(_ rows: [SampleRow], _ isCounted: (SampleRow) -> Bool) -> Double {
        Double(rows.filter(isCounted).count) / Double(rows.count)
    }

    @Test(arguments: seeds) func mostSharesAreLiveAndEveryStageOccurs(seed: UInt64) throws {
        let rows = Array(try SampleInputs.portfolio(1500, seed: seed))
        #expect((0.58...0.75).contains(share(rows) { $0.stage == .live }))
        #expect((0.02...0.08).contains(share(rows) { $0.stage == .lapsed }))
        for stage in SampleStage.allCases {
            #expect(rows.contains { $0.stage == stage }, "\(stage)")
        }
        #expect(Set(rows.map(\.status)).count >= 15)
    }

    @Test(arguments: seeds) func aboutOneOwnerInSevenIsBlank(seed: UInt64) throws {
        let rows = Array(try SampleInputs.portfolio(1500, seed: seed))
        #expect((0.12...0.18).contains(share(rows) { $0.dataOwner.isEmpty }))
    }

    @Test(arguments: seeds) func aboutOneReviewInEightIsOverdue(seed: UInt64) throws {
        let rows = Array(try SampleInputs.portfolio(1500, seed: seed))
        let overdue = share(rows) { row in
            guard row.stage == .live || row.stage == .lapsed || row.stage == .suspended else { return false }
            return RegisterDay.day(row.reviewDate).map { $0 < SamplePortfolio.usualDay } ?? false
        }
        #expect((0.09...0.16).contains(overdue))
        #expect((0.10...0.30).contains(share(rows) { $0.reviewDate.isEmpty }))
    }

    @Test func everyDateCanBeReadAndFitsItsStage() throws {
        let today = SamplePortfolio.usualDay
        var unread: [String] = []
        var misplaced: [String] = []
        var backwards = 0
        for row in try SampleInputs.portfolio(10_000) {
            let texts = [row.startDate, row.endDate, row.reviewDate]
            let days = texts.map(RegisterDay.day)
            unread += zip(texts, days).filter { !$0.isEmpty && $1 == nil }.map(\.0)
            guard let start = days[0] else { continue }
            if row.stage == .live && start > today { misplaced.append(row.reference) }
            guard let end = days[1] else { continue }
            if end < start { backwards += 1 }
            if (row.stage == .lapsed || row.stage == .expired) && end >= today { misplaced.append(row.reference) }
        }
        #expect(unread.isEmpty)
        #expect(misplaced.isEmpty)
        #expect((10...80).contains(backwards), "a few end before they start")
    }

    /// The Public Authorities (Fraud, Error and Recovery) Act 2025 allows notices to banks from 2 February 2026.
    @Test func noShareBeginsBeforeItsLaw() throws {
        let notices = try SampleInputs.portfolio(10_000).filter { $0.flow == "evn" }
        let starts = notices.compactMap { RegisterDay.day($0.startDate) }
        let law = try #require(Day(iso: "2026-02-02"))
        #expect(starts.count >= 40)
        #expect(starts.allSatisfy { $0 >= law })
    }

    @Test func datesAreWrittenInAtLeastFiveWays() throws {
        let starts = try SampleInputs.portfolio(1500).map(\.startDate)
        #expect(starts.contains { $0.contains("-") })
        #expect(starts.contains { $0.contains("/") })
        #expect(starts.contains { $0.hasSuffix(" 2020") && $0.contains("st ") })
        #expect(starts.contains { $0.contains(" Feb ") })
        #expect(starts.contains { $0.contains(" February ") })
    }

    @Test(arguments: seeds) func oneFlowReachesNearlyEveryCouncilAndLeads(seed: UInt64) throws {
        let rows = Array(try SampleInputs.portfolio(1500, seed: seed))
        let flows = Dictionary(grouping: rows, by: \.flow).mapValues(\.count)
        #expect(flows.max { $0.value < $1.value }?.key == "searchlight-councils")
        let councils = Set(rows.filter { $0.flow == "searchlight-councils" }.map(\.recipientID))
        #expect(councils.count >= 300)
    }

    @Test(arguments: seeds) func everyFlowOfTheFileAppears(seed: UInt64) throws {
        let flows = Set(try SampleInputs.flows().flows.map(\.id))
        #expect(Set(try SampleInputs.portfolio(1500, seed: seed).map(\.flow)) == flows)
    }

    @Test func aDuplicateSharesItsFlowWithTheRowThatItNames() throws {
        let rows = Array(try SampleInputs.portfolio(1500))
        let flows = Dictionary(uniqueKeysWithValues: rows.map { ($0.reference, $0) })
        var duplicates = 0
        for row in rows {
            guard case .duplicate(let reference) = row.relation else { continue }
            duplicates += 1
            let original = try #require(flows[reference])
            #expect(original.flow == row.flow && original.relation == .none && original.reference != row.reference)
        }
        #expect((38...52).contains(duplicates), "three in a hundred")
    }
}
