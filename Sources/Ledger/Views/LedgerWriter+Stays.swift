internal import GRDB
import Shares
import Workflows

extension LedgerWriter {
    /// Keeps how long a share stood in each state.
    func recordStays(of event: Event) throws {
        for (machine, state) in event.entered {
            if event.version > 1 {
                let leave = try database.cachedStatement(
                    sql: "UPDATE stay SET ended = ? WHERE share = ? AND machine = ? AND ended IS NULL")
                try leave.execute(arguments: [event.at.description, event.share.rawValue, machine.rawValue])
            }
            let insert = try database.cachedStatement(
                sql: "INSERT INTO stay (share, machine, state, entered, entered_version) VALUES (?, ?, ?, ?, ?)")
            try insert.execute(arguments: [
                event.share.rawValue, machine.rawValue, state.rawValue, event.at.description, event.version,
            ])
        }
    }
}

extension Event {
    /// The states that a share enters by it, which ends its stay where the machine stood before. What a register says it
    /// inherited has no beginning that is known here.
    var entered: [(machine: Machine, state: StateName)] {
        switch happening {
        case .registered(let registration):
            guard registration.origin.kind == .proposed else { return [] }
            return Machine.allCases.compactMap { machine in
                registration.standing[machine.rawValue].map { (machine, $0) }
            }
        case .acted(let act): return act.moves.filter { $0.from != $0.to }.map { ($0.machine, $0.to) }
        case .relocated(let relocation):
            return Machine.allCases.compactMap { machine in
                relocation.standing[machine.rawValue].map { (machine, $0) }
            }
        case .corrected: return []
        }
    }
}

/// The stays of one share as its events make them.
struct StayFold {
    private(set) var stays: [Stay] = []

    mutating func apply(_ event: Event) {
        for (machine, state) in event.entered {
            if let open = stays.firstIndex(where: { $0.machine == machine && $0.ended == nil }) {
                stays[open].ended = event.at
            }
            stays.append(Stay(share: event.share, machine: machine, state: state, entered: event.at, ended: nil))
        }
    }

    /// In the order in which they are stored.
    var inOrder: [Stay] {
        Machine.allCases.sorted { $0.rawValue < $1.rawValue }.flatMap { machine in
            stays.filter { $0.machine == machine }
        }
    }
}
