import JSONValues

/// Names that must mean something.
extension DefinitionChecks {
    func stateFaults(_ one: LocatedDefinition) -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        var seen: Set<StateName> = []
        for (index, state) in one.definition.states.enumerated() {
            let place = one.place(state: index)
            if !state.name.rawValue.isEmpty, !seen.insert(state.name).inserted {
                faults.append(
                    one.fault(
                        .doubledState, at: place.appending("name"),
                        "There are two states \(quoted(state.name.rawValue))."))
            }
            faults += unknown(
                state.waitsFor, known: vocabulary.roles, .unknownRole, "role", at: place.appending("waitsFor"), of: one)
            for (number, deadline) in state.deadlines.enumerated() {
                faults += deadlineFaults(
                    deadline, in: state, at: place.appending("deadlines").appending(number), of: one)
            }
        }
        let limit = PackedConfiguration.statesPerMachine
        if one.definition.states.count > limit {
            faults.append(
                one.fault(.tooMany, at: JSONPointer(["states"]), "A machine has \(limit) states at most."))
        }
        return faults + entryFaults(one)
    }

    private func entryFaults(_ one: LocatedDefinition) -> [DefinitionFault] {
        let place = JSONPointer(["entries"])
        let states = Set(one.definition.states.map(\.name))
        var faults: [DefinitionFault] = []
        for (entry, state) in one.definition.entries.sorted(by: { $0.key < $1.key }) {
            if !vocabulary.entries.contains(entry) {
                faults.append(
                    one.fault(
                        .unknownEntry, at: place.appending(entry.rawValue),
                        "No share comes in as \(quoted(entry.rawValue))."))
            }
            if !state.rawValue.isEmpty, !states.contains(state) {
                faults.append(
                    one.fault(
                        .unknownState, at: place.appending(entry.rawValue),
                        "There is no state \(quoted(state.rawValue))."))
            }
        }
        for entry in vocabulary.entries.sorted() where one.definition.entries[entry] == nil {
            faults.append(
                one.fault(
                    .missingEntry, at: place,
                    "It does not say where a share starts that comes in as \(quoted(entry.rawValue))."))
        }
        return faults
    }

    private func deadlineFaults(
        _ deadline: Deadline, in state: State, at place: JSONPointer, of one: LocatedDefinition
    ) -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        if !deadline.from.rawValue.isEmpty, !vocabulary.dates.contains(deadline.from) {
            faults.append(
                one.fault(
                    .unknownDate, at: place.appending("from"), "There is no date \(quoted(deadline.from.rawValue))."))
        }
        switch deadline.effect {
        case .remind(let roles):
            faults += unknown(
                roles, known: vocabulary.roles, .unknownRole, "role", at: place.appending("remind"), of: one)
        case .command(let command) where !command.rawValue.isEmpty:
            let place = place.appending("command")
            let name = quoted(command.rawValue)
            let found = one.definition.transitions.first { $0.command == command && $0.from.contains(state.name) }
            if let found, !found.roles.contains(.system) {
                faults.append(
                    one.fault(.deadlineCommand, at: place, "The role “system” may not give \(name) in this state."))
            } else if found == nil, one.isWhole {
                faults.append(one.fault(.deadlineCommand, at: place, "This state has no command \(name)."))
            }
        case .command: break
        }
        return faults
    }

    func transitionFaults(_ one: LocatedDefinition) -> [DefinitionFault] {
        let states = Set(one.definition.states.map(\.name))
        let commands = Set(machines.values.flatMap(\.transitions).map(\.command)).union([.propose])
        var faults: [DefinitionFault] = []
        for (index, transition) in one.definition.transitions.enumerated() {
            let place = one.place(transition: index)
            func check<Name: DefinedName>(
                _ names: [Name], _ known: Set<Name>, _ rule: DefinitionFault.Rule, _ kind: String, _ key: String
            ) {
                faults += unknown(names, known: known, rule, kind, at: place.appending(key), of: one)
            }
            check(transition.from, states, .unknownState, "state", "from")
            if let to = transition.to, !to.rawValue.isEmpty, !states.contains(to) {
                faults.append(
                    one.fault(.unknownState, at: place.appending("to"), "There is no state \(quoted(to.rawValue))."))
            }
            check(transition.roles, vocabulary.roles, .unknownRole, "role", "roles")
            check(transition.evidence, vocabulary.evidence, .unknownEvidence, "evidence field", "evidence")
            check(transition.optionalEvidence, vocabulary.evidence, .unknownEvidence, "evidence field", "mayGive")
            check(transition.records, vocabulary.records, .unknownRecord, "record", "records")
            check(transition.clears, vocabulary.needs, .unknownNeed, "need", "clears")
            check(transition.notBy, commands, .unknownCommand, "command", "notBy")
            for (number, need) in transition.needs.enumerated() {
                let place = place.appending("needs").appending(number)
                switch need {
                case .fact(let name) where !name.rawValue.isEmpty && !vocabulary.needs.contains(name):
                    faults.append(one.fault(.unknownNeed, at: place, "There is no need \(quoted(name.rawValue))."))
                case .fact: break
                case .position(let position): faults += positionFaults(position, at: place, of: one)
                }
            }
        }
        return faults
    }

    func invariantFaults(_ one: LocatedDefinition) -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        var seen: Set<String> = []
        for (index, invariant) in one.definition.invariants.enumerated() {
            let place = one.place(invariant: index)
            if !invariant.name.isEmpty, !seen.insert(invariant.name).inserted {
                faults.append(
                    one.fault(
                        .doubledName, at: place.appending("name"), "There are two invariants \(quoted(invariant.name))."
                    ))
            }
            for (place, condition) in located(invariant.rule, at: place) {
                faults += positionFaults(condition.position, at: place, of: one)
                faults += unknown(
                    condition.established, known: vocabulary.needs, .unknownNeed, "need",
                    at: place.appending("established"), of: one)
                faults += unknown(
                    condition.recorded, known: vocabulary.records, .unknownRecord, "record",
                    at: place.appending("recorded"), of: one)
            }
            if case .whenRecording(let records, _) = invariant.rule {
                faults += unknown(
                    records, known: vocabulary.records, .unknownRecord, "record",
                    at: place.appending("whenRecording"), of: one)
            }
        }
        return faults
    }

    /// The conditions of a rule, each with its place.
    private func located(
        _ rule: Invariant.Rule, at place: JSONPointer
    ) -> [(JSONPointer, Invariant.Condition)] {
        func list(_ key: String, _ conditions: [Invariant.Condition]) -> [(JSONPointer, Invariant.Condition)] {
            conditions.enumerated().map { (place.appending(key).appending($0), $1) }
        }
        switch rule {
        case .whenever(let first, let others): return [(place.appending("whenever"), first)] + list("then", others)
        case .canReach(let first, let others): return [(place.appending("whenever"), first)] + list("canReach", others)
        case .canAlwaysReach(let others): return list("canAlwaysReach", others)
        case .whenRecording(_, let others): return list("then", others)
        }
    }
}
