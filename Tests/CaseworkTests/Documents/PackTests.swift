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

    private func pack(_ desk: Desk, _ scope: PackScope = .whole, annexes: PackAnnexes = .all) async throws -> String {
        String(
            decoding: try await desk.office.boardPack(scope, annexes: annexes, format: .html).bytes, as: UTF8.self)
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

    /// A register on paper is no paper for a meeting.
    @Test func withoutAnnexesLongListsAreShort() async throws {
        let desk = try Desk()
        try desk.importing(
            (1...12).map { Row("S\($0)", ["review_date": "2026-03-\($0 + 10)", "data_owner": "Head of Pensions"]) })
        let paper = try await pack(desk, annexes: .none)
        #expect(paper.contains("<caption>Reviews overdue: the first 10 of 12, all in a pack with annexes</caption>"))
        #expect(!paper.contains("class=\"annex\""))
        let whole = try await pack(desk, annexes: .all)
        #expect(whole.contains("<caption>Reviews overdue: the first 10 of 12, all of which are in an annex</caption>"))
        #expect(whole.split(separator: "class=\"annex\"").count == 3, "reviews overdue, and every open share")
        #expect(
            whole.split(separator: "<th scope=\"row\">S12</th>").count == 4,
            "once in each, and where nobody answers: by reference it is among the first ten")
    }

    /// A name in the register is not somebody who answers.
    @Test func whoIsNamedAndNotAppointedAnswersForNothing() async throws {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["data_owner": "Head of Pensions", "review_date": "2026-03-01"]), Row("B", ["data_owner": ""]),
        ])
        let page = try await pack(desk, annexes: .none)
        #expect(
            page.contains(
                "Nobody answers today for 2 open shares (no data owner named: 1; data owner named, not appointed: 1)."))
        #expect(page.contains("<td>1 March 2026</td><td>Nobody; the register names Head of Pensions</td>"))
    }

    @Test func redundantSharesAreAmongTheDecisionsAskedFor() async throws {
        let desk = try Desk()
        let same = ["title": "Earnings check", "data_items": "National Insurance number; Name; Earnings"]
        try desk.importing([Row("A", same), Row("B", same)])
        let page = try await pack(desk, annexes: .none)
        #expect(page.contains("1 decision asked for: 0 sign-offs, 1 cluster of redundant shares."))
        #expect(page.contains("The board is asked to decide on 1 cluster of redundant shares"))
        #expect(page.contains("<td>A, Earnings check</td><td>B, Earnings check</td>"))
    }

    @Test func whatIsNotKnownIsRefused() async throws {
        let desk = try desk()
        for (scope, rule) in [
            (PackScope.partner("Nobody at all"), "unknown-partner"), (.spoke("no-such-spoke"), "unknown-spoke"),
        ] {
            await #expect {
                _ = try await desk.office.boardPack(scope, annexes: .none, format: .html)
            } throws: { error in
                (error as? Findings)?.all.map(\.rule) == [rule]
            }
        }
    }

    @Test func itIsAnOpenDocumentTextToo() async throws {
        let document = try await desk().office.boardPack(.whole, annexes: .none, format: .odt)
        #expect(document.bytes.starts(with: "PK".utf8))
        #expect(document.title == "Data-sharing governance board: portfolio pack: The whole portfolio")
        // Names of files stand in a zip file as they are: each chart in its place and in the list of contents.
        let names = String(decoding: document.bytes, as: UTF8.self)
        for number in 1...4 {
            #expect(names.split(separator: "Pictures/chart-\(number).svg").count == 3, "\(number)")
        }
    }
}
