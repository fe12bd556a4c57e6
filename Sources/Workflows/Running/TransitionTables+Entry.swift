extension TransitionTables.Entry {
    init(
        _ transition: Transition, number: Int, of definition: CheckedDefinition, in definitions: [CheckedDefinition],
        facts: FactBits, commands: [CommandName: Int]
    ) {
        machine = definition.machine.number
        self.number = number
        to = transition.to.flatMap { definition.stateNumbers[$0] }
        var needs = PackedCondition(allowed: [], facts: 0)
        var established: UInt64 = 0
        for need in transition.needs {
            switch need {
            case .fact(let name): established |= facts.bit(of: name)
            case .position(let position): needs.narrow(by: position, in: definitions)
            }
        }
        self.needs = needs
        records = transition.records.reduce(0) { $0 | facts.bit(of: $1) }
        establishes = established | records
        clears = transition.clears.reduce(0) { $0 | facts.bit(of: $1) }
        causes = transition.causes
            .sorted { $0.key.number < $1.key.number }
            .compactMap { machine, command in commands[command].map { (machine.number, $0) } }
        isDirect = !transition.roles.isEmpty
    }
}

extension PackedCondition {
    init(_ condition: Invariant.Condition, in definitions: [CheckedDefinition], facts: FactBits) {
        self.init(allowed: [], facts: 0)
        narrow(by: condition.position, in: definitions)
        self.facts = condition.established.reduce(0) { $0 | facts.bit(of: $1) }
        self.facts = condition.recorded.reduce(self.facts) { $0 | facts.bit(of: $1) }
    }

    /// Adds that the machines must also stand there.
    mutating func narrow(by position: Position, in definitions: [CheckedDefinition]) {
        for (machine, references) in position.states.sorted(by: { $0.key.number < $1.key.number }) {
            let definition = definitions[machine.number]
            let states = references.flatMap { definition.states(for: $0) }
            let bits = states.compactMap { definition.stateNumbers[$0] }.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
            allowed.append((machine.number, bits))
        }
    }
}
