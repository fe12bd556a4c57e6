import Foundation
import Ledger
import Shares
import Synchronization
import Testing

@Suite struct BackupTests {
    @Test func aBackupWrittenWhileOthersWriteIsWhole() async throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        let other = try Ledger.open(file: shelf.path())
        let copies = (1...5).map { shelf.path("backup-\($0).sqlite") }
        let acknowledged = Acknowledged()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...60 {
                    try Sample.keep("DWP-\(number)", moves: 1, in: other)
                    acknowledged.count.withLock { $0 = number }
                }
            }
            for copy in copies {
                let before = acknowledged.count.withLock { $0 }
                try ledger.backUp(to: copy)
                let verification = try Sample.verify(try Ledger.open(file: copy))
                #expect(verification.faults == [])
                #expect(verification.shares >= before, "what was acknowledged before the backup is in it")
                #expect(verification.position.size == verification.shares * 2)
            }
            try await group.waitForAll()
        }
        #expect(try Sample.verify(ledger).shares == 60)
    }

    @Test func nothingIsOverwritten() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        try Sample.keep("DWP-DS-00001", in: ledger)
        let copy = shelf.path("backup.sqlite")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: copy))
        #expect(throws: LedgerError.fileExists(copy)) { try ledger.backUp(to: copy) }
        #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
        try FileManager.default.removeItem(atPath: copy)
        try ledger.backUp(to: copy)
        #expect(throws: LedgerError.fileExists(shelf.path())) { try Ledger.restore(backup: copy, to: shelf.path()) }
    }

    @Test func aBackupRestoredIsTheLedgerItWas() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        let share = try Sample.keep("DWP-DS-00001", moves: 2, in: ledger)
        try ledger.backUp(to: shelf.path("backup.sqlite"))
        try Sample.keep("DWP-DS-00002", in: ledger)
        try Ledger.restore(backup: shelf.path("backup.sqlite"), to: shelf.path("restored.sqlite"))
        let restored = try Ledger.open(file: shelf.path("restored.sqlite"))
        #expect(try Sample.verify(restored).faults == [])
        #expect(try restored.read { try $0.share(share.reference) } == share)
        #expect(try restored.read { try $0.shareCount() } == 1)
    }

    @Test func whatIsNoBackupIsNotRestored() throws {
        let shelf = try Shelf()
        let target = shelf.path("restored.sqlite")
        for text in ["", "not a database", "SQLite format 3\u{0}"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: shelf.path("backup.sqlite")))
            #expect(throws: LedgerError.self, "“\(text)”") {
                try Ledger.restore(backup: shelf.path("backup.sqlite"), to: target)
            }
        }
        #expect(throws: LedgerError.self) { try Ledger.restore(backup: shelf.path("none.sqlite"), to: target) }
        #expect(throws: (any Error).self) { try Ledger.restore(backup: shelf.folder.path, to: target) }
        let left = try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path)
        #expect(left == ["backup.sqlite"], "nothing half-written is left")
    }

    @Test func aBackupThatCannotBeWrittenLeavesNothing() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        #expect(throws: (any Error).self) { try ledger.backUp(to: shelf.path("no/such/folder/backup.sqlite")) }
        #expect(throws: (any Error).self) { try ledger.backUp(to: "/dev/full/backup.sqlite") }
    }
}

/// How many writes were acknowledged.
private final class Acknowledged: Sendable {
    let count = Mutex(0)
}
