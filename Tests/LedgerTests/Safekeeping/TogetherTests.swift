import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// The command line and the server work on one database at once: whoever is told that it is done, it is done.
@Suite struct TogetherTests {
    @Test func twoLedgersOnOneFileLoseNothing() async throws {
        let shelf = try Shelf()
        let ledgers = [try shelf.ledger(), try Ledger.open(file: shelf.path()), try Ledger.open(file: shelf.path())]
        let each = 40
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, ledger) in ledgers.enumerated() {
                group.addTask {
                    for share in 1...each { try Sample.keep("L\(number)-\(share)", moves: 1, in: ledger) }
                }
            }
            try await group.waitForAll()
        }
        for ledger in ledgers {
            let verification = try Sample.verify(ledger)
            #expect(verification.faults == [])
            #expect(verification.shares == each * ledgers.count)
            #expect(verification.position.size == each * ledgers.count * 2)
        }
    }

    /// Everybody wants the same next version: one gets it, and the rest read anew and take the one after.
    @Test func whoeverReadsInsideTheTransactionNeverCollides() async throws {
        let shelf = try Shelf()
        let ledgers = [try shelf.ledger(), try Ledger.open(file: shelf.path())]
        let reference = try Sample.keep("DWP-DS-00001", in: ledgers[0]).reference
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, ledger) in ledgers.enumerated() {
                group.addTask {
                    for _ in 1...40 {
                        try ledger.write { writer in
                            var share = try #require(try writer.reader.share(reference))
                            let event = Sample.move(
                                share, "edit", to: share.state(.proposal), at: Sample.start, by: "person-\(number)")
                            share.apply(event)
                            try writer.append([event], making: share, definitions: try Sample.definitions())
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let events = try ledgers[1].read { try $0.events(of: reference) }
        #expect(events.map(\.event.version) == Array(1...81))
        #expect(events.filter { $0.event.actor.rawValue == "person-1" }.count == 40)
        #expect(try Sample.verify(ledgers[0]).faults == [])
    }
}
