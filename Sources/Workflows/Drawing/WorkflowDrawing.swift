/// What the drawings of a machine have in common: which arrows there are, merged where several share a command.
struct WorkflowDrawing {
    /// Commands that lead from one state to another.
    struct Arrow: Hashable {
        let from: StateName
        let to: StateName
        let transition: Transition
    }

    let definition: Definition

    init(_ definition: Definition) {
        self.definition = definition
    }

    /// Every arrow, in the order of the file; a transition that stays is an arrow to the state itself.
    var arrows: [Arrow] {
        definition.transitions.flatMap { transition in
            transition.from.map { Arrow(from: $0, to: transition.to ?? $0, transition: transition) }
        }
    }

    /// States in which shares start, with the ways in, in the order of the states.
    var starts: [(state: StateName, entries: [EntryName])] {
        definition.states.compactMap { state in
            let entries = definition.entries.filter { $0.value == state.name }.keys.sorted()
            return entries.isEmpty ? nil : (state.name, entries)
        }
    }
}

extension Need {
    /// The need as drawings and tables show it: its name, or where the other machines must stand.
    package var text: String {
        switch self {
        case .fact(let name): name.rawValue
        case .position(let position): position.text
        }
    }
}

extension Position {
    package var text: String {
        states.sorted { $0.key.number < $1.key.number }
            .map { "\($0.key.rawValue) in \($0.value.joined(separator: " or "))" }
            .joined(separator: "; ")
    }
}
