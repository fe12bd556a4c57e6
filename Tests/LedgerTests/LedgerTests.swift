import Foundation
import GRDB
@testable import Ledger
import Shares
import Testing
import Workflows

/// Events are the record; what is kept is read back, and nothing kept is ever changed.
@Suite struct LedgerTests {
    @Test(arguments: [true, false])
    func whatIsAppendedIsReadBack(onFile: Bool) throws {
        let shelf = try Shelf()
        let ledger = onFile ? try shelf.ledger() : try Ledger.inMemory()
        if !onFile {
            try ledger.write { try $0.publish(edition: Sample.digest, body: Sample.edition, at: Sample.start) }
        }
        let share = try Sample.keep("DWP-DS-00001", moves: 3, in: ledger)
        try Sample.keep("Café “1”/2", in: ledger)
        try ledger.read { reader in
            #expect(try reader.share(share.reference) == share)
            let events = try reader.events(of: share.reference)
            #expect(events.map(\.position) == [1, 2, 3, 4])
            #expect(events.map(\.event.version) == [1, 2, 3, 4])
            #expect(try events.first?.event == Sample.registration(of: "DWP-DS-00001"))
            #expect(try reader.share(ShareReference("Café “1”/2"))?.version == 1)
            #expect(try reader.share(ShareReference("nobody's")) == nil)
            #expect(try reader.position().size == 5)
            #expect(try reader.shareCount() == 2)
            #expect(try reader.summary(of: share.reference) == ShareSummary(share, definitions: Sample.definitions()))
        }
        #expect(try Sample.verify(ledger).faults == [])
        #expect(try Sample.verify(ledger).shares == 2)
    }

