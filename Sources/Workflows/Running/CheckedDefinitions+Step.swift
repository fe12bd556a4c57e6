extension CheckedDefinitions {
    /// What a command does, with what it causes; nil where the machine has no such command in its present state, where
    /// the command only ever follows from another, or where the other machines do not stand as it needs.
    ///
    /// Named needs, roles and evidence are for the host to ask: here is only what is possible.
    package func step(_ configuration: Configuration, _ machine: Machine, _ command: CommandName) -> Step? {
        guard let packed = pack(configuration),
            let number = self[machine].number(of: command, from: configuration[machine])
        else { return nil }
        let entry = tables.entry(machine: machine.number, number: number)
        guard tables.entries[entry].isDirect else { return nil }
        var taken: [Int] = []
        guard let after = tables.advance(packed, taking: entry, moves: &taken) else { return nil }
        let reached = unpack(after)
        let moves = taken.map { number in
            let entry = tables.entries[number]
            let machine = Machine.allCases[entry.machine]
            return Step.Move(
                machine: machine, transition: self[machine].definition.transitions[entry.number],
                from: configuration[machine], to: reached[machine])
        }
        return Step(before: configuration, after: reached, moves: moves)
    }

    /// Whether every machine that the position names stands in one of the states that it lists.
    package func holds(_ position: Position, in configuration: Configuration) -> Bool {
        position.states.allSatisfy { machine, references in
            references.contains { self[machine].matches($0, state: configuration[machine]) }
        }
    }

    /// The facts are left empty: the host has its own.
    func pack(_ configuration: Configuration) -> PackedConfiguration? {
        var packed = PackedConfiguration(bits: 0)
        for machine in Machine.allCases {
            guard let state = self[machine].stateNumbers[configuration[machine]] else { return nil }
            packed.place(machine.number, in: state)
        }
        return packed
    }

    func unpack(_ packed: PackedConfiguration) -> Configuration {
        func name(_ machine: Machine) -> StateName {
            self[machine].definition.states[packed.state(machine.number)].name
        }
        return Configuration(
            proposal: name(.proposal), dpia: name(.dpia), approval: name(.approval), review: name(.review),
            retirement: name(.retirement))
    }
}
