import Casework
import Shares
import Testing
import Workflows

/// What a board is shown beyond the report, counted by hand.
@Suite struct BoardTests {
    private static let hub = Person(id: PersonID("hub"), name: "Hub", roles: ["hub"], organisation: "DWP")

    private static func assessed(_ reference: String, at desk: Desk) throws {
        try Life.propose(reference, at: desk)
        try Life.live(Array(Life.proposed.prefix(8)), reference, at: desk)
        for risk in ["Loss", "A wrong match"] {
            try desk.act(
                "record-risk", on: reference, by: "owner",
                ["risk": risk, "likelihood": "possible", "severity": "severe"])
        }
        try desk.act(
            "record-measure", on: reference, by: "owner",
            [
                "reference": "1", "measures": "Encrypt", "effect": "reduced", "residual-likelihood": "remote",
                "residual-severity": "minimal", "owner": "security", "due": "2026-05-20",
            ])
    }

    @Test func risksCountAsTheyRemainAfterTheirMeasuresAndAsOfADay() throws {
        let desk = try Desk()
        try Self.assessed("A", at: desk)
        let first = try desk.office.board(for: Self.hub).assessed
        #expect(first.shares == 1)
        #expect(
            first.counts == [RiskCell(.remote, .minimal): 1, RiskCell(.possible, .severe): 1])
        try desk.set("2026-04-02")
        try desk.act(
            "record-measure", on: "A", by: "owner",
            [
                "reference": "2", "measures": "A person looks", "effect": "reduced", "residual-likelihood": "remote",
                "residual-severity": "severe", "owner": "security", "due": "2026-05-20",
            ])
        let now = try desk.office.board(for: Self.hub).assessed.counts
        #expect(now == [RiskCell(.remote, .minimal): 1, RiskCell(.remote, .severe): 1])
        #expect(try desk.office.board(asAt: Day(iso: "2026-04-01"), for: Self.hub).assessed == first)
        #expect(try desk.office.board(asAt: Day(iso: "2026-03-31"), for: Self.hub).assessed.counts == [:])
    }

    @Test func theTrendShowsEachQuarterAsItWasRecorded() throws {
        let desk = try Desk(on: "2026-02-10")
        try desk.importing([
            Row("A", ["transfer_method": "SFTP"]), Row("B", ["transfer_method": "Email"]),
            Row("C", ["transfer_method": "Carrier pigeon"]),
            Row("D", ["transfer_method": "Email", "status": "Closed"]),
        ])
        let first = try desk.office.board(for: Self.hub).channelTrend
        #expect(first.map(\.day.description) == ["2026-02-10"])
        try desk.set("2026-05-02")
        try desk.importing(
            [
                Row("A", ["transfer_method": "API"]), Row("B", ["transfer_method": "API"]),
                Row("C", ["transfer_method": "Carrier pigeon"]),
                Row("D", ["transfer_method": "Email", "status": "Closed"]),
            ], as: "later.csv")
        let trend = try desk.office.board(for: Self.hub).channelTrend
        #expect(trend.map(\.day.description) == ["2026-03-31", "2026-05-02"])
        #expect(trend.map(\.channels) == [3, 2])
        #expect(trend.map(\.counts.strategic) == [0, 2])
        #expect(trend.map(\.counts.unknown) == [1, 1])
        #expect(trend.map(\.counts).allSatisfy { $0.strategic + $0.tolerated + $0.legacy + $0.unknown == 3 })
    }

    @Test func whatIsSuspendedDoesNotFlow() throws {
        let desk = try Desk(on: "2026-02-10")
        try desk.importing([Row("A"), Row("B", ["status": "On hold"])])
        try desk.set("2026-05-02")
        let trend = try desk.office.board(for: Self.hub).channelTrend
        #expect(trend.map(\.counts.strategic) == [1, 1])
        #expect(try desk.office.report().strategicChannels == 2)
    }

    @Test func channelsAreCountedByTheYearInWhichSharesBegan() throws {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["start_date": "2019-04-01", "transfer_method": "Email"]),
            Row("B", ["start_date": "2023-04-01"]), Row("C", ["start_date": ""]),
            Row("D", ["start_date": "2019-05-01", "status": "Closed"]),
        ])
        let years = try desk.office.board(for: Self.hub).channelsByYear
        #expect(years.map(\.year) == [2019, 2023, nil])
        #expect(years.map(\.counts.legacy) == [1, 0, 0])
        #expect(years.map(\.counts.strategic) == [0, 1, 1])
    }

    @Test func whatIsKeptIsForgottenOnceSomethingIsRecorded() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        #expect(try desk.office.board(for: Self.hub).report.shares == 1)
        #expect(try desk.office.shareMap(for: Self.hub).flows.map(\.shares) == [1])
        #expect(try desk.office.dataItems(for: Self.hub).map(\.shares) == [1, 1])
        try desk.importing([Row("A"), Row("B")], as: "later.csv")
        #expect(try desk.office.board(for: Self.hub).report.shares == 2)
        #expect(try desk.office.shareMap(for: Self.hub).flows.map(\.shares) == [2])
        #expect(try desk.office.dataItems(for: Self.hub).map(\.shares) == [2, 2])
        // The review of 1 December is not overdue before the day is over.
        try desk.set("2026-12-02")
        #expect(try desk.office.board(for: Self.hub).report.reviewsOverdue == 2)
    }
}
