import Foundation
import GRDB
import Ledger
import Shares
import Testing

/// A file that is not ours is refused with its reason, and not a byte of it is changed.
@Suite struct OpeningTests {
    private func refusal(_ shelf: Shelf, _ name: String = "register.sqlite") -> LedgerError? {
        do {
            _ = try Ledger.open(file: shelf.path(name))
            return nil
        } catch {
            return error as? LedgerError
        }
    }

    @Test func aTextFileIsNoLedger() throws {
        let shelf = try Shelf()
        for text in ["reference,title\n", "SQLite format 4\u{0}", "x"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: shelf.path()))
            #expect(refusal(shelf) == .notALedger(file: shelf.path()))
            #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path())) == Data(text.utf8))
        }
    }

    @Test func aDatabaseOfAnotherProgramIsNoLedger() throws {
        let shelf = try Shelf()
        let queue = try DatabaseQueue(path: shelf.path())
        try queue.write { try $0.execute(sql: "CREATE TABLE event (id INTEGER)") }
        try queue.close()
        #expect(refusal(shelf) == .notALedger(file: shelf.path()))
        let again = try DatabaseQueue(path: shelf.path())
        let tables = try again.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") }
        #expect(tables == ["event"])
    }

    @Test func aDamagedDatabaseIsRefused() throws {
        let shelf = try Shelf()
        try Data(Array("SQLite format 3\u{0}".utf8) + [UInt8](repeating: 0xA5, count: 8000))
            .write(to: URL(fileURLWithPath: shelf.path()))
        #expect(refusal(shelf) != nil)
    }

    @Test func aDatabaseOfANewerSchemaIsLeftAlone() throws {
        let shelf = try Shelf()
        _ = try shelf.ledger()
        let queue = try DatabaseQueue(path: shelf.path())
        try queue.write {
            try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99: what is to come')")
        }
        try queue.close()
        #expect(refusal(shelf) == .newerSchema(file: shelf.path()))
    }

    @Test func aFolderOrAMissingFolderIsSaidToBe() throws {
        let shelf = try Shelf()
        for path in [".", "no/such/folder/register.sqlite"] {
            guard case .cannotOpen? = refusal(shelf, path) else {
                Issue.record("\(path) was opened")
                continue
            }
        }
    }

    @Test func aLedgerOpenedAgainHoldsWhatItHeld() throws {
        let shelf = try Shelf()
        let share = try Sample.keep("DWP-DS-00001", moves: 2, in: try shelf.ledger())
        #expect(try Ledger.open(file: shelf.path()).read { try $0.share(share.reference) } == share)
    }

    @Test func everyErrorIsASentence() {
        let errors: [LedgerError] = [
            .cannotOpen(file: "f", why: "it is a folder"), .notALedger(file: "f"), .newerSchema(file: "f"),
            .notDurable(file: "f"), .unreadableEvent(position: 1, why: "w"), .fileExists("f"), .diskFull,
            .transactionLost,
        ]
        for error in errors { #expect(error.sentence.hasSuffix(".") && error.sentence.count > 20) }
    }
}
