import Foundation
internal import GRDB
package import Shares
package import Workflows

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
