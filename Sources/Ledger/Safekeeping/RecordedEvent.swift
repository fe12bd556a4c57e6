import Foundation
internal import GRDB
package import Shares
package import Workflows

/// An event as it stands in the record, whatever it is about.
package struct RecordedEvent: Hashable, Sendable {
    package var position: Int
    /// `share`, `roster`, `outbox`, `consolidation`, `exchange`, `access`
    package var stream: String
    /// Nil where it is about no share.
    package var share: ShareReference?
    package var at: Instant
    package var actor: PersonID
    package var role: RoleName
    /// The canonical JSON (RFC 8785) of all columns: what the hash is over.
    package var text: [UInt8]
    /// SHA-256 of the text, as it is stored; the next event holds it as its predecessor's.
    package var hash: [UInt8]
    /// What happened to the share; nil where it is about none.
    package var event: Event?
}

/// Which events are looked for; what is nil leaves nothing out.
package struct EventSearch: Hashable, Sendable {
    package var share: ShareReference?
    package var actor: PersonID?
    /// Days in UTC, both included.
    package var from: Day?
    package var until: Day?
    /// Only events before this position.
    package var before: Int?

    package init(
        share: ShareReference? = nil, actor: PersonID? = nil, from: Day? = nil, until: Day? = nil, before: Int? = nil
    ) {
        self.share = share
        self.actor = actor
        self.from = from
        self.until = until
        self.before = before
    }
}

extension LedgerReader {
    /// The events that are looked for, the newest first; `limit` of them at most.
    package func recordedEvents(_ search: EventSearch, limit: Int) throws -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        try forEachRow(of: search, "ORDER BY position DESC LIMIT \(limit)") { events.append(try RecordedEvent($0)) }
        return events
    }

    /// Every event that is looked for, the oldest first.
    package func forEachRecordedEvent(_ search: EventSearch, _ body: (RecordedEvent) throws -> Void) throws {
        try forEachRow(of: search, "ORDER BY position") { try body(RecordedEvent($0)) }
    }

    /// The hash that the event at a position has; nil where the record has not come so far.
    package func recordedHash(at position: Int) throws -> [UInt8]? {
        try Data.fetchOne(database, sql: "SELECT hash FROM event WHERE position = ?", arguments: [position])
            .map { Array($0) }
    }

    private func forEachRow(of search: EventSearch, _ order: String, _ body: (Row) throws -> Void) throws {
        var conditions: [String] = []
        var arguments: [(any DatabaseValueConvertible)?] = []
        func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value)
        }
        // The index begins with the stream.
        require("stream = 'share' AND share = ?", search.share?.rawValue)
        require("actor = ?", search.actor?.rawValue)
        require("at >= ?", search.from.map { Instant(startOf: $0).description })
        require("at < ?", search.until.map { Instant(startOf: $0.adding(days: 1)).description })
        require("position < ?", search.before)
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM event \(filter) \(order)", arguments: StatementArguments(arguments))
        while let row = try rows.next() { try body(row) }
    }
}

extension RecordedEvent {
    fileprivate init(_ row: Row) throws {
        let stored = StoredEvent(row)
        guard let at = Instant(rfc3339: stored.at) else {
            throw LedgerError.unreadableEvent(position: stored.position, why: "its time is not RFC 3339")
        }
        let stream: String = row["stream"]
        let isOfShare = stream == EventStream.share.rawValue
        let hash: Data = row["hash"]
        self.init(
            position: stored.position, stream: stream, share: isOfShare ? ShareReference(stored.share) : nil, at: at,
            actor: PersonID(stored.actor), role: RoleName(rawValue: stored.role), text: EventHash.text(of: stored),
            hash: Array(hash), event: isOfShare ? try PlacedEvent(row).event : nil)
    }
}
