import Ledger
import Shares
import Workflows

/// Which deadlines of a share's states have been reached.
struct Deadlines {
    let definitions: CheckedDefinitions
    let calendar: WorkingDays

    struct Due {
        var machine: Machine
        var state: StateName
        var day: Day
        var effect: Deadline.Effect
    }

    /// Whether every machine stands at an end.
    func isOver(_ share: Share) -> Bool {
        Stage(share.configuration, under: definitions) == .ended
    }

    /// Whether any deadline has been reached.
    func haveCome(for share: Share, at today: Day) -> Bool { !due(in: share, at: today).isEmpty }

    func due(in share: Share, at today: Day) -> [Due] {
        Machine.allCases.flatMap { machine -> [Due] in
            let name = share.state(machine)
            guard let state = definitions[machine].state(name) else { return [] }
            return state.deadlines.compactMap { deadline in
                guard let from = ShareDate(rawValue: deadline.from.rawValue)?.day(of: share, machine: machine) else {
                    return nil
                }
                let day: Day
                switch deadline.offset {
                case .days(let days): day = from.adding(days: days)
                case .workingDays(let days): day = calendar.adding(days, to: from)
                }
                return day <= today ? Due(machine: machine, state: name, day: day, effect: deadline.effect) : nil
            }
        }
    }
}

extension Deadlines.Due {
    /// One letter for each holder of the roles; to the role itself where nobody holds it.
    func letters(
        to roles: [RoleName], about share: Share, in circumstances: Circumstances, definitions: CheckedDefinitions
    ) -> [Letter] {
        let title = definitions[machine].title(of: state)
        let recipients = roles.flatMap { role -> [String] in
            let holders = circumstances.roster.inOrder.filter {
                circumstances.roster.mayAct($0, as: role, on: share, in: circumstances)
            }
            return holders.isEmpty ? ["role:\(role)"] : holders.map(\.id.rawValue)
        }
        return Array(Set(recipients)).sorted().map { recipient in
            Letter(
                share: share.reference, kind: "remind:\(machine.rawValue):\(state)", due: day, recipient: recipient,
                subject: "\(share.reference) waits: \(title)",
                body:
                    "The share \(share.reference), “\(share.terms.title)”, stands at “\(title)” (\(machine.asPeopleSay)). "
                    + "This was due on \(day.inWords).",
                written: circumstances.now)
        }
    }
}
