import Foundation
import GRDB
import Shares
import Testing
import Workflows

@testable import Ledger

/// A file of an earlier schema is brought up to date with nothing lost.
@Suite struct MigrationTests {
    @Test func peopleAndLettersOfBeforeAreRecorded() throws {
        let shelf = try Shelf()
        let queue = try DatabaseQueue(path: shelf.path())
        try Schema.migrator.migrate(queue, upTo: "1: events and their views")
        let event = try Sample.registration(of: "DWP-DS-00001")
        try queue.write { database in
            let body = try EventBody.canonical(event.happening)
            let stored = StoredEvent(
                position: 1, share: event.share.rawValue, version: 1, at: event.at.description,
                actor: event.actor.rawValue, role: event.role.rawValue, kind: event.happening.kind, body: body,
                previous: EventHash.zero)
            try database.execute(
                sql: "INSERT INTO event VALUES (1, ?, 1, ?, ?, ?, ?, ?, zeroblob(32), ?)",
                arguments: [
                    stored.share, stored.at, stored.actor, stored.role, stored.kind,
                    String(decoding: body, as: UTF8.self), EventHash.of(stored).data,
                ])
            try database.execute(
                sql: "UPDATE head SET size = 1, hash = ?", arguments: [EventHash.of(stored).data])
            try database.execute(
                sql:
                    "INSERT INTO person VALUES ('owner', 'Data owner, Fraud and Error', 'data-owner requester', 'dwp', NULL, NULL)"
            )
            try database.execute(
                sql: """
                    INSERT INTO letter VALUES
                    (7, 'DWP-DS-00001', 'remind:review:due', '2026-01-01', 'owner', 'It waits', 'It is due.',
                    '2026-01-01T00:00:00.000Z', NULL)
                    """)
            try LedgerWriter(database: database).publish(
                edition: Sample.digest, body: Sample.edition, at: Sample.start)
            let share = try #require(Share(first: event))
            // The line as it was then: without the columns of later migrations.
            let line = ShareSummary(share, definitions: try Sample.definitions()).columns
                .filter { !["requester"].contains($0.name) }
            let marks = line.map { _ in "?" }.joined(separator: ", ")
            try database.execute(
                sql: "INSERT INTO share (\(line.map(\.name).joined(separator: ", "))) VALUES (\(marks))",
                arguments: StatementArguments(line.map(\.value)))
            try LedgerWriter(database: database).recordStays(of: event)
        }
        try queue.close()

        let ledger = try Ledger.open(file: shelf.path())
        #expect(
            try ledger.read { try $0.roster() }.inOrder == [
                Person(
                    id: PersonID("owner"), name: "Data owner, Fraud and Error", roles: ["data-owner", "requester"],
                    organisation: "dwp")
            ])
        #expect(try ledger.read { try $0.events(of: event.share) }.map(\.event) == [event])
        let verification = try Sample.verify(ledger)
        #expect(verification.faults == [])
        #expect(verification.position.size == 3)
        try ledger.write { _ = try $0.post([Sample.letter], at: Sample.start) }
        #expect(try Sample.verify(ledger).faults == [])
    }

    /// What a program asked for before is not done again after.
    @Test func requestsThatWereDoneBeforeAreKnownAfter() throws {
        let shelf = try Shelf()
        let queue = try DatabaseQueue(path: shelf.path())
        try Schema.migrator.migrate(queue, upTo: "15: from where signing in failed")
        try queue.write {
            try $0.execute(sql: "INSERT INTO request_done VALUES ('hub', 'k-1', zeroblob(32), 'DS-1', 3, 5)")
        }
        try queue.close()
        let ledger = try Ledger.open(file: shelf.path())
        #expect(
            try ledger.read { try $0.requestDone(by: PersonID("hub"), key: "k-1") }
                == RequestDone(
                    person: PersonID("hub"), key: "k-1", digest: [UInt8](repeating: 0, count: 32),
                    result: #"{"share":"DS-1","number":3}"#, at: Instant(milliseconds: 5)))
    }

    @Test func aFileOfBeforeDecisionsTakesThem() throws {
        let shelf = try Shelf()
        let queue = try DatabaseQueue(path: shelf.path())
        try Schema.migrator.migrate(queue, upTo: "3: accounts, sessions, and who asked for a share")
        // As an earlier program left it, which knew no such kind.
        try queue.write { try $0.execute(sql: "DELETE FROM event_kind WHERE kind = 'consolidation'") }
        try queue.close()

        let ledger = try Ledger.open(file: shelf.path())
        let facts = ComparedFacts(
            providers: ["hmrc"], recipients: ["dwp"], schemes: [], family: nil, items: ["name"], subjects: [],
            gateways: [], frequency: nil, start: Day(iso: "2026-04-01"), end: nil, wording: "1", repeats: true)
        let decision = RedundancyDecision(
            verdict: .keep, cluster: "C-00000000",
            subjects: ["A", "B"].map { .init(share: ShareReference($0), facts: facts, digest: "0") }, survivor: nil,
            additions: nil, reason: "Both are needed", on: Sample.start.day, shown: [], onBehalfOf: nil)
        try ledger.write {
            try $0.append(decision: decision, at: Sample.start, actor: PersonID("board"), role: "board")
        }
        let recorded = try ledger.read { try $0.decisions() }
        #expect(recorded.map(\.decision) == [decision])
        #expect(recorded.map(\.number) == [1])
        #expect(recorded.map(\.actor.rawValue) == ["board"])
        #expect(try Sample.verify(ledger).faults == [])
        // In the chain, and never changed.
        #expect(throws: DatabaseError.self) {
            try DatabaseQueue(path: shelf.path()).write { try $0.execute(sql: "UPDATE event SET role = 'hub'") }
        }
    }
}

extension [UInt8] {
    fileprivate var data: Data { Data(self) }
}
