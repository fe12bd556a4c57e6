internal import GRDB
package import Shares
package import Workflows

extension LedgerWriter {
    /// Records what was decided about redundant shares.
    package func append(
        decision: RedundancyDecision, at moment: Instant, actor: PersonID, role: RoleName
    ) throws {
        try append(decision, to: .consolidation, at: moment, actor: actor, role: role)
    }
}

extension LedgerReader {
    /// How many decisions there are about redundant shares.
    package func decisionCount() throws -> Int { try version(of: .consolidation) }

    /// Every decision about redundant shares, oldest first.
    package func decisions() throws -> [RecordedDecision] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, share_version, at, actor, role, body FROM event
                WHERE stream = 'consolidation' AND share = '' ORDER BY share_version
                """)
        var decisions: [RecordedDecision] = []
        while let row = try rows.next() {
            let position: Int = row["position"]
            guard let at = Instant(rfc3339: row["at"]) else {
                throw LedgerError.unreadableEvent(position: position, why: "its time is not RFC 3339")
            }
            decisions.append(
                RecordedDecision(
                    number: row["share_version"], at: at, actor: PersonID(row["actor"] as String),
                    role: RoleName(rawValue: row["role"]),
                    decision: try EventBody.read(RedundancyDecision.self, in: row["body"], at: position),
                    position: position))
        }
        return decisions
    }
}
