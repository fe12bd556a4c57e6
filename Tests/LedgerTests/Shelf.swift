import Foundation
import GRDB
import Ledger
import Shares
import Testing
import Workflows

/// A folder of one test, and shares to keep in a ledger there.
final class Shelf {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String = "register.sqlite") -> String { folder.appendingPathComponent(name).path }

    /// A new ledger with the edition published that shares are pinned to.
    func ledger(_ name: String = "register.sqlite") throws -> Ledger {
        let ledger = try Ledger.open(file: path(name))
        try ledger.write { try $0.publish(edition: Sample.digest, body: Sample.edition, at: Sample.start) }
        return ledger
    }

    /// Changes the file as somebody would who has the file and SQLite, the triggers dropped first.
    func tamper(_ name: String = "register.sqlite", _ statements: String...) throws {
        let queue = try DatabaseQueue(path: path(name))
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try database.execute(sql: "DROP TRIGGER \(trigger)")
            }
            for statement in statements { try database.execute(sql: statement) }
        }
        try queue.close()
    }
}

/// Shares and events to be kept.
enum Sample {
    static let start = Instant(milliseconds: 1_767_225_600_000)  // 2026-01-01
    static let edition = "{\"an edition\":1}"
    /// SHA-256 over it.
    static let digest = "718dc44180738e127b19cc6cb8059da18af03ce08f28e18dcbc9031a09d81550"

    /// SHA-256 of “abc”, FIPS 180-4.
    static let digestOfABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    static func at(_ day: String) throws -> Instant { Instant(startOf: try #require(Day(iso: day))) }

    static func definitions() throws -> CheckedDefinitions { try loaded.get() }

    private static let loaded = Result {
        var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/",
            !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Templates").path)
        {
            folder = folder.deletingLastPathComponent()
        }
        var files: [String: [UInt8]] = [:]
        for machine in Machine.allCases {
            let file = folder.appendingPathComponent("Templates/workflows/\(machine.rawValue).json")
            files["\(machine.rawValue).json"] = Array(try Data(contentsOf: file))
        }
        return try Definitions.load(files: files, vocabulary: Rulebook.vocabulary)
    }

    static func terms(_ title: String = "Earnings check") -> Terms {
        var terms = Terms(
            title: title,
            parties: [
                Party(Stated("HMRC", term: "hm-revenue-customs"), as: .provider),
                Party(Stated("DWP", term: "department-for-work-pensions"), as: .recipient),
            ], purpose: "Awards", items: [DataItem(Stated("Date of birth", term: "date-of-birth"), isPersonal: true)])
        terms.reviewDate = StatedDay("1 Dec 2026", day: Day(iso: "2026-12-01"))
        return terms
    }

    static func registration(
        of reference: String, entry: EntryName = "proposed", title: String = "Earnings check",
        at moment: Instant = start
    ) throws -> Event {
        Event(
            share: ShareReference(reference), version: 1, at: moment, actor: PersonID("requester"), role: "requester",
            happening: .registered(
                Registration(
                    entry: entry, origin: Origin(entry == "proposed" ? .proposed : .inherited, row: ["title": title]),
                    pin: WorkflowPin(versions: [:], digest: digest),
                    standing: try definitions().standing(of: entry), terms: terms(title), owner: nil,
                    requester: PersonID("requester"))))
    }

    /// The proposal moves from one state to another.
    static func move(
        _ share: Share, _ command: CommandName, to state: StateName, at moment: Instant, by actor: String = "requester"
    ) -> Event {
        let from = share.state(.proposal)
        return Event(
            share: share.reference, version: share.version + 1, at: moment, actor: PersonID(actor), role: "requester",
            happening: .acted(
                Act(
                    machine: .proposal, command: command, state: from,
                    moves: [Act.Move(.proposal, from: from, to: state)], records: [], clears: [],
                    evidence: ["reason": "“Why not?”\n\u{1F600}"], terms: nil)))
    }

    /// Registers a share and moves it so many times.
    @discardableResult
    static func keep(_ reference: String, moves: Int = 0, in ledger: Ledger) throws -> Share {
        try ledger.write { writer in
            let first = try registration(of: reference)
            var share = try #require(Share(first: first))
            var events = [first]
            for number in 0..<moves {
                let moment = Instant(milliseconds: start.milliseconds + Int64(number + 1) * 1000)
                let isDraft = share.state(.proposal) == "draft"
                let event = move(share, isDraft ? "submit" : "return", to: isDraft ? "submitted" : "draft", at: moment)
                share.apply(event)
                events.append(event)
            }
            try writer.append(events, making: share, definitions: try definitions())
            return share
        }
    }

    static func keep(_ person: Person, in ledger: Ledger) throws {
        try ledger.write { try $0.append(roster: .kept(person), at: start, actor: PersonID("hub"), role: "hub") }
    }

    static let person = Person(
        id: PersonID("owner"), name: "Data owner, Fraud and Error", roles: ["data-owner"],
        organisation: "department-for-work-pensions")

    static let letter = Letter(
        share: ShareReference("DWP-DS-00001"), kind: "remind:review:due", due: start.day, recipient: "owner",
        subject: "It waits", body: "It is due.", written: start)

    static func verify(_ ledger: Ledger) throws -> AuditVerification {
        try ledger.read { try $0.verify { _ in try definitions() } }
    }
}
