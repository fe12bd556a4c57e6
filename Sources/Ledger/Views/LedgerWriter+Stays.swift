internal import GRDB
import Shares
import Workflows

extension LedgerWriter {
    /// Keeps how long a share stood in each state. What a register says it inherited has no beginning that is known here.
    func recordStays(of event: Event) throws {
        switch event.happening {
        case .registered(let registration):
            guard registration.origin.kind == .proposed else { return }
            for (machine, state) in registration.standing.sorted(by: { $0.key < $1.key }) {
                try enter(state, of: machine, by: event)
            }
        case .acted(let act):
            for move in act.moves where move.from != move.to {
                let leave = try database.cachedStatement(
                    sql: "UPDATE stay SET ended = ? WHERE share = ? AND machine = ? AND ended IS NULL")
                try leave.execute(arguments: [event.at.description, event.share.rawValue, move.machine.rawValue])
                try enter(move.to, of: move.machine.rawValue, by: event)
            }
        case .corrected:
            return
        }
    }

    private func enter(_ state: StateName, of machine: String, by event: Event) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT INTO stay (share, machine, state, entered, entered_version) VALUES (?, ?, ?, ?, ?)")
        try insert.execute(arguments: [
            event.share.rawValue, machine, state.rawValue, event.at.description, event.version,
        ])
    }
}
