import Workflows

/// Why nobody answers for a share at present: it is an orphan.
package enum OwnerGap: Hashable, Sendable {
    case nobody
    /// The register names somebody, and nobody was appointed here.
    case namedOnly(String)
    case unknown(PersonID)
    case left(PersonID, last: Day)
    case roleLost(PersonID)
    /// Their appointments are for another spoke, not yet begun, or over.
    case notAppointed(PersonID, spoke: String?)
    /// On leave, and nobody acts for them; with the end of the last delegation where there was one.
    case away(Absence, delegationEnded: Day?)

    /// A short name that stays the same, for filters and counts.
    package var rule: String {
        switch self {
        case .nobody: "no-owner"
        case .namedOnly: "owner-named-only"
        case .unknown: "owner-unknown"
        case .left: "owner-left"
        case .roleLost: "owner-without-role"
        case .notAppointed: "owner-not-appointed"
        case .away(_, let ended): ended == nil ? "owner-away" : "delegation-ended"
        }
    }

    /// Whether another has to be appointed: whoever is on leave comes back.
    package var wantsAppointment: Bool { if case .away = self { false } else { true } }

    /// The gap as a heading.
    package static let labels: [(rule: String, label: String)] = [
        ("no-owner", "No data owner named"), ("owner-named-only", "Data owner named, not appointed"),
        ("owner-unknown", "Data owner not known here"), ("owner-left", "Data owner has left"),
        ("owner-without-role", "Data owner no longer holds the role"),
        ("owner-not-appointed", "Data owner’s appointment does not cover the share"),
        ("owner-away", "Data owner on leave, nobody acts for them"),
        ("delegation-ended", "Data owner on leave, the delegation has ended"),
    ]

    package var label: String { Self.labels.first { $0.rule == rule }?.label ?? rule }

    /// A sentence for the hub, who can mend it.
    package var says: String {
        switch self {
        case .nobody: "No data owner is appointed: the hub appoints one."
        case .namedOnly(let name):
            "No data owner is appointed: the register names “\(name.shortened(to: 60))”; the hub appoints a person."
        case .unknown(let id): "The data owner, \(id), is nobody of this installation: the hub appoints another."
        case .left(let id, let last): "The data owner, \(id), left on \(last.inWords): hand the share over."
        case .roleLost(let id): "The data owner, \(id), no longer holds the role data-owner: hand the share over."
        case .notAppointed(let id, let spoke):
            "The data owner, \(id), holds no appointment today"
                + (spoke.map { " for the spoke \($0)" } ?? "") + ": the hub appoints them, or another."
        case .away(let absence, let ended):
            "The data owner, \(absence.person), is on leave \(absence.days.inWords) and nobody acts for them"
                + (ended.map { ": the delegation ended on \($0.inWords)" } ?? "") + "."
        }
    }
}

extension OwnerGap {
    /// What is to be known of whoever is named as the data owner, after their name; nil where nobody was appointed.
    package var ofTheOwner: String? {
        switch self {
        case .nobody, .namedOnly: nil
        case .unknown: "Is nobody of this installation: the hub appoints another."
        case .left(_, let last): "Left on \(last.inWords): the hub appoints another."
        case .roleLost: "Is a data owner no longer: the hub appoints another."
        case .notAppointed: "Holds no appointment that covers this share today: the hub appoints them, or another."
        case .away(let absence, let ended):
            "Is on leave \(absence.days.inWords), and nobody acts for them"
                + (ended.map { " since \($0.inWords)" } ?? "") + "."
        }
    }
}

extension OwnerGap {
    /// What people of other organisations are told in place of the name.
    package var toldOutside: String {
        if case .left = self { return "The data owner has left: the department appoints another." }
        return "The department appoints a data owner."
    }
}

extension Roster {
    /// Why nobody answers on a day for a share with this owner and spoke; nil where somebody does.
    ///
    /// Somebody whose appointments are not on record is taken as appointed by the share itself.
    package func gap(owner: PersonID?, named name: String?, spoke: String?, on day: Day) -> OwnerGap? {
        guard let owner else { return name.map { .namedOnly($0) } ?? .nobody }
        guard let person = self[owner] else { return .unknown(owner) }
        if hasLeft(owner, on: day), let last = departures[owner] { return .left(owner, last: last) }
        guard person.roles.contains(Appointment.Post.dataOwner.role) else { return .roleLost(owner) }
        let isOnRecord = appointments.contains { $0.person == owner && $0.post == .dataOwner }
        if isOnRecord, !isAppointed(owner, as: .dataOwner, for: spoke, on: day) {
            return .notAppointed(owner, spoke: spoke)
        }
        if let absence = absence(of: owner, on: day), delegates(of: owner, as: "data-owner", on: day).isEmpty {
            let ended = delegations.filter { $0.principal == owner && $0.last < day && $0.last >= absence.first }
            return .away(absence, delegationEnded: ended.map(\.last).max())
        }
        return nil
    }
}

extension Share {
    /// Why nobody answers for the share on a day; nil where somebody does.
    package func ownerGap(in roster: Roster, on day: Day) -> OwnerGap? {
        roster.gap(owner: owner?.person, named: owner?.name, spoke: terms.spoke?.term, on: day)
    }
}
