package import Workflows

extension CheckedDefinitions {
    /// The transitions that an order may mean from where the share stands; what only follows from another command is
    /// nobody's to give.
    func transitions(of order: Order, from share: Share) -> [(Machine, Transition)] {
        Machine.allCases.compactMap { machine in
            if let wanted = order.machine, wanted != machine { return nil }
            return self[machine].transition(order.command, from: share.state(machine))
                .flatMap { $0.roles.isEmpty ? nil : (machine, $0) }
        }
    }
}

extension CheckedDefinition {
    /// A state's title, as people read it.
    package func title(of name: StateName) -> String { state(name)?.title ?? name.rawValue }
}

extension Step {
    /// What the command and everything that it caused write into the share, in order.
    var records: [RecordName] { moves.flatMap(\.transition.records) }

    /// The needs that are no longer established.
    var clears: [NeedName] { moves.flatMap(\.transition.clears) }
}
