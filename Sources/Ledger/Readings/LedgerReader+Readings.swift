import Crypto
internal import GRDB
import Shares

extension LedgerReader {
    package func lastReading() throws -> Reading? {
        try Row.fetchOne(database, sql: "SELECT * FROM reading ORDER BY number DESC LIMIT 1").map { try Reading($0) }
    }

    /// The readings that are looked for, the newest first, of those before a number; the position of an event leaves none out.
    package func readings(_ search: EventSearch, before number: Int? = nil, limit: Int) throws -> [Reading] {
        var readings: [Reading] = []
        try forEachReadingRow(of: search, before: number, "ORDER BY number DESC LIMIT \(limit)") {
            readings.append(try Reading($0))
        }
        return readings
    }

    /// All that are looked for, the oldest first.
    package func forEachReading(_ search: EventSearch, _ body: (Reading) throws -> Void) throws {
        try forEachReadingRow(of: search, "ORDER BY number") { try body(Reading($0)) }
    }

    private func forEachReadingRow(
        of search: EventSearch, before number: Int? = nil, _ order: String, _ body: (Row) throws -> Void
    ) throws {
        let conditions: [(String, (any DatabaseValueConvertible)?)] = [
            ("share = ?", search.share?.rawValue), ("actor = ?", search.actor?.rawValue),
            ("at >= ?", search.from.map { Instant(startOf: $0).description }),
            ("at < ?", search.until.map { Instant(startOf: $0.adding(days: 1)).description }),
            ("number < ?", number),
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
