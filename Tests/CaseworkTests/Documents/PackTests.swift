import Casework
import Shares
import Testing

@Suite("The board's pack")
struct PackTests {
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["title": "<b>Earnings</b> & more", "review_date": "2026-03-31"]),
            Row("B", ["title": "Second share", "data_owner": "", "review_date": "2026-06-30"]),
            Row("F", ["title": "Third share", "recipient": "Wigan Widgets Ltd", "end_date": "2026-03-31"]),
        ])
        return desk
    }

    private func pack(_ desk: Desk, _ scope: PackScope = .whole) async throws -> String {
        String(decoding: try await desk.office.boardPack(scope, format: .html).bytes, as: UTF8.self)
    }

    @Test func everySectionIsThereAndSaysWhatTheRegisterSays() async throws {
        let page = try await pack(try desk())
        for heading in [
            "Summary", "Decisions asked for", "The portfolio in figures", "Overdue reviews", "Redundancy clusters",
            "Risks", "Owners missing", "Open shares",
        ] {
            #expect(page.contains("</span>\(heading)</h2>"), "\(heading)")
        }
        #expect(!page.contains("How targets are kept"), "no clock has run")
        #expect(page.contains("3 shares open, of 3 on record."))
        #expect(
            page.contains(
                "<th scope=\"row\">A</th><td>&lt;b&gt;Earnings&lt;/b&gt; &amp; more</td><td>31 March 2026</td>"))
        #expect(page.contains("No data owner is appointed: the hub appoints one."))
        #expect(page.contains("<th scope=\"row\">F</th><td>Third share</td><td>31 March 2026</td>"))
    }

    @Test func everyChartHasWordsAndATableWithTheSameFigures() async throws {
        let page = try await pack(try desk())
        let charts = page.split(separator: "<svg ").count - 1
        #expect(charts >= 4)
        #expect(page.split(separator: "role=\"img\" aria-labelledby=\"chart-").count - 1 == charts)
        #expect(page.contains("Live, inherited: 3"))
        #expect(page.contains("<th scope=\"row\">Live, inherited</th><td>3</td>"))
    }

    @Test func whereClocksRanTheTargetsAreInAnAnnex() async throws {
        let desk = try Desk()
        try Life.propose("P", at: desk)
        try desk.act("submit", on: "P", by: "requester")
        #expect(try await pack(desk).contains("</span>How targets are kept</h2>"))
    }

    /// The department is no partner of its own, and what is not shown is counted.
    @Test func partnersAreOthersAndThoseNotShownAreCounted() async throws {
        let desk = try Desk()
        let bodies = (1...14).map { "Body \($0) Limited" }
        try desk.importing(
            bodies.enumerated().map { Row("S\($0.offset)", ["recipient": "DWP", "provider": $0.element]) })
        let page = try await pack(desk)
        #expect(page.contains("<caption>Partner: the first 12 of 14, 2 more are in the report</caption>"))
        #expect(!page.contains("Department for Work and Pensions</th><td>"))
        #expect(try desk.office.report().partners.count == 14)
    }

    @Test func overdueReviewsOfTheSpokesAddUpToAllOfThem() async throws {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["review_date": "2026-03-31", "spoke": "fraud-error-debt"]),
            Row("B", ["review_date": "2026-03-31", "status": "Lapsed", "end_date": "2026-01-31"]),
            Row("C", ["review_date": "2026-03-31", "status": "On hold"]),
            Row("D", ["review_date": "2026-03-31", "status": "Closed"]),
        ])
        let report = try desk.office.report()
        #expect(report.reviewsOverdue == 2)
        #expect(report.spokes.map(\.reviewsOverdue).reduce(0, +) == 2)
        #expect(try await pack(desk).contains("2 reviews overdue"))
    }

    @Test func aPartnersPackHoldsItsSharesAlone() async throws {
        let page = try await pack(try desk(), .partner("wigan widgets ltd"))
        #expect(page.contains("Third share"))
        #expect(!page.contains("Second share"))
        #expect(page.contains("1 share open, of 1 on record."))
    }

    @Test func whatIsNotKnownIsRefused() async throws {
        let desk = try desk()
        for (scope, rule) in [
            (PackScope.partner("Nobody at all"), "unknown-partner"), (.spoke("no-such-spoke"), "unknown-spoke"),
        ] {
            await #expect {
                _ = try await desk.office.boardPack(scope, format: .html)
            } throws: { error in
                (error as? Findings)?.all.map(\.rule) == [rule]
            }
        }
    }

    @Test func itIsAnOpenDocumentTextToo() async throws {
        let document = try await desk().office.boardPack(.whole, format: .odt)
        #expect(document.bytes.starts(with: "PK".utf8))
        #expect(document.title == "Data-sharing governance board: portfolio pack: The whole portfolio")
        // Names of files stand in a zip file as they are: each chart in its place and in the list of contents.
        let names = String(decoding: document.bytes, as: UTF8.self)
        for number in 1...4 {
            #expect(names.split(separator: "Pictures/chart-\(number).svg").count == 3, "\(number)")
        }
    }
}
