package import Foundation
internal import GRDB
package import Shares
package import Workflows

extension LedgerWriter {
    /// Notes the state of a file, and keeps its bytes where they are not kept already; nil: the file was taken away.
    package func note(
        referenceFile file: String, _ state: (digest: String, bytes: Data)?, on occasion: ReferenceState.Occasion,
        at moment: Instant, by actor: PersonID, role: RoleName
    ) throws {
        if let state { try keep(text: Array(state.bytes), digest: state.digest, at: moment) }
        let last = try Row.fetchOne(database, sql: "SELECT * FROM reference_state ORDER BY number DESC LIMIT 1")
            .map { try ReferenceState($0) }
        let noted = ReferenceState(
            number: (last?.number ?? 0) + 1, at: moment, file: file, digest: state?.digest, occasion: occasion,
            actor: actor, role: role, previous: last?.hash ?? EventHash.zero)
        try database.execute(
            sql: """
                INSERT INTO reference_state (number, at, file, digest, occasion, actor, role, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                noted.number, moment.description, file, noted.digest, occasion.rawValue, actor.rawValue, role.rawValue,
                Data(noted.previous), Data(noted.hash),
            ])
    }
}
