package import Workflows

/// A role in which a person may act, of their own or for somebody who delegated it to them.
package struct Authority: Hashable, Sendable {
    package var role: RoleName
    /// The person who delegated the role; nil: it is their own.
    package var onBehalfOf: PersonID?

    package init(_ role: RoleName, onBehalfOf: PersonID? = nil) {
        self.role = role
        self.onBehalfOf = onBehalfOf
    }

    /// Whose right it is, when this person uses it.
    package func holder(_ person: Person, in roster: Roster) -> Person {
        onBehalfOf.flatMap { roster[$0] } ?? person
    }
}

extension [Authority] {
    /// Their roles as the one field that takes one of them says: `dpo or security`.
    package var asChoices: String { map(\.role.rawValue).joined(separator: " or ") }
}

extension Roster {
    /// The roles among some that a person holds, their own before those delegated to them, in the order given.
    package func authorities(of person: Person, among roles: [RoleName], on day: Day) -> [Authority] {
        let own = roles.filter { person.roles.contains($0) }
        let lent = delegations(to: person.id, on: day)
        return own.map { Authority($0) }
            + roles.flatMap { role in
                lent.filter { $0.roles.contains(role) }.map { Authority(role, onBehalfOf: $0.principal) }
            }
    }

    /// Whether a person may act in a role on a share on a day, themself or for another.
    package func mayAct(_ person: Person, as role: RoleName, on share: Share, in circumstances: Circumstances) -> Bool {
        objection(toActingBy: person.id, on: circumstances.today) == nil
            && authorities(of: person, among: [role], on: circumstances.today).contains {
                Permission.objection(to: $0.holder(person, in: self), as: role, on: share, in: circumstances) == nil
            }
    }

    /// The capacities, each once, in which a person might sign off on a share, their own or delegated to them.
    func signOffCapacities(
        of person: Person, on share: some ActedOn, in circumstances: Circumstances
    ) -> [RoleName] {
        let capacities = SignOffRule.capacities.map { RoleName(rawValue: $0) }
        return authorities(of: person, among: capacities, on: circumstances.today).filter {
            Permission.objection(to: $0.holder(person, in: self), as: $0.role, on: share, in: circumstances) == nil
        }.reduce(into: []) { roles, authority in
            if !roles.contains(authority.role) { roles.append(authority.role) }
        }
    }

    /// The last delegation of one of the roles to a person, where it is over: it explains why they may no longer.
    func endedDelegation(to person: PersonID, among roles: [RoleName], on day: Day) -> Delegation? {
        delegations.filter { $0.delegate == person && $0.last < day && !Set($0.roles).isDisjoint(with: roles) }
            .max { $0.last < $1.last }
    }
}
