import Workflows

extension Share {
    /// A sentence for each sign-off that is wanting and that nobody of the installation could give as things stand:
    /// better known before the share is opened for sign-off than after.
    ///
    /// Sign-offs of one party are left out: they are recorded as evidence where nobody of it is here.
    package func signOffGaps(in circumstances: Circumstances, under rules: Rulebook) -> [String] {
        let isToCome =
            rules.definitions.holds(
                Position([.approval: ["#pending"], .proposal: ["#considered"]]), in: configuration)
            || rules.definitions.holds(Position([.approval: ["#signing-off"]]), in: configuration)
        guard isToCome else { return [] }
        let bound = Set(
            rules.definitions[.approval].definition.transitions
                .filter { $0.records.contains(Recording.signOff.name) }.flatMap(\.notBy)
                .flatMap { duties.people(giving: $0) })
        return requiredSignOffs(under: rules.reference).compactMap { required in
            guard required.party == nil, !required.isMet(by: countedSignOffs) else { return nil }
            let possible = required.capacities.filter { capacity in
                let given = required.given(in: countedSignOffs).filter { $0.capacity == capacity }.count
                return given + free(for: RoleName(rawValue: capacity), bound, in: circumstances) >= required.people
            }
            guard possible.count < required.atLeast else { return nil }
            return
                "Nobody who is left may give the sign-off of \(required.what): whoever holds it on this share is missing, asked for the share, or has signed off otherwise."
        }
    }

    /// How many people could still sign off in a capacity.
    private func free(for role: RoleName, _ bound: Set<PersonID>, in circumstances: Circumstances) -> Int {
        let signed = Set(countedSignOffs.flatMap { [$0.by] + ($0.onBehalfOf.map { [$0] } ?? []) })
        return circumstances.roster.inOrder.count { person in
            !bound.contains(person.id) && !signed.contains(person.id)
                && circumstances.roster.mayAct(person, as: role, on: self, in: circumstances)
        }
    }
}
