import GRDB
import Ledger
import Shares
import Testing

/// The search for words over the register, and the check that it is the register's.
@Suite struct SearchTests {
    /// What is looked for among “Carers’ Credit, Zürich”, HMRC to DWP, for awards, by date of birth.
    @Test(arguments: [
        ("carers", true), ("CARERS credit", true), ("credit carers", true), ("cred", true), ("zurich", true),
        ("Zu\u{308}rich", true), ("revenue", true), ("hmrc awards", true), ("date-of-birth", true),
        ("DWP-DS-00001", true), ("edit", false), ("carers housing", false), ("birth-of", false), ("", true),
        // Nothing is an operator.
        ("carers OR nothing", false), ("NOT housing", false), ("title:carers", false), ("\"carers", true), ("*", false),
        ("car* NEAR(x)", false), ("'; DROP TABLE share; --", false), ("(", false),
    ])
    func wordsAreFoundWhereverTheyStand(text: String, isFound: Bool) throws {
        let ledger = try Shelf().ledger()
        try SearchTests.keep("DWP-DS-00001", title: "Carers’ Credit, Zürich", in: ledger)
        let filters = text.isEmpty ? [] : [try #require(ShareFilter("text~\(text)"))]
        #expect(try ledger.read { try $0.summaries(where: filters) }.count == (isFound ? 1 : 0))
    }

    @Test func wordsAreSearchedOnlyForWhatTheyContain() {
        #expect(ShareFilter("text=carers") == nil)
        #expect(ShareFilter("text<carers") == nil)
    }

    @Test func aChangedShareIsFoundByItsNewWordsAlone() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        try SearchTests.keep("A", title: "Housing", in: ledger)
        try shelf.statements("UPDATE share SET title = 'Pensions' WHERE reference = 'A'")
        #expect(try SearchTests.found("housing", in: ledger) == [])
        #expect(try SearchTests.found("pensions", in: ledger) == ["A"])
        #expect(try ledger.write { try $0.searchFaults() } == [])
    }

    @Test(arguments: [
        (
            ["UPDATE searched SET title = 'Nothing' WHERE reference = 'A'"],
            ["The words by which A is found are not those of the register."]
        ),
        (
            ["DELETE FROM searched WHERE reference = 'B'"],
            ["The words by which B is found are not those of the register."]
        ),
        (["INSERT INTO search (search) VALUES ('delete-all')"], []),
    ])
    func whatIsSearchedIsComparedWithTheRegister(statements: [String], faults: [String]) throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        for reference in ["A", "B"] { try SearchTests.keep(reference, title: "Housing", in: ledger) }
        #expect(try ledger.write { try $0.searchFaults() } == [])
        try shelf.tamperAll(statements)
        let index = "The index of words is not that of the register."
        #expect(try ledger.write { try $0.searchFaults() } == faults + [index])
    }

    @Test func aBackupFindsTheSameShares() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        for (reference, title) in [("C", "Housing"), ("A", "Pensions"), ("B", "Housing")] {
            try SearchTests.keep(reference, title: title, in: ledger)
        }
        try ledger.backUp(to: shelf.path("backup.sqlite"))
        let backup = try Ledger.open(file: shelf.path("backup.sqlite"))
        #expect(try SearchTests.found("housing", in: backup) == ["B", "C"])
        #expect(try backup.write { try $0.searchFaults() } == [])
    }

    // MARK: - Keeping and finding

    private static func keep(_ reference: String, title: String, in ledger: Ledger) throws {
        let event = try Sample.registration(of: reference, title: title)
        let share = try #require(Share(first: event))
        try ledger.write { try $0.append([event], making: share, definitions: try Sample.definitions()) }
    }

    private static func found(_ text: String, in ledger: Ledger) throws -> [String] {
        let filter = try #require(ShareFilter("text~\(text)"))
        return try ledger.read { try $0.summaries(where: [filter]) }.map(\.reference.rawValue)
    }
}

extension Shelf {
    /// Runs statements with the triggers in place.
    func statements(_ statements: String...) throws {
        let queue = try DatabaseQueue(path: path())
        try queue.write { database in
            for statement in statements { try database.execute(sql: statement) }
        }
        try queue.close()
    }

    func tamperAll(_ statements: [String]) throws {
        for statement in statements { try tamper("register.sqlite", statement) }
    }
}
