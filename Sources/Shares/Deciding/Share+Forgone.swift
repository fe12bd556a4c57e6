package import Workflows

/// What a person could do by and by, nobody else in their place, and can no more once they have given a command (segregation of
/// duties).
package struct Forgone: Hashable, Sendable {
    /// What the commands are called.
    package var titles: [String]
    /// The role for which another would then have to be there.
    package var role: RoleName
}

extension Share {
    /// What a command takes from whoever gives it; nil where it takes nothing that is theirs alone, or they have given it before.
    func forgone(
        by transition: Transition, of machine: Machine, to person: Person, in circumstances: Circumstances,
        under rules: Rulebook
    ) -> Forgone? {
        guard !duties.people(giving: transition.command).contains(person.id) else { return nil }
        let definition = rules.definitions[machine]
        let ahead = states(ahead: transition, of: definition)
        let barred = definition.definition.transitions.filter { other in
            other.notBy.contains(transition.command) && !ahead.isDisjoint(with: other.from)
        }
        for other in barred {
            guard other.roles.count == 1, let role = other.roles.first, person.roles.contains(role),
                Permission.objection(to: person, as: role, on: self, in: circumstances) == nil
            else { continue }
            let theirs = barred.filter { $0.roles == [role] }.map(\.title)
            return Forgone(titles: theirs.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, role: role)
        }
        return nil
    }

    /// Where the machine may stand after it, and a step later, as far as no other round begins.
    private func states(ahead transition: Transition, of definition: CheckedDefinition) -> Set<StateName> {
        let next = transition.to ?? state(definition.machine)
        let later = definition.transitions(from: next).filter {
            !$0.records.contains(Recording.begunAmendment.name)
        }
        return Set([next] + later.compactMap(\.to))
    }
}