    /// What is read for comparing is what the lines of the register say, in their order.
    @Test func theContentOfSharesIsThatOfTheirLines() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        for reference in ["DWP-DS-00002", "Café “1”/2", "DWP-DS-00001"] { try Sample.keep(reference, in: ledger) }
        try ledger.read { reader in
            let lines = try reader.summaries()
            #expect(lines.map(\.reference.rawValue) == ["Café “1”/2", "DWP-DS-00001", "DWP-DS-00002"])
            let expected = lines.map { line in
                ShareContent(
                    reference: line.reference, stage: line.stage, title: line.title, purpose: line.purpose,
                    providers: line.providers, recipients: line.recipients, items: line.items,
                    subjects: line.subjects, gateways: line.gateways, bases: line.bases,
                    frequency: line.frequency, channel: line.channel, startDate: line.startDate,
                    endDate: line.endDate)
            }
            var contents: [ShareContent] = []
            var sizes: [Int] = []
            try reader.contents(inBatchesOf: 2) { batch in
                contents += batch
                sizes.append(batch.count)
            }
            #expect(contents == expected)
            #expect(sizes == [2, 1])
        }
    }

    @Test func twoEventsOfOneVersionCannotBothBeKept() throws {
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        let share = try Sample.keep("DWP-DS-00001", in: ledger)
        for attempt in 1...2 {
            let event = Sample.move(share, "submit", to: "submitted", at: Sample.start, by: "person-\(attempt)")
            var after = share
            after.apply(event)
            let append = {
                try ledger.write { try $0.append([event], making: after, definitions: try Sample.definitions()) }
            }
            if attempt == 1 { try append() } else { #expect(throws: (any Error).self) { try append() } }
        }
        #expect(
            try ledger.read { try $0.events(of: share.reference) }.map(\.event.actor.rawValue) == [
                "requester", "person-1",
            ])
        #expect(try Sample.verify(ledger).faults == [])
    }

    @Test func aTransactionThatFailsWritesNothing() throws {
        let ledger = try Shelf().ledger()
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try ledger.write { writer in
                let event = try Sample.registration(of: "DWP-DS-00001")
                let share = try #require(Share(first: event))
                try writer.append([event], making: share, definitions: try Sample.definitions())
                #expect(try writer.reader.share(share.reference) == share)
                throw Stop()
            }
        }
        #expect(
            try ledger.read { try $0.position() } == LedgerPosition(size: 0, head: [UInt8](repeating: 0, count: 32)))
        #expect(try ledger.read { try $0.shareCount() } == 0)
        #expect(try ledger.read { try $0.stays() } == [])
    }

    @Test(arguments: [
        "UPDATE event SET actor = 'somebody' WHERE position = 1", "DELETE FROM event WHERE position = 2",
        "DELETE FROM event",
        "UPDATE edition SET body = '{}'", "DELETE FROM edition",
        "INSERT INTO event SELECT 9, 'X', 1, at, actor, role, kind, body, previous, hash FROM event WHERE position = 1",
        "INSERT OR REPLACE INTO event SELECT 1, share, 9, at, actor, role, kind, body, previous, hash FROM event LIMIT 1",
    ])
    func theDatabaseItselfRefusesToChangeTheRecord(statement: String) throws {
        let shelf = try Shelf()
        try Sample.keep("DWP-DS-00001", moves: 1, in: try shelf.ledger())
        let queue = try DatabaseQueue(path: shelf.path())
        #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: statement) } }
        #expect(try Sample.verify(Ledger.open(file: shelf.path())).faults == [])
    }

    @Test func everyConnectionThatWritesIsFullySynchronous() throws {
        // Ledger.open refuses a connection that reads back anything but 2; the file is in WAL mode.
        let shelf = try Shelf()
        let ledger = try shelf.ledger()
        let level = try ledger.database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(level == 2)
        let queue = try DatabaseQueue(path: shelf.path())
        #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    }

    @Test func theRegisterAsAtADayIsFoldedFromTheEventsUpToItsEnd() throws {
        let ledger = try Shelf().ledger()
        try ledger.write { writer in
            let first = try Sample.registration(of: "DWP-DS-00001", at: try Sample.at("2026-01-10"))
            var share = try #require(Share(first: first))
            let lastOfDay = Instant(milliseconds: try Sample.at("2026-01-21").milliseconds - 1)
            let second = Sample.move(share, "submit", to: "submitted", at: lastOfDay)
            share.apply(second)
            let third = Sample.move(share, "return", to: "returned", at: try Sample.at("2026-01-21"))
            share.apply(third)
            try writer.append([first, second, third], making: share, definitions: try Sample.definitions())
        }
        func states(_ day: String?) throws -> [String] {
            var states: [String] = []
            try ledger.read { reader in
                try reader.forEachShare(asAt: day.flatMap { Day(iso: $0) }) {
                    states.append($0.state(.proposal).rawValue)
                }
            }
            return states
        }
        #expect(try states("2026-01-09") == [])
        #expect(try states("2026-01-10") == ["draft"])
        #expect(try states("2026-01-20") == ["submitted"])
        #expect(try states("2026-01-21") == ["returned"])
        #expect(try states(nil) == ["returned"])
    }

    @Test func staysSayHowLongAShareStoodWhere() throws {
        let ledger = try Shelf().ledger()
        try ledger.write { writer in
            let first = try Sample.registration(of: "DWP-DS-00001", at: try Sample.at("2026-01-10"))
            var share = try #require(Share(first: first))
            let second = Sample.move(share, "submit", to: "submitted", at: try Sample.at("2026-01-20"))
            share.apply(second)
            try writer.append([first, second], making: share, definitions: try Sample.definitions())
            // What a register says it inherited has no beginning that is known here.
            let inherited = try Sample.registration(of: "DWP-DS-00002", entry: "live")
            try writer.append(
                [inherited], making: try #require(Share(first: inherited)), definitions: try Sample.definitions())
        }
        let stays = try ledger.read { try $0.stays() }.filter { $0.machine == .proposal }
        #expect(stays.map(\.state) == ["draft", "submitted"])
        #expect(try stays.map(\.entered) == [Sample.at("2026-01-10"), Sample.at("2026-01-20")])
        #expect(try stays.map(\.ended) == [Sample.at("2026-01-20"), nil])
        #expect(try ledger.read { try $0.stays() }.allSatisfy { $0.share.rawValue == "DWP-DS-00001" })
    }

    @Test func aLetterIsWrittenOnce() throws {
        let ledger = try Ledger.inMemory()
        let letter = Letter(
            share: ShareReference("DWP-DS-00001"), kind: "remind:review:due", due: try #require(Day(iso: "2026-12-01")),
            recipient: "owner", subject: "It waits", body: "It is due.", written: Sample.start)
        #expect(try ledger.write { try $0.post([letter], at: Sample.start) } == [letter])
        #expect(try ledger.write { try $0.post([letter], at: Sample.start) } == [])
        #expect(try ledger.read { try $0.letters() } == [letter])
    }

    @Test func aPersonIsKeptAndChanged() throws {
        let ledger = try Ledger.inMemory()
        var person = Person(
            id: PersonID("owner"), name: "Head of Fraud", roles: ["data-owner", "requester"],
            organisation: "department-for-work-pensions", spoke: "fraud-and-error", email: nil)
        try Sample.keep(person, in: ledger)
        person.email = "owner@example.org"
        try Sample.keep(person, in: ledger)
        let roster = try ledger.read { try $0.roster() }
        #expect(roster.inOrder == [person])
        #expect(roster[PersonID("nobody")] == nil)
        let entries = try ledger.read { try $0.rosterEntries() }
        #expect(entries.map(\.version) == [1, 2])
        #expect(entries.map(\.actor) == [PersonID("hub"), PersonID("hub")])
        #expect(try ledger.read { try $0.position() }.size == 2)
    }

    /// Filters take what people type as text, wildcards and quotes included.
    @Test func filtersFindWhatTheyName() throws {
        let ledger = try Shelf().ledger()
        try Sample.keep("A_1", in: ledger)
        try Sample.keep("AX1", in: ledger)
        try Sample.keep("100%'", in: ledger)
        func found(_ filters: String...) throws -> [String] {
            try ledger.read { try $0.summaries(where: filters.compactMap { ShareFilter($0) }) }.map(
                \.reference.rawValue)
        }
        #expect(try found() == ["100%'", "AX1", "A_1"])
        #expect(try found("reference~A_") == ["A_1"])
        #expect(try found("reference=100%'") == ["100%'"])
        #expect(try found("provider=hm-revenue-customs", "reference!=AX1") == ["100%'", "A_1"])
        #expect(try found("provider=HMRC").count == 3)
        #expect(try found("provider=HMR") == [])
        #expect(try found("item=date-of-birth").count == 3)
        #expect(try found("stage=live") == [])
        #expect(try found("spoke=").count == 3)
        #expect(try found("review_date<2026-12-02").count == 3)
        #expect(try found("review_date<2026-12-01") == [])
        #expect(ShareFilter("colour=red") == nil)
        #expect(ShareFilter("stage") == nil)
        #expect(ShareFilter("1=1 OR reference=x") == nil)
    }
}
