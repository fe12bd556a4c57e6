import JSONValues

/// What one machine looks like as a graph.
extension DefinitionChecks {
    func graphFaults(_ one: LocatedDefinition) -> [DefinitionFault] {
        ambiguities(one) + orphans(one) + brokenEnds(one) + unreachable(one)
    }

    /// The same command twice from one state: nobody could say which is meant.
    private func ambiguities(_ one: LocatedDefinition) -> [DefinitionFault] {
        var seen: [CommandName: Set<StateName>] = [:]
        var faults: [DefinitionFault] = []
        for (index, transition) in one.definition.transitions.enumerated() where !transition.command.rawValue.isEmpty {
            // A state twice in one list is its own fault.
            let doubled = seen[transition.command, default: []].intersection(transition.from)
            for from in doubled.sorted() where !from.rawValue.isEmpty {
                faults.append(
                    one.fault(
                        .ambiguousTransition, at: one.place(transition: index),
                        "From \(quoted(from.rawValue)), \(quoted(transition.command.rawValue)) could mean two transitions."
                    ))
            }
            seen[transition.command, default: []].formUnion(transition.from)
        }
        return faults
    }

    /// Transitions that no role may take and that no other command causes.
    private func orphans(_ one: LocatedDefinition) -> [DefinitionFault] {
        let caused = Set(machines.values.flatMap(\.transitions).compactMap { $0.causes[one.definition.machine] })
        return one.definition.transitions.enumerated().compactMap { index, transition in
            guard transition.roles.isEmpty, !transition.command.rawValue.isEmpty, !caused.contains(transition.command)
            else { return nil }
            return one.fault(
                .nobodyMayTake, at: one.place(transition: index),
                "No role may give \(quoted(transition.command.rawValue)), and no other command causes it.")
        }
    }

    private func brokenEnds(_ one: LocatedDefinition) -> [DefinitionFault] {
        let ends = Set(one.definition.states.filter(\.isEnd).map(\.name))
        var faults: [DefinitionFault] = []
        var left: Set<StateName> = []
        for (index, transition) in one.definition.transitions.enumerated() {
            for (number, from) in transition.from.enumerated() {
                if let to = transition.to, to != from { left.insert(from) }
                guard ends.contains(from) else { continue }
                faults.append(
                    one.fault(
                        .endThatIsLeft, at: one.place(transition: index).appending("from").appending(number),
                        "\(quoted(from.rawValue)) is an end: no command may be given there."))
            }
        }
        guard one.isWhole else { return faults }
        for (index, state) in one.definition.states.enumerated() where !state.isEnd && !left.contains(state.name) {
            faults.append(
                one.fault(
                    .deadEnd, at: one.place(state: index),
                    "Nothing leaves \(quoted(state.name.rawValue)), and it is not called an end."))
        }
        return faults
    }

    /// States that no path from any entry leads to, whatever the other machines do.
    private func unreachable(_ one: LocatedDefinition) -> [DefinitionFault] {
        guard one.isWhole else { return [] }
        var reached = Set(one.definition.entries.values)
        var open = Array(reached)
        while let state = open.popLast() {
            for transition in one.definition.transitions where transition.from.contains(state) {
                if let to = transition.to, reached.insert(to).inserted { open.append(to) }
            }
        }
        return one.definition.states.enumerated().compactMap { index, state in
            guard !reached.contains(state.name) else { return nil }
            return one.fault(
                .unreachableState, at: one.place(state: index),
                "No way in leads to \(quoted(state.name.rawValue)).")
        }
    }
}
