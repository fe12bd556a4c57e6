package import Workflows

/// The people of the installation and what holds between them: the fold of every change to it, and nothing else.
package struct Roster: Hashable, Sendable {
    package private(set) var people: [PersonID: Person]
    package private(set) var appointments: [Appointment] = []
    package private(set) var delegations: [Delegation] = []
    package private(set) var absences: [Absence] = []
    /// The last day of work of those who have left, or are to leave.
    package private(set) var departures: [PersonID: Day] = [:]

    package init(_ people: [Person] = []) {
        self.people = Dictionary(people.map { ($0.id, $0) }) { _, last in last }
    }

    /// The roster as its changes up to the end of a day made it.
    package init(_ entries: [RosterEntry], upTo day: Day) {
        self.init()
        for entry in entries where entry.at.day <= day { apply(entry.change) }
    }

    package subscript(_ id: PersonID) -> Person? { people[id] }

    /// Everybody, in the order of their identifiers.
    package var inOrder: [Person] { people.values.sorted { $0.id < $1.id } }

    /// What everybody is called.
    package var names: [PersonID: String] { people.mapValues(\.name) }

    /// The roster after one more change.
    package mutating func apply(_ change: RosterChange) {
        switch change {
        case .kept(let person): people[person.id] = person
        case .appointed(let appointment): appointments.append(appointment)
        case .appointmentEnded(let ended):
            for index in appointments.indices where appointments[index].isSamePost(as: ended) {
                appointments[index].days.last = min(appointments[index].days.last, ended.days.last)
            }
        case .delegated(let delegation): delegations.append(delegation)
        case .delegationEnded(let ended):
            for index in delegations.indices where delegations[index].number == ended.number {
                delegations[index].last = min(delegations[index].last, ended.last)
            }
        case .absent(let absence):
            absences.removeAll { $0.person == absence.person && $0.days.meets(absence.days) }
            absences.append(absence)
        case .left(let departure): departures[departure.person] = departure.last
        case .returned(let back):
            departures[back.person] = nil
            absences = absences.compactMap { absence in
                guard absence.person == back.person, absence.last >= back.first else { return absence }
                return absence.first < back.first
                    ? Absence(absence.person, from: absence.first, to: back.first.adding(days: -1)) : nil
            }
        }
    }

    // MARK: - As at a day

    package func hasLeft(_ id: PersonID, on day: Day) -> Bool { departures[id].map { $0 < day } ?? false }

    package func absence(of id: PersonID, on day: Day) -> Absence? {
        absences.first { $0.person == id && $0.days.contains(day) }
    }

    /// What a person may do for others on a day: delegations of principals who are still here, with the roles that they
    /// themselves still hold.
    package func delegations(to delegate: PersonID, on day: Day) -> [Delegation] {
        delegations.filter { $0.delegate == delegate && $0.days.contains(day) }.compactMap { effective($0, on: day) }
    }

    /// Who may act for a person in a role on a day.
    package func delegates(of principal: PersonID, as role: RoleName, on day: Day) -> [PersonID] {
        delegations.filter { $0.principal == principal && $0.days.contains(day) }
            .compactMap { effective($0, on: day) }.filter { $0.roles.contains(role) }.map(\.delegate)
    }

    private func effective(_ delegation: Delegation, on day: Day) -> Delegation? {
        guard let principal = people[delegation.principal], people[delegation.delegate] != nil,
            !hasLeft(delegation.principal, on: day), !hasLeft(delegation.delegate, on: day)
        else { return nil }
        var effective = delegation
        effective.roles = delegation.roles.filter { principal.roles.contains($0) }
        return effective.roles.isEmpty ? nil : effective
    }

    /// Whether somebody is appointed on a day for a spoke, or for the whole department.
    package func isAppointed(_ id: PersonID, as post: Appointment.Post, for spoke: String?, on day: Day) -> Bool {
        appointments.contains {
            $0.person == id && $0.post == post && $0.covers(spoke) && $0.days.contains(day)
        }
    }
}

/// The earlier of two last days; none is later than any.
private func min(_ one: Day?, _ other: Day?) -> Day? {
    guard let one, let other else { return one ?? other }
    return one < other ? one : other
}
