package import Workflows

/// Which shares a person may see.
///
/// Whoever answers for the whole register sees all of it; anybody else sees the shares in which their organisation takes
/// part, and those that they requested or own themselves, and is not told that there are others. A partner is told of a share
/// when it has been approved, and is to be signed.
package enum Reach: Hashable, Sendable {
    case everything
    /// The shares of one organisation, by its identifier, and of one person in it.
    case own(organisation: String, person: PersonID)
    /// The same of a partner.
    case partner(organisation: String, person: PersonID)

    /// States of the approval in which no partner has been told of a share.
    package static let untold: [StateName] = ["not-started", "signing-off", "not-made"]

    package func includes(_ share: some ActedOn) -> Bool {
        switch self {
        case .everything: true
        case .own(let organisation, let person):
            share.involves(organisation) || share.requester == person || share.ownerPerson == person
        case .partner(let organisation, let person):
            !Self.untold.contains(share.approvalState)
                && Reach.own(organisation: organisation, person: person).includes(share)
        }
    }
}

extension Person {
    package var reach: Reach {
        let overAll: Set<String> = ["hub", "board", "auditor"]
        if roles.contains(where: { overAll.contains($0.rawValue) }) { return .everything }
        return roles == ["partner"]
            ? .partner(organisation: organisation, person: id) : .own(organisation: organisation, person: id)
    }
}
