internal import GRDB
package import Shares
package import Workflows

/// How long a share stood in one state of one machine.
package struct Stay: Hashable, Sendable {
    package var share: ShareReference
    package var machine: Machine
    package var state: StateName
    package var entered: Instant
    /// Nil: it stands there still.
    package var ended: Instant?
}

extension Stay {
    /// As clocks count it, in days.
    package var timed: TimedState { TimedState(state, entered: entered.day, left: ended?.day) }
}

extension LedgerReader {
    package func stays() throws -> [Stay] { try stays(where: "", []) }

    /// The stays of one share, by machine and in the order in which they began.
    package func stays(of share: ShareReference) throws -> [Stay] {
        try stays(where: "WHERE share = ?", [share.rawValue])
    }

    private func stays(where condition: String, _ arguments: StatementArguments) throws -> [Stay] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT share, machine, state, entered, ended FROM stay \(condition)
                ORDER BY share, machine, entered_version
                """, arguments: arguments)
        var stays: [Stay] = []
        while let row = try rows.next() {
            guard let machine = Machine(rawValue: row["machine"]), let entered = Instant(rfc3339: row["entered"]) else {
                continue
            }
            stays.append(
                Stay(
                    share: ShareReference(row["share"] as String), machine: machine,
                    state: StateName(rawValue: row["state"]), entered: entered,
                    ended: (row["ended"] as String?).flatMap { Instant(rfc3339: $0) }))
        }
        return stays
    }
}
