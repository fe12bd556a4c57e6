import Foundation
import GRDB
import Ledger
import Shares
import Testing
import Workflows

/// Whoever has the file and SQLite can change it; the audit must see it.
@Suite struct AuditTests {
    /// What somebody does by hand, in words and in SQL.
    private static let rest = """
        proposal_since, dpia_since, approval_since, review_since, retirement_since, start_date, end_date, review_date,
        suspension_due, answer_due, answer_waits_since, condition_due, risks, parties_to_come
        """

    static let alterations: [(String, [String])] = [
        ("a body changed", ["UPDATE event SET body = replace(body, 'Awards', 'Arrears') WHERE position = 1"]),
        ("an actor changed", ["UPDATE event SET actor = 'somebody' WHERE position = 2"]),
        ("a role changed", ["UPDATE event SET role = 'hub' WHERE position = 2"]),
        ("a time changed", ["UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE position = 3"]),
        ("a kind changed", ["UPDATE event SET kind = 'corrected' WHERE position = 2"]),
        ("a share changed", ["UPDATE event SET share = 'DWP-DS-00009' WHERE position = 3"]),
        ("a version changed", ["UPDATE event SET share_version = 9 WHERE position = 3"]),
        ("a hash changed", ["UPDATE event SET hash = zeroblob(32) WHERE position = 2"]),
        ("a predecessor changed", ["UPDATE event SET previous = zeroblob(32) WHERE position = 2"]),
        ("the first event removed", ["DELETE FROM event WHERE position = 1"]),
        ("an event removed", ["DELETE FROM event WHERE position = 2"]),
        (
            "an event removed and the rest moved up",
            ["DELETE FROM event WHERE position = 2", "UPDATE event SET position = position - 1 WHERE position > 2"]
        ),
        (
            "two events swapped",
            [
                "UPDATE event SET position = 99 WHERE position = 2", "UPDATE event SET position = 2 WHERE position = 3",
                "UPDATE event SET position = 3 WHERE position = 99",
            ]
        ),
        (
            "an event inserted",
            [
                "INSERT INTO event SELECT 9, 'share', 'X', 1, at, actor, role, kind, body, previous, hash FROM event WHERE position = 1"
            ]
        ),
        (
            "an event inserted in its place",
            [
                "UPDATE event SET position = position + 100 WHERE position > 1",
                "INSERT INTO event SELECT 2, 'share', 'X', 1, at, actor, role, kind, body, hash, hash FROM event WHERE position = 1",
                "UPDATE event SET position = position - 99 WHERE position > 100",
            ]
        ),
        ("the tail cut", ["DELETE FROM event WHERE position = (SELECT max(position) FROM event)"]),
        (
            "the tail cut and the head moved back",
            [
                "DELETE FROM event WHERE position = (SELECT max(position) FROM event)",
                "UPDATE head SET size = (SELECT max(position) FROM event), hash = (SELECT hash FROM event ORDER BY position DESC LIMIT 1)",
            ]
        ),
        ("all events removed", ["DELETE FROM event"]),
        ("the head changed", ["UPDATE head SET size = size + 1"]),
        ("the head removed", ["DELETE FROM head"]),
        ("a line of the register changed", ["UPDATE share SET title = 'Another' WHERE reference = 'DWP-DS-00001'"]),
        ("a stage changed", ["UPDATE share SET stage = 'live' WHERE reference = 'DWP-DS-00001'"]),
        (
            "what lies ahead changed",
            ["UPDATE outlook SET review_date = '2030-01-01' WHERE share = 'DWP-DS-00001'"]
        ),
        ("what lies ahead removed", ["DELETE FROM outlook WHERE share = 'DWP-DS-00001'"]),
        (
            "what lies ahead of no share",
            ["INSERT INTO outlook SELECT 'X', \(Self.rest) FROM outlook WHERE share = 'DWP-DS-00001'"]
        ),
        ("an owner added", ["UPDATE share SET owner_person = 'somebody'"]),
        ("a row digest changed", ["UPDATE share SET row_digest = 'abc'"]),
        ("a line removed", ["DELETE FROM share WHERE reference = 'DWP-DS-00002'"]),
        (
            "a line inserted",
            [
                "CREATE TEMP TABLE more AS SELECT * FROM share LIMIT 1", "UPDATE more SET reference = 'DWP-DS-00003'",
                "INSERT INTO share SELECT * FROM more",
            ]
        ),
        ("a stay changed", ["UPDATE stay SET entered = '2020-01-01T00:00:00.000Z' WHERE machine = 'proposal'"]),
        ("a stay removed", ["DELETE FROM stay WHERE state = 'submitted'"]),
        (
            "a stay inserted",
            ["INSERT INTO stay VALUES ('DWP-DS-00001', 'review', 'due', '2020-01-01T00:00:00.000Z', 77, NULL)"]
        ),
        ("an edition changed", ["UPDATE edition SET body = '{}'"]),
        ("an edition removed", ["DELETE FROM edition"]),
        (
            "a role added to a person",
            ["UPDATE event SET body = replace(body, 'data-owner', 'siro') WHERE kind = 'roster'"]
        ),
        ("a person removed", ["DELETE FROM event WHERE kind = 'roster'"]),
        ("an event moved to another stream", ["UPDATE event SET stream = 'outbox', share = '' WHERE position = 2"]),
        ("a reading changed", ["UPDATE reading SET actor = 'nobody'"]),
        ("a reading removed", ["DELETE FROM reading WHERE number = 1"]),
        ("a state of the reference data changed", ["UPDATE reference_state SET actor = 'nobody' WHERE number = 2"]),
        ("a state of the reference data removed", ["DELETE FROM reference_state WHERE number = 1"]),
        ("the text of a state removed", ["DELETE FROM kept_text"]),
        ("a kept text changed", ["UPDATE kept_text SET body = CAST('Other words' AS BLOB)"]),
        ("a letter changed", ["UPDATE letter SET body = 'It can wait.'"]),
        ("a letter removed", ["DELETE FROM letter"]),
        (
            "a letter inserted",
            ["INSERT INTO letter SELECT 9, share, kind, due, 'dpo', subject, body, written, NULL FROM letter"]
        ),
    ]

