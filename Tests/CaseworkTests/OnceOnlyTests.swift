import Casework
import Ledger
import Shares
import Testing

/// What programs asked for under a key is told again for a day, and then forgotten.
@Suite struct OnceOnlyTests {
    private static let once = OnceOnly(key: "k-1", request: Array("POST".utf8))
    private static let hub = PersonID("hub")

    private static func add(_ name: String, at desk: Desk) throws -> SavedView {
        try desk.office.saveView(SavedView(name: name, query: "stage=live"), of: hub, once: once)
    }

    private static func isRemembered(_ desk: Desk) throws -> Bool {
        try desk.office.ledger.read { try $0.requestDone(by: hub, key: "k-1") } != nil
    }

    @Test func aKeyIsForgottenAfterADay() throws {
        let desk = try Desk()
        try desk.set(at: "2026-04-01T08:00:00.000Z")
        #expect(try Self.add("Mine", at: desk).name == "Mine")
        try desk.set(at: "2026-04-02T08:00:00.000Z")
        _ = try desk.office.tick()
        // Under the same key what was asked is told, whatever is asked.
        #expect(try Self.add("Another", at: desk).name == "Mine")
        try desk.set(at: "2026-04-02T08:00:00.001Z")
        _ = try desk.office.tick()
        #expect(try !Self.isRemembered(desk))
        #expect(try Self.add("Another", at: desk).name == "Another")
        #expect(try desk.office.savedViews(of: Self.hub).map(\.name) == ["Another", "Mine"])
    }

    /// A row that was kept out is told by its place alone.
    @Test func anImportThatIsToldAgainHasNoTextOfRowsThatWereKeptOut() throws {
        let desk = try Desk()
        let register = Row.csv([Row("A"), Row("B", ["start_date": "32/13/2023", "title": "Nobody should keep this"])])
        var reports: [ImportReport] = []
        for _ in 1...2 {
            reports.append(
                try desk.office.importRegister(
                    sent: SentFile(name: "new.csv", bytes: Array(register.utf8)), mapping: nil, isDryRun: false,
                    skipsInvalid: true, as: Self.hub, once: Self.once))
        }
        #expect(reports.map(\.registered) == [1, 1] && reports[0].findings == reports[1].findings)
        #expect(reports.map { $0.rejected.map(\.row.firstRow) } == [[3], [3]])
        let kept = try desk.office.ledger.read { try $0.requestDone(by: Self.hub, key: "k-1") }
        #expect(kept?.result.contains("Nobody should keep this") == false)
        #expect(try desk.office.history(of: ShareReference("A")).count == 1)
    }
}
