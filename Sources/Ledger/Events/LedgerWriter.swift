import Foundation
internal import GRDB
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
            let stored = StoredEvent(
                position: place.size + 1, share: event.share.rawValue, version: event.version,
                at: event.at.description, actor: event.actor.rawValue, role: event.role.rawValue,
                kind: event.happening.kind, body: try EventBody.canonical(event.happening), previous: place.head)
            let hash = EventHash.of(stored)
            let insert = try database.cachedStatement(
                sql: """
                    INSERT INTO event (position, share, share_version, at, actor, role, kind, body, previous, hash)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            try insert.execute(arguments: [
                stored.position, stored.share, stored.version, stored.at, stored.actor, stored.role, stored.kind,
                String(decoding: stored.body, as: UTF8.self), Data(stored.previous), Data(hash),
            ])
            place = LedgerPosition(size: stored.position, head: hash)
            let move = try database.cachedStatement(sql: "UPDATE head SET size = ?, hash = ? WHERE id = 1")
            try move.execute(arguments: [place.size, Data(place.head)])
            try recordStays(of: event)
        }
        try view(share, definitions: definitions)
    }
}
