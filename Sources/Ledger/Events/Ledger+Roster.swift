internal import GRDB
package import Shares
package import Workflows

extension LedgerWriter {
    /// Records a change among the people of the installation.
    package func append(roster change: RosterChange, at moment: Instant, actor: PersonID, role: RoleName) throws {
        try append(change, to: .roster, at: moment, actor: actor, role: role)
    }
}

extension LedgerReader {
    /// How many changes made the roster: whoever holds it at this version need not read it again.
    package func rosterVersion() throws -> Int { try version(of: .roster) }

    /// The people of the installation and what holds between them.
    package func roster() throws -> Roster {
        var roster = Roster()
        for entry in try rosterEntries() { roster.apply(entry.change) }
        return roster
    }

    /// Every change to the roster, oldest first.
    package func rosterEntries() throws -> [RosterEntry] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, share_version, at, actor, role, body FROM event
                WHERE stream = 'roster' AND share = '' ORDER BY share_version
                """)
        var entries: [RosterEntry] = []
        while let row = try rows.next() {
            let position: Int = row["position"]
            guard let at = Instant(rfc3339: row["at"]) else {
                throw LedgerError.unreadableEvent(position: position, why: "its time is not RFC 3339")
            }
            entries.append(
                RosterEntry(
                    version: row["share_version"], at: at, actor: PersonID(row["actor"] as String),
                    role: RoleName(rawValue: row["role"]),
                    change: try EventBody.read(RosterChange.self, in: row["body"], at: position)))
        }
        return entries
    }
}
