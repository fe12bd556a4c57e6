extension CheckedDefinitions {
    /// Explores the product of the five from every way in, and checks every invariant in every configuration.
    ///
    /// - Parameters:
    ///   - stopsEarly: stops at the first invariant found broken; then states and transitions that were not met are not
    ///     called faults.
    ///   - limit: gives up, with a fault, where there are more configurations than this; the default is some 100 times
    ///     what the master definitions have.
    package func prove(stopsEarly: Bool = false, limit: Int = 1_500_000) -> Proof {
        let invariants = all.flatMap { definition in
            definition.definition.invariants.map {
                PackedInvariant($0, of: definition.machine, in: all, facts: tables.facts)
            }
        }
        let entries = starts.keys.sorted()
        let packed = entries.map { starts[$0].flatMap { pack($0) } ?? PackedConfiguration(bits: 0) }
        let exploration = Exploration(
            tables: tables, invariants: invariants, starts: packed, stopsEarly: stopsEarly, limit: limit)
        func path(to number: Int, then entry: Int? = nil) -> Counterexample {
            counterexample(to: number, then: entry, in: exploration, entries: entries, starts: packed)
        }
        var violated: [(PackedInvariant, Counterexample)] = []
        var faults: [ProofFault] = []
        if exploration.isCutShort {
            faults = [.tooLarge(limit: limit)]
        } else if !(stopsEarly && !exploration.broken.isEmpty) {
            let backward = BackwardReachability(exploration)
            for invariant in invariants {
                guard case .canReach = invariant.kind,
                    let stranded = backward.firstStranded(invariant, in: exploration.numbers.all)
                else { continue }
                violated.append((invariant, path(to: stranded)))
            }
            faults = unused(in: exploration)
        }
        for (index, place) in exploration.broken.sorted(by: { $0.key < $1.key }) {
            let invariant = invariants[index]
            violated.append((invariant, path(to: place.configuration, then: place.entry)))
        }
        // The shortest way to trouble first: it is the one to read, and often the cause of the others.
        let sorted = violated.enumerated().sorted {
            ($0.element.1.acts.count, $0.offset) < ($1.element.1.acts.count, $1.offset)
        }
        let broken = sorted.map { ProofFault.violated($0.element.0.machine, $0.element.0.invariant, $0.element.1) }
        return Proof(
            configurations: exploration.numbers.all.count, steps: exploration.targets.count, faults: broken + faults)
    }

    /// The way back to a start, turned round.
    private func counterexample(
        to number: Int, then entry: Int?, in exploration: Exploration, entries: [EntryName],
        starts: [PackedConfiguration]
    ) -> Counterexample {
        var taken: [Int] = entry.map { [$0] } ?? []
        var place = number
        while exploration.parents[place] >= 0 {
            taken.append(Int(exploration.takenTo[place]))
            place = Int(exploration.parents[place])
        }
        let start = starts.firstIndex(of: exploration.numbers.all[place]) ?? 0
        var end = exploration.numbers.all[number]
        if let entry {
            var moves: [Int] = []
            end = tables.advance(end, taking: entry, moves: &moves) ?? end
        }
        let acts = taken.reversed().map { number in
            let entry = tables.entries[number]
            let machine = Machine.allCases[entry.machine]
            return Counterexample.Act(
                machine: machine, command: self[machine].definition.transitions[entry.number].command)
        }
        return Counterexample(entry: entries[start], acts: acts, end: unpack(end))
    }

    /// States and transitions that are there for nothing.
    private func unused(in exploration: Exploration) -> [ProofFault] {
        var met = Machine.allCases.map { [Bool](repeating: false, count: self[$0].definition.states.count) }
        for configuration in exploration.numbers.all {
            for machine in met.indices { met[machine][configuration.state(machine)] = true }
        }
        var faults: [ProofFault] = []
        for definition in all {
            for (number, state) in definition.definition.states.enumerated()
            where !met[definition.machine.number][number] {
                faults.append(.stateNeverReached(definition.machine, state.name))
            }
            for (number, transition) in definition.definition.transitions.enumerated()
            where !exploration.taken[tables.entry(machine: definition.machine.number, number: number)] {
                faults.append(.transitionNeverTaken(definition.machine, transition.command, number: number))
            }
        }
        return faults
    }
}