    /// The record names the text that was frozen: it is missing until it is kept.
    @Test func aTextThatTheRecordNamesAndNobodyKeptIsFound() throws {
        // SHA-256 of “abc”, FIPS 180-4.
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let ledger = try Shelf().ledger()
        var share = try Sample.keep("DWP-DS-00001", in: ledger)
        var event = Sample.move(share, "submit", to: "submitted", at: Sample.start)
        guard case .acted(var act) = event.happening else { return }
        act.frozen = try JSONDecoder().decode(
            FrozenApproval.self,
            from: Data(
                """
                {"tier": "low", "riskReasons": [], "required": [], "signOffs": [], "conditions": [],
                 "text": {"template": "t", "templateDigest": "d", "digest": "\(digest)", "missing": []}}
                """.utf8))
        event.happening = .acted(act)
        share.apply(event)
        try ledger.write { try $0.append([event], making: share, definitions: try Sample.definitions()) }
        #expect(
            try Sample.verify(ledger).faults == ["The text \(digest), frozen for DWP-DS-00001, is missing."])
        try ledger.write { try $0.keep(text: Array("abc".utf8), digest: digest, at: Sample.start) }
        #expect(try Sample.verify(ledger).faults == [])
    }

    @Test(arguments: alterations)
    func anAlterationIsFound(what: String, statements: [String]) throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        try Sample.keep("DWP-DS-00001", moves: 3, in: ledger)
        try Sample.keep("DWP-DS-00002", moves: 1, in: ledger)
        try Sample.keep(Sample.person, in: ledger)
        _ = try ledger.write { try $0.post([Sample.letter], at: Sample.start) }
        for share in ["DWP-DS-00001", "DWP-DS-00002"] {
            try ledger.write {
                try $0.note(
                    reading: "the contact details", of: ShareReference(share), at: Sample.start, by: PersonID("owner"),
                    role: "data-owner")
            }
        }
        try ledger.write { try $0.keep(text: Array("abc".utf8), digest: Sample.digestOfABC, at: Sample.start) }
        for file in ["channels.json", "spokes.json"] {
            try ledger.write {
                try $0.note(
                    referenceFile: file, (Sample.digestOfABC, Data("abc".utf8)), on: .serving, at: Sample.start,
                    by: .system, role: "system")
            }
        }
        #expect(try Sample.verify(ledger).faults == [])
        let queue = try DatabaseQueue(path: shelf.path())
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try database.execute(sql: "DROP TRIGGER \(trigger)")
            }
            for statement in statements { try database.execute(sql: statement) }
        }
        try queue.close()
        let verification = try Sample.verify(try Ledger.open(file: shelf.path()))
        #expect(!verification.faults.isEmpty, "\(what) was not found")
        #expect(verification.faults.allSatisfy { $0.hasSuffix(".") })
    }

    @Test func theFaultNamesTheEventThatWasAltered() throws {
        let shelf = try Shelf()
        try Sample.keep("DWP-DS-00001", moves: 3, in: try shelf.ledger())
        try shelf.tamper("register.sqlite", "UPDATE event SET actor = 'somebody' WHERE position = 2")
        let faults = try Sample.verify(try Ledger.open(file: shelf.path())).faults
        #expect(faults == ["The event at position 2 (DWP-DS-00001, version 2) was altered."])
    }

    /// Somebody who computes the whole chain anew deceives the file, not the partners who hold its earlier head.
    @Test func aPositionHeldElsewhereWitnessesTheRecord() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        try Sample.keep("DWP-DS-00001", moves: 1, in: ledger)
        let held = try ledger.read { try $0.position() }
        #expect(held.size == 2)
        try Sample.keep("DWP-DS-00002", in: ledger)
        #expect(try ledger.read { try $0.position() }.head != held.head)
        let other = try Shelf()
        try Sample.keep("DWP-DS-00001", moves: 2, in: try other.ledger())
        let third = try Ledger.open(file: other.path()).read { try $0.position() }
        #expect(third.head != (try ledger.read { try $0.position() }).head)
    }

    @Test func anEmptyLedgerIsWhole() throws {
        let verification = try Sample.verify(try Ledger.inMemory())
        #expect(verification.faults == [] && verification.shares == 0 && verification.position.size == 0)
    }
}
