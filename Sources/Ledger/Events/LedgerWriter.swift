import Foundation
internal import GRDB
import JSONValues
package import Shares
package import Workflows

/// One write transaction.
package struct LedgerWriter {
    let database: Database
    /// What can be read inside the transaction, its own writes included.
    package var reader: LedgerReader { LedgerReader(database: database) }

    /// Records events and brings the views up to date; `share` is the share after the last of them.
    ///
    /// Throws where another event took the version: two people acting at once cannot both win.
    package func append(_ events: [Event], making share: Share, definitions: CheckedDefinitions) throws {
        var place = try reader.position()
        for event in events {
            place = try record(
                StoredEvent(
                    position: place.size + 1, share: event.share.rawValue, version: event.version,
                    at: event.at.description, actor: event.actor.rawValue, role: event.role.rawValue,
                    kind: event.happening.kind, body: try EventBody.canonical(event.happening), previous: place.head),
                in: .share)
            try recordStays(of: event)
        }
        try view(share, definitions: definitions)
        try look(ahead: ShareOutlook(share))
    }

    /// Records what is about the installation and no share: the next version of its stream.
    func append(
        _ body: some Encodable, to stream: EventStream, at moment: Instant, actor: PersonID, role: RoleName
    ) throws {
        let place = try reader.position()
        try record(
            StoredEvent(
                position: place.size + 1, share: "", version: try reader.version(of: stream) + 1,
                at: moment.description, actor: actor.rawValue, role: role.rawValue, kind: stream.rawValue,
                body: try EventBody.canonical(body), previous: place.head),
            in: stream)
    }

    /// Writes the row and moves the head; where the ledger ends then.
    @discardableResult
    private func record(_ stored: StoredEvent, in stream: EventStream) throws -> LedgerPosition {
        let hash = EventHash.of(stored)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO event
                (position, stream, share, share_version, at, actor, role, kind, body, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try insert.execute(arguments: [
            stored.position, stream.rawValue, stored.share, stored.version, stored.at, stored.actor, stored.role,
            stored.kind, String(decoding: stored.body, as: UTF8.self), Data(stored.previous), Data(hash),
        ])
        let move = try database.cachedStatement(sql: "UPDATE head SET size = ?, hash = ? WHERE id = 1")
        try move.execute(arguments: [stored.position, Data(hash)])
        return LedgerPosition(size: stored.position, head: hash)
    }
}

extension LedgerReader {
    /// How many events a stream of the installation has.
    func version(of stream: EventStream) throws -> Int {
        let statement = try database.cachedStatement(
            sql: "SELECT coalesce(max(share_version), 0) FROM event WHERE stream = ? AND share = ''")
        return try Int.fetchOne(statement, arguments: [stream.rawValue]) ?? 0
    }
}
