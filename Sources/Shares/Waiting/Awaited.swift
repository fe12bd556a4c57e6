package import Workflows

/// Somebody for whom a step of a share waits: whoever holds a role on it, of one organisation where it is that one's to do.
package struct Awaited: Hashable, Sendable {
    package var role: RoleName
    /// The identifier of the organisation whose people they are; nil: anybody who holds the role on the share.
    package var organisation: String?
    /// Those who may not do it, as they have done their part or gave what excludes it.
    package var except: Set<PersonID>
    /// Whom it waits for where nobody is there who holds the role.
    package var otherwise: [Awaited]
    /// Whether nobody can do it while the share has no data owner.
    package var needsOwner: Bool
    /// Sign-offs in other capacities: where nobody else is there, whoever gave one takes it back first.
    var bound: [BoundSignOff] = []
    /// The people whom it waits for; nil: all who hold the role on the share.
    private(set) var only: Set<PersonID>?
    /// The capacity in which they have signed off, and would have to take that back first.
    package private(set) var toWithdraw: RoleName?
    /// Whether it is the hub, which has to appoint a data owner before anything else is done.
    package private(set) var isToAppoint = false

    package init(
        _ role: RoleName, of organisation: String? = nil, except: Set<PersonID> = [], otherwise: [Awaited] = [],
        needsOwner: Bool = false
    ) {
        self.role = role
        self.organisation = organisation
        self.except = except
        self.otherwise = otherwise
        self.needsOwner = needsOwner
    }

    /// A sign-off by which whoever gave it is bound to its capacity.
    struct BoundSignOff: Hashable, Sendable {
        var capacity: RoleName
        var by: PersonID
        var onBehalfOf: PersonID?
    }

    /// Somebody who is asked to take back the sign-off given in a capacity.
    fileprivate static func freeing(_ role: RoleName, _ person: PersonID, by capacity: RoleName) -> Awaited {
        var one = Awaited(role)
        one.only = [person]
        one.toWithdraw = capacity
        return one
    }

    /// The hub, which has to appoint a data owner.
    static var appointing: Awaited {
        var hub = Awaited("hub")
        hub.isToAppoint = true
        return hub
    }

    /// Whoever is named first of those who may take a step; the others where nobody of the first is there for it.
    static func first(
        of roles: [RoleName], except: Set<PersonID> = [], needsOwner: Bool = false
    ) -> [Awaited] {
        guard let first = roles.first else { return [] }
        return [
            Awaited(
                first, except: except, otherwise: roles.dropFirst().map { Awaited($0, except: except) },
                needsOwner: needsOwner)
        ]
    }

    /// The same without people who are barred from what it waits for.
    func barring(_ people: Set<PersonID>) -> Awaited {
        var barred = self
        barred.except.formUnion(people)
        return barred
    }

    /// Whether it is whoever is the data owner of the share, whatever organisation they are of.
    fileprivate var isOwner: Bool { role == "data-owner" && organisation == nil }

    /// Whether every holder of the role serves.
    package var isAnybodys: Bool {
        organisation == nil && except.isEmpty && otherwise.isEmpty && !needsOwner && bound.isEmpty && only == nil
    }

    /// Whether somebody who acts for themself, or for another, is among those meant, as far as it does not depend on the share.
    package func takes(_ person: Person, for holder: Person) -> Bool {
        !except.contains(person.id) && !except.contains(holder.id)
            && (only.map { $0.contains(person.id) || $0.contains(holder.id) } ?? true)
            && (organisation.map { $0 == holder.organisation } ?? true)
    }
}

extension Circumstances {
    /// Those of them who are there, or whoever has to see to it that somebody is.
    package func present(_ awaited: [Awaited], on share: some ActedOn) -> [Awaited] {
        var present: [Awaited] = []
        for one in awaited.flatMap({ self.present($0, on: share) }) where !present.contains(one) {
            present.append(one)
        }
        // Of an owner who is gone, or may not, nothing is waited for; where nobody else is asked, another is appointed.
        let others = present.filter { !($0.isOwner && $0.otherwise.isEmpty && wantsAnotherOwner(for: $0, on: share)) }
        return others.isEmpty && !present.isEmpty ? [.appointing] : others
    }

