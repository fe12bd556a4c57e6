import Workflows

/// What is otherwise, for one machine, where a share stands after it was moved.
struct RelocationDifferences {
    let machine: Machine
    let old: CheckedDefinition
    let before: StateName
    let new: CheckedDefinition
    let after: StateName

    var sentences: [String] { deadlines + commands }

    private var deadlines: [String] {
        let earlier = old.state(before)?.deadlines ?? []
        return (new.state(after)?.deadlines ?? []).filter { !earlier.contains($0) }.map {
            "\(machine.asPeopleSay.capitalisedFirst): \($0.inWords)."
        }
    }

    /// What a command that was possible needs beyond before, and which are possible no more.
    private var commands: [String] {
        var sentences: [String] = []
        for earlier in old.transitions(from: before) where !earlier.roles.isEmpty {
            guard let transition = new.transition(earlier.command, from: after) else {
                sentences.append("“\(earlier.title)” is not possible there.")
                continue
            }
            let needs = transition.needs.filter { !earlier.needs.contains($0) }.compactMap { need in
                if case .fact(let name) = need { name.rawValue } else { nil }
            }
            let fields = transition.evidence.filter { !earlier.evidence.contains($0) }.map(\.rawValue)
            let asked = needs + fields
            if !asked.isEmpty { sentences.append("“\(transition.title)” also needs \(asked.joined(separator: ", ")).") }
            let gone = earlier.roles.filter { !transition.roles.contains($0) }.map(\.asPeopleSay)
            if !gone.isEmpty {
                sentences.append("“\(transition.title)” is no longer for \(gone.joined(separator: ", ")).")
            }
        }
        return sentences
    }
}

extension Deadline {
    /// `10 working days after it was entered, a reminder to the data owner`.
    var inWords: String {
        let (count, unit): (Int, String) =
            switch offset {
            case .days(let count): (count, abs(count) == 1 ? "day" : "days")
            case .workingDays(let count): (count, abs(count) == 1 ? "working day" : "working days")
            }
        let date = from == "entered" ? "it is entered" : "the \(from.rawValue.replacing("-", with: " "))"
        let day =
            count == 0 ? "on the day of \(date)" : "\(abs(count)) \(unit) \(count < 0 ? "before" : "after") \(date)"
        return switch effect {
        case .remind(let roles): "\(day), a reminder to \(roles.map(\.asPeopleSay).joined(separator: ", "))"
        case .command(let command): "\(day), “\(command)” is given"
        }
    }
}
