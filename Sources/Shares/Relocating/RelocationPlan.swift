package import Workflows

/// What moving a share to another edition of the workflows does to it.
package struct RelocationPlan: Hashable, Sendable {
    package var relocation: Relocation
    /// Machines that come to another state.
    package var moves: [Act.Move]
    /// What changes for the people who work on it where it then stands, a sentence each.
    package var differences: [String]
}

extension Share {
    /// Moves the share to other rules: each machine stays in its state, or goes to the one that the map gives for a state
    /// that those rules no longer have, and the five must then stand as some share under them can, and their invariants must
    /// hold of what it has shown, so that no map leads around a step. Throws every reason why that cannot be.
    package func relocation(
        to rules: Rulebook, from old: CheckedDefinitions, reachable: ReachableConfigurations, shown: ShownFacts,
        map: RelocationMap = RelocationMap(), reason: String? = nil
    ) throws(Refusal) -> RelocationPlan {
        if pin == rules.pin {
            throw Refusal([
                Refusal.Reason(.possible, rule: "already-there", "\(reference) runs on that edition already.")
            ])
        }
        if Stage(configuration, under: old) == .ended {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "ended", "\(reference) has ended: it stays on the edition that it ended on.")
            ])
        }
        var reasons: [Refusal.Reason] = []
        var reached = configuration
        for machine in Machine.allCases {
            let state = map.state(for: state(machine), of: machine)
            reached[machine] = state
            if state != self.state(machine), rules.definitions[machine].state(self.state(machine)) != nil {
                reasons.append(
                    Refusal.Reason(
                        .possible, rule: "state-is-there",
                        "\(machine.asPeopleSay.capitalisedFirst) stands at “\(self.state(machine))”, which that edition has too: a map is only for a state that it no longer has, or it would lead around a step."
                    ))
            }
            guard rules.definitions[machine].state(state) == nil else { continue }
            reasons.append(
                Refusal.Reason(
                    .possible, rule: "state-not-there",
                    "\(machine.asPeopleSay.capitalisedFirst) would be at “\(state)”, which that edition does not have: map it with \(machine):\(self.state(machine))=STATE."
                ))
        }
        if reasons.isEmpty, !reachable.contains(reached) {
            reasons.append(
                Refusal.Reason(
                    .possible, rule: "cannot-stand-there",
                    "Under that edition no share can ever stand at \(reached): finish the step under way first, or map the states otherwise."
                ))
        }
        if reasons.isEmpty {
            reasons = rules.definitions.brokenInvariants(
                in: reached, established: shown.established, recorded: shown.recorded
            ).map { Refusal.Reason(.possible, rule: "invariant", "It would break “\($0.name)”: \($0.says)") }
        }
        guard reasons.isEmpty else { throw Refusal(reasons) }
        let moves = Machine.allCases.filter { reached[$0] != state($0) }
            .map { Act.Move($0, from: state($0), to: reached[$0]) }
        return RelocationPlan(
            relocation: Relocation(from: pin, to: rules.pin, standing: moves.standing, reason: reason),
            moves: moves,
            differences: Machine.allCases.flatMap { machine in
                RelocationDifferences(
                    machine: machine, old: old[machine], before: state(machine), new: rules.definitions[machine],
                    after: reached[machine]
                ).sentences
            })
    }

    /// The way back to the edition and the states before the last move; nil where something has happened since.
    package static func revert(of events: [Event], reason: String?) -> RelocationPlan? {
        guard case .relocated(let last)? = events.last?.happening, let now = Share(events: events),
            let before = Share(events: events.dropLast())
        else { return nil }
        let moves = Machine.allCases.filter { now.state($0) != before.state($0) }
            .map { Act.Move($0, from: now.state($0), to: before.state($0)) }
        return RelocationPlan(
            relocation: Relocation(from: last.to, to: last.from, standing: moves.standing, reason: reason),
            moves: moves,
            differences: [])
    }
}

extension [Act.Move] {
    fileprivate var standing: [String: StateName] {
        Dictionary(map { ($0.machine.rawValue, $0.to) }, uniquingKeysWith: { first, _ in first })
    }
}
