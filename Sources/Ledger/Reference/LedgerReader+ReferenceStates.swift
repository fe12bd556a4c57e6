import Crypto
internal import GRDB
package import Shares
package import Workflows

extension LedgerReader {
    /// How many states of the reference data are noted.
    package func referenceStateCount() throws -> Int {
        let statement = try database.cachedStatement(sql: "SELECT coalesce(max(number), 0) FROM reference_state")
        return try Int.fetchOne(statement) ?? 0
    }

    /// The last state of each file that was ever noted, by the name of the file.
    package func lastReferenceStates() throws -> [String: ReferenceState] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM reference_state WHERE number IN (SELECT max(number) FROM reference_state GROUP BY file)
                """)
        return Dictionary(try rows.map { try ReferenceState($0) }.map { ($0.file, $0) }) { $1 }
    }

    /// The states of a file, the newest first; only those before a number where one is given.
    package func referenceStates(of file: String, before: Int? = nil, limit: Int) throws -> [ReferenceState] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT * FROM reference_state WHERE file = ? AND number < ? ORDER BY number DESC LIMIT ?
                """,
            arguments: [file, before ?? Int.max, limit]
        ).map { try ReferenceState($0) }
    }

    /// The state of a file that followed on one of it.
    package func referenceState(of file: String, after number: Int) throws -> ReferenceState? {
        try Row.fetchOne(
            database,
            sql: "SELECT * FROM reference_state WHERE file = ? AND number > ? ORDER BY number LIMIT 1",
            arguments: [file, number]
        ).map { try ReferenceState($0) }
    }

    /// All that are noted, the oldest first.
    package func forEachReferenceState(_ body: (ReferenceState) throws -> Void) throws {
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM reference_state ORDER BY number")
        while let row = try rows.next() { try body(ReferenceState(row)) }
    }

    /// What is wrong with the chain of states, or with the texts that it names.
    func referenceStateFaults() throws -> [String] {
        var faults: [String] = []
        var last = (number: 0, hash: EventHash.zero)
        try forEachReferenceState { state in
            if state.number != last.number + 1 {
                faults.append("State \(last.number + 1) of the reference data is not there.")
            }
            if state.previous != last.hash || Array(SHA256.hash(data: state.text)) != state.hash {
                faults.append("State \(state.number) of the reference data is not as it was noted.")
            }
            last = (state.number, state.hash)
        }
        let missing = try Row.fetchAll(
            database,
            sql: """
                SELECT number, file FROM reference_state
                WHERE digest IS NOT NULL AND digest NOT IN (SELECT digest FROM kept_text) ORDER BY number
                """)
        return faults
            + missing.map { "The text of \($0["file"] as String), state \($0["number"] as Int), is missing." }
    }

    /// Who did what the record has at a position.
    package func author(at position: Int) throws -> (actor: PersonID, role: RoleName)? {
        let statement = try database.cachedStatement(sql: "SELECT actor, role FROM event WHERE position = ?")
        return try Row.fetchOne(statement, arguments: [position]).map { row in
            (PersonID(row["actor"] as String), RoleName(rawValue: row["role"]))
        }
    }
}
