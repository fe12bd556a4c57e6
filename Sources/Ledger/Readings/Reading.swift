import Crypto
import Foundation
internal import GRDB
import JSONValues
package import Shares
package import Workflows

/// Somebody saw something of a share that is not for every eye: who, in which role, what, and when.
///
/// Readings are a chain of their own beside the events: they change nothing, and there may be many more of them.
package struct Reading: Hashable, Sendable {
    /// Counts from 1.
    package var number: Int
    package var at: Instant
    package var actor: PersonID
    package var role: RoleName
    package var share: ShareReference
    /// In a few words: `the contact details`.
    package var what: String
    /// The hash of the reading before it; zeros in the first.
    package var previous: [UInt8]
    /// SHA-256 of the text.
    package var hash: [UInt8]

    /// The canonical JSON (RFC 8785) of all but the hash.
    package var text: [UInt8] {
        JSONValue.object([
            "number": .number(number), "at": .string(at.description), "actor": .string(actor.rawValue),
            "role": .string(role.rawValue), "share": .string(share.rawValue), "what": .string(what),
            "previous": .string(previous.hexadecimal),
        ]).canonical()
    }

    init(
        number: Int, at: Instant, actor: PersonID, role: RoleName, share: ShareReference, what: String,
        previous: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.role = role
        self.share = share
        self.what = what
        self.previous = previous
        hash = []
        hash = Array(SHA256.hash(data: text))
    }

    init(_ row: Row) throws {
        let stored: String = row["at"]
        number = row["number"]
        guard let at = Instant(rfc3339: stored) else {
            throw LedgerError.unreadableEvent(position: number, why: "the time of a reading is not RFC 3339")
        }
        self.at = at
        actor = PersonID(row["actor"] as String)
        role = RoleName(rawValue: row["role"])
        share = ShareReference(row["share"] as String)
        what = row["what"]
        previous = Array(row["previous"] as Data)
        hash = Array(row["hash"] as Data)
    }
}

extension LedgerWriter {
    package func note(
        reading what: String, of share: ShareReference, at moment: Instant, by actor: PersonID, role: RoleName
    ) throws {
        let last = try reader.lastReading()
        let reading = Reading(
            number: (last?.number ?? 0) + 1, at: moment, actor: actor, role: role, share: share, what: what,
            previous: last?.hash ?? EventHash.zero)
        try database.execute(
            sql: """
                INSERT INTO reading (number, at, actor, role, share, what, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                reading.number, moment.description, actor.rawValue, role.rawValue, share.rawValue, what,
                Data(reading.previous), Data(reading.hash),
            ])
    }
}

extension LedgerReader {
    package func lastReading() throws -> Reading? {
        try Row.fetchOne(database, sql: "SELECT * FROM reading ORDER BY number DESC LIMIT 1").map { try Reading($0) }
    }

    /// The readings that are looked for, the newest first; a position leaves none out.
    package func readings(_ search: EventSearch, limit: Int) throws -> [Reading] {
        var readings: [Reading] = []
        try forEachReadingRow(of: search, "ORDER BY number DESC LIMIT \(limit)") { readings.append(try Reading($0)) }
        return readings
    }

    /// All that are looked for, the oldest first.
    package func forEachReading(_ search: EventSearch, _ body: (Reading) throws -> Void) throws {
        try forEachReadingRow(of: search, "ORDER BY number") { try body(Reading($0)) }
    }

    private func forEachReadingRow(of search: EventSearch, _ order: String, _ body: (Row) throws -> Void) throws {
        let conditions: [(String, (any DatabaseValueConvertible)?)] = [
            ("share = ?", search.share?.rawValue), ("actor = ?", search.actor?.rawValue),
            ("at >= ?", search.from.map { Instant(startOf: $0).description }),
            ("at < ?", search.until.map { Instant(startOf: $0.adding(days: 1)).description }),
        ]
        let held = conditions.filter { $0.1 != nil }
        let filter = held.isEmpty ? "" : "WHERE " + held.map(\.0).joined(separator: " AND ")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM reading \(filter) \(order)", arguments: StatementArguments(held.map(\.1)))
        while let row = try rows.next() { try body(row) }
    }

    /// What is wrong with the chain of readings.
    func readingFaults() throws -> [String] {
        var faults: [String] = []
        var last = (number: 0, hash: EventHash.zero)
        try forEachReading(EventSearch()) { reading in
            if reading.number != last.number + 1 { faults.append("Reading \(last.number + 1) is not there.") }
            if reading.previous != last.hash || Array(SHA256.hash(data: reading.text)) != reading.hash {
                faults.append("Reading \(reading.number) is not as it was recorded.")
            }
            last = (reading.number, reading.hash)
        }
        return faults
    }
}
