import Workflows

/// Which shares a person may see.
///
/// Whoever answers for the whole register sees all of it; anybody else sees the shares in which their organisation takes
/// part, and those that they requested or own themselves, and is not told that there are others.
package enum Reach: Hashable, Sendable {
    case everything
    /// The shares of one organisation, by its identifier, and of one person in it.
    case own(organisation: String, person: PersonID)

    package func includes(_ share: some ActedOn) -> Bool {
        switch self {
        case .everything: true
        case .own(let organisation, let person):
            share.involves(organisation) || share.requester == person || share.ownerPerson == person
        }
    }
}

extension Person {
    package var reach: Reach {
        let overAll: Set<String> = ["hub", "board", "auditor"]
        return roles.contains { overAll.contains($0.rawValue) }
            ? .everything : .own(organisation: organisation, person: id)
    }
}
