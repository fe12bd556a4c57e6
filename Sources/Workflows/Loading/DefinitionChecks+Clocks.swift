import JSONValues

/// Clocks run in states that are there, one name each, and never run and stand still at once.
extension DefinitionChecks {
    func clockFaults(_ one: LocatedDefinition) -> [DefinitionFault] {
        let states = Set(one.definition.states.map(\.name))
        var faults: [DefinitionFault] = []
        var seen: Set<String> = []
        for (index, clock) in one.definition.clocks.enumerated() {
            let place = JSONPointer(["clocks", String(index)])
            if !clock.name.isEmpty, !seen.insert(clock.name).inserted {
                faults.append(
                    one.fault(
                        .doubledName, at: place.appending("name"), "There are two clocks \(quoted(clock.name))."))
            }
            faults += unknown(clock.runs, known: states, .unknownState, "state", at: place.appending("runs"), of: one)
            faults += unknown(
                clock.pauses, known: states, .unknownState, "state", at: place.appending("pauses"), of: one)
            for (number, state) in clock.pauses.enumerated() where clock.runs.contains(state) {
                faults.append(
                    one.fault(
                        .doubledName, at: place.appending("pauses").appending(number),
                        "In \(quoted(state.rawValue)) the clock cannot both run and stand still."))
            }
        }
        return faults
    }
}
