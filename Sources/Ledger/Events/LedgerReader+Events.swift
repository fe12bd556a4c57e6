import Foundation
internal import GRDB
package import Shares
import Workflows

extension LedgerReader {
    /// The shares of which an act named a successor, whether or not that still holds.
    package func sharesNaming(successor: ShareReference) throws -> [ShareReference] {
        try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT share FROM event
                WHERE stream = 'share' AND kind = 'acted' AND json_extract(body, '$.acted.evidence.successor') = ?
                ORDER BY share
                """,
            arguments: [successor.rawValue]
        ).map { ShareReference($0) }
    }

    /// The shares of which an event states an umbrella agreement, whether or not that still holds.
    package func sharesStatingAnUmbrella() throws -> [ShareReference] {
        try String.fetchAll(
            database,
            sql: """
                SELECT DISTINCT share FROM event WHERE stream = 'share' AND body LIKE '%"parentAgreement":%' ORDER BY share
                """
        ).map { ShareReference($0) }
    }

    package func position() throws -> LedgerPosition {
        let statement = try database.cachedStatement(sql: "SELECT size, hash FROM head WHERE id = 1")
        let row = try Row.fetchOne(statement)
        guard let row else { return LedgerPosition(size: 0, head: EventHash.zero) }
        let head: Data = row["hash"]
        return LedgerPosition(size: row["size"], head: Array(head))
    }

    /// When the last event happened; nil where there is none.
    package func lastEventTime() throws -> Instant? {
        let statement = try database.cachedStatement(sql: "SELECT at FROM event ORDER BY position DESC LIMIT 1")
        return try String.fetchOne(statement).flatMap { Instant(rfc3339: $0) }
    }

    /// When the first event of a share happened; nil where there is none.
    package func firstShareEventTime() throws -> Instant? {
        let statement = try database.cachedStatement(
            sql: "SELECT at FROM event WHERE stream = 'share' ORDER BY position LIMIT 1")
        return try String.fetchOne(statement).flatMap { Instant(rfc3339: $0) }
    }

    /// The events of one share, oldest first; empty where there is no such share.
    package func events(of share: ShareReference) throws -> [PlacedEvent] {
        guard share.canBeLookedUp else { return [] }
        let statement = try database.cachedStatement(
            sql: """
                SELECT position, share, share_version, at, actor, role, body FROM event
                WHERE stream = 'share' AND share = ? ORDER BY share_version
                """)
        let rows = try Row.fetchCursor(statement, arguments: [share.rawValue])
        var events: [PlacedEvent] = []
        while let row = try rows.next() { events.append(try PlacedEvent(row)) }
        return events
    }

    /// The share as its events make it; nil where there is none.
    package func share(_ reference: ShareReference) throws -> Share? {
        Share(events: try events(of: reference).lazy.map(\.event))
    }

    /// When something last happened to each share.
    package func changeTimes() throws -> [ShareReference: Instant] {
        var times: [ShareReference: Instant] = [:]
        let rows = try Row.fetchCursor(
            database, sql: "SELECT share, max(at) AS at FROM event WHERE stream = 'share' GROUP BY share")
        while let row = try rows.next() {
            times[ShareReference(row["share"] as String)] = Instant(rfc3339: row["at"])
        }
        return times
    }

    /// Every share, folded, in the order of references; as it stood at the end of a day where one is given.
    package func forEachShare(asAt day: Day? = nil, _ body: (Share) throws -> Void) throws {
        try forEachShare(asAt: day, event: { _ in }, body)
    }

    /// The same, with every event of a share told before the share that they make.
    func forEachShare(asAt day: Day? = nil, event tell: (Event) -> Void, _ body: (Share) throws -> Void) throws {
        let limit = day.map { Instant(startOf: $0.adding(days: 1)).description }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, share, share_version, at, actor, role, body FROM event
                WHERE stream = 'share' AND (? IS NULL OR at < ?) ORDER BY share, share_version
                """, arguments: [limit, limit])
        var current: Share?
        while let row = try rows.next() {
            let event = try PlacedEvent(row).event
            if current?.reference == event.share {
                tell(event)
                current?.apply(event)
                continue
            }
            if let done = current { try body(done) }
            tell(event)
            current = Share(first: event)
        }
        if let done = current { try body(done) }
    }

    /// Every share as it stood at the end of each of some days on which it was there: the place of the day among them, which
    /// ascend, and the share. The events are read once.
    package func forEachShare(atEndsOf days: [Day], _ body: (Int, Share) throws -> Void) throws {
        let limits = days.map { Instant(startOf: $0.adding(days: 1)) }
        guard let last = limits.last else { return }
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, share, share_version, at, actor, role, body FROM event
                WHERE stream = 'share' AND at < ? ORDER BY share, share_version
                """, arguments: [last.description])
        var current: Share?
        var next = 0
        while let row = try rows.next() {
            let event = try PlacedEvent(row).event
            if let share = current, share.reference != event.share {
                for place in next..<limits.count { try body(place, share) }
                current = nil
                next = 0
            }
            while event.at >= limits[next] {
                if let current { try body(next, current) }
                next += 1
            }
            if current == nil { current = Share(first: event) } else { current?.apply(event) }
        }
        if let current {
            for place in next..<limits.count { try body(place, current) }
        }
    }
}

extension PlacedEvent {
    init(_ row: Row) throws {
        let position: Int = row["position"]
        guard let at = Instant(rfc3339: row["at"]) else {
            throw LedgerError.unreadableEvent(position: position, why: "its time is not RFC 3339")
        }
        self.init(
            position: position,
            event: Event(
                share: ShareReference(row["share"] as String), version: row["share_version"], at: at,
                actor: PersonID(row["actor"] as String), role: RoleName(rawValue: row["role"]),
                happening: try EventBody.read(Happening.self, in: row["body"], at: position)))
    }
}