    private func present(_ one: Awaited, on share: some ActedOn) -> [Awaited] {
        if one.needsOwner, lacksOwner(share) { return [.appointing] }
        let freeing = one.bound.isEmpty || isHeld(one, on: share) ? [] : self.freeing(one, on: share)
        guard freeing.isEmpty else { return freeing }
        guard !one.otherwise.isEmpty, !isHeld(one, on: share) else { return [one] }
        let isOwnersAlone = one.isOwner && one.otherwise.allSatisfy { $0.role == "hub" }
        if isOwnersAlone, lacksOwner(share) { return [.appointing] }
        // The hub that is asked in the owner's place, and may do no more than appoint another.
        if one.isOwner, one.otherwise == [Awaited("hub")], wantsAnotherOwner(for: one, on: share) {
            return [.appointing]
        }
        // An owner who is away may still decide, and somebody has to see to it that another can.
        let isTheirs =
            one.isOwner && share.ownerPerson.map { roster[$0] != nil && !one.except.contains($0) } ?? false
        return (isTheirs ? [one] : []) + present(one.otherwise, on: share)
    }

    /// Whoever could do it but for a sign-off given in another capacity, and whoever that was given for.
    private func freeing(_ one: Awaited, on share: some ActedOn) -> [Awaited] {
        one.bound.flatMap { bound -> [Awaited] in
            guard let giver = roster[bound.by], giver.roles.contains(one.role), !hasLeft(giver),
                Permission.objection(to: giver, as: one.role, on: share, in: self) == nil
            else { return [] }
            let givers = [Awaited.freeing(one.role, bound.by, by: bound.capacity)]
            return givers
                + [bound.onBehalfOf].compactMap { $0 }.map { .freeing(bound.capacity, $0, by: bound.capacity) }
        }
    }

    private func hasLeft(_ person: Person) -> Bool { roster.objection(toActingBy: person.id, on: today) != nil }

    /// Whether whoever was appointed has left, or is barred from what it waits for.
    private func wantsAnotherOwner(for one: Awaited, on share: some ActedOn) -> Bool {
        guard let owner = share.ownerPerson else { return false }
        return one.except.contains(owner) || lacksOwner(share)
    }

    /// Whether somebody has to be appointed as the data owner, as nobody is, or whoever was has left or holds the post no more.
    private func lacksOwner(_ share: some ActedOn) -> Bool {
        roster.gap(owner: share.ownerPerson, named: nil, spoke: share.statedSpoke, on: today)?.wantsAppointment ?? false
    }

    private func isHeld(_ one: Awaited, on share: some ActedOn) -> Bool {
        if one.role == "data-owner" {
            guard let owner = share.ownerPerson.flatMap({ roster[$0] }), one.takes(owner, for: owner) else {
                return false
            }
            return roster.gap(owner: owner.id, named: nil, spoke: share.statedSpoke, on: today) == nil
        }
        return roster.people.values.contains { person in
            person.roles.contains(one.role) && one.takes(person, for: person)
                && roster.objection(toActingBy: person.id, on: today) == nil
                && Permission.objection(to: person, as: one.role, on: share, in: self) == nil
        }
    }
}

extension [Awaited] {
    /// Whether the hub has to appoint a data owner.
    package var lacksOwner: Bool { contains(where: \.isToAppoint) }

    /// The capacity of the sign-off that has to be taken back before another can be given; nil: none has to.
    package var toWithdraw: RoleName? { lazy.compactMap(\.toWithdraw).first }

    /// The roles, each once, for people who read whom it waits for.
    package var roles: [RoleName] {
        reduce(into: []) { roles, one in
            if !roles.contains(one.role) { roles.append(one.role) }
        }
    }
}
