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
            "Risks", "Owners missing", "Open shares", "How targets are kept",
        ] {
            #expect(page.contains("</span>\(heading)</h2>"), "\(heading)")
        }
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
