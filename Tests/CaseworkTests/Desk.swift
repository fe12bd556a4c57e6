import Casework
import Foundation
import Ledger
import Shares
import Synchronization
import Testing
import Workflows

/// The application on a SQLite file of one test, with a clock that the test sets and the people of a small department.
final class Desk: Sendable {
    let folder: URL
    let office: Office
    private let clock: Clock

    private final class Clock: Sendable {
        let now: Mutex<Instant>
        private let references = Mutex(0)
        init(_ now: Instant) { self.now = Mutex(now) }

        func reference(in day: Day) -> ShareReference {
            ShareReference("DS-\(day.parts.year)-NEW\(references.withLock { $0 += 1; return $0 })")
        }
    }

    init(on day: String = "2026-04-01") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("casework-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let clock = Clock(Instant(startOf: try #require(Day(iso: day))))
        self.clock = clock
        let file = folder.appendingPathComponent("register.sqlite")
        try FileManager.default.copyItem(at: try Desk.prepared.get(), to: file)
        let surroundings = Surroundings(
            now: { clock.now.withLock { $0 } }, newReference: { clock.reference(in: $0) },
            addresses: {
                $0.hasSuffix(".example") ? [InternetAddress("8.8.8.8")].compactMap { $0 } : InternetAddress.all(of: $0)
            })
        office = Office(ledger: try Ledger.open(file: file.path), surroundings: surroundings)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A ledger with the people and the edition in it, made once: the proof of an edition takes a second.
    private static let prepared = Result {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("prepared-\(UUID().uuidString).sqlite")
        let whole = file.appendingPathExtension("backup")
        // Long before the day of any test: the record does not go back in time.
        let office = Office(
            ledger: try Ledger.open(file: file.path),
            surroundings: Surroundings(
                now: { Instant(milliseconds: 1_577_836_800_000) }, newReference: { _ in ShareReference("none") }))
        _ = try office.rulebook()
        for person in people { try office.keep(person) }
        try office.ledger.backUp(to: whole.path)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + suffix) }
        return whole
    }

    static let people: [Person] = [
        ("requester", "requester", "DWP"), ("owner", "data-owner", "DWP"), ("dpo", "dpo", "DWP"),
        ("legal", "legal", "DWP"), ("security", "security", "DWP"), ("siro", "siro", "DWP"), ("board", "board", "DWP"),
        ("hub", "hub", "DWP"), ("partner", "partner", "HMRC"), ("stranger", "partner", "Leeds City Council"),
    ].map { id, role, organisation in
        Person(
            id: PersonID(id), name: "The \(id)", roles: [RoleName(rawValue: role)], organisation: organisation)
    }

    // MARK: - Time

    func set(_ day: String) throws {
        let moment = Instant(startOf: try #require(Day(iso: day)))
        clock.now.withLock { $0 = moment }
    }

    var today: Day { clock.now.withLock { $0.day } }

    func set(day: Day) {
        clock.now.withLock { $0 = Instant(startOf: day) }
    }

    /// A moment as `2026-04-01T00:01:00.000Z`.
    func set(at moment: String) throws {
        let moment = try #require(Instant(rfc3339: moment))
        clock.now.withLock { $0 = moment }
    }

    // MARK: - Files

    func write(_ text: String, to name: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func importing(_ rows: [Row], as name: String = "register.csv", skipping: Bool = false, dry: Bool = false) throws
        -> ImportReport
    {
        let file = try write(Row.csv(rows), to: name)
        return try office.importRegister(ImportRequest(file: file, isDryRun: dry, skipsInvalid: skipping))
    }

    // MARK: - Looking

    func share(_ reference: String) throws -> Share { try office.show(ShareReference(reference)).share }
    func stage(_ reference: String) throws -> Stage { try office.show(ShareReference(reference)).stage }

    /// What could tell that something was written: the head of the record.
    func position() throws -> LedgerPosition { try office.ledger.read { try $0.position() } }

    // MARK: - Acting

    @discardableResult
    func act(
        _ command: String, on reference: String, by person: String, _ fields: [String: String] = [:], seen: Int? = nil
    ) throws -> Outcome {
        try office.act(
            on: ShareReference(reference), Order(CommandName(rawValue: command), fields: fields), as: PersonID(person),
            seen: seen)
    }

    /// Submits a proposal; shares of tests are alike, so each is said to be needed beside the others.
    func submit(_ reference: String, by person: String = "requester") throws {
        try answerForSimilar(reference, by: person)
        try act("submit", on: reference, by: person)
    }

    func answerForSimilar(_ reference: String, by person: String) throws {
        let (similar, answers) = try office.similar(to: ShareReference(reference))
        for one in similar where !answers.contains(where: { $0.share == one.reference }) {
            try act(
                "answer-similar", on: reference, by: person,
                ["similar": one.reference.rawValue, "outcome": "distinct", "reason": "Another team"])
        }
    }

    /// The short names of the reasons against a command; empty where it was done.
    func refusal(
        _ command: String, on reference: String, by person: String, _ fields: [String: String] = [:], seen: Int? = nil
    ) throws -> [String] {
        do {
            try act(command, on: reference, by: person, fields, seen: seen)
            return []
        } catch let refusal as Refusal {
            return refusal.reasons.map(\.rule)
        }
    }
}

/// A row of the native register, sound unless changed.
struct Row {
    var fields: [String: String]

    init(_ reference: String, _ changed: [String: String] = [:]) {
        fields = [
            "reference": reference, "title": "Earnings check \(reference)", "provider": "HMRC", "recipient": "DWP",
            "purpose": "Checking earnings against awards", "legal_gateway": "Welfare Reform Act 2012 s.127",
            "lawful_basis": "Public task", "data_items": "National Insurance number; Date of birth",
            "data_subjects": "Benefit claimants", "frequency": "Daily", "transfer_method": "API",
            "classification": "OFFICIAL", "start_date": "2023-04-01", "end_date": "2028-03-31",
            "review_date": "2026-12-01", "data_owner": "Head of Fraud Data", "status": "Live",
        ].merging(changed) { $1 }
    }

    static func csv(_ rows: [Row]) -> String {
        let lines = rows.map { row in
            RegisterRow.nativeColumns.map { column in
                "\""
                    + (row.fields[column] ?? "").split(separator: "\"", omittingEmptySubsequences: false)
                    .joined(separator: "\"\"") + "\""
            }.joined(separator: ",")
        }
        return ([RegisterRow.nativeColumns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }
}
