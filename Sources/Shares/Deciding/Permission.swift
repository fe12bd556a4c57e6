package import Workflows

/// What of a share says who may act on it: a share itself, or a line that is kept of it.
package protocol ActedOn {
    var reference: ShareReference { get }
    /// Whoever was appointed to answer for it.
    var ownerPerson: PersonID? { get }
    var requester: PersonID? { get }
    /// The identifier of the spoke that the terms state.
    var statedSpoke: String? { get }
    /// Whether an organisation, by its identifier, is one of the parties.
    func involves(_ organisation: String) -> Bool
    /// Where its approval stands.
    var approvalState: StateName { get }
}

/// Whether a person may act on this share in a role: who is asked before whether.
package enum Permission {
    /// Nil where they may; else the sentence that says why not.
    package static func objection(
        to person: Person, as role: RoleName, on share: some ActedOn, in circumstances: Circumstances
    ) -> String? {
        switch role {
        case "data-owner":
            guard let owner = share.ownerPerson else {
                return "\(share.reference) has no appointed data owner: the hub appoints one."
            }
            return owner == person.id
                ? nil : "Only its data owner, \(owner), may act as the data owner of \(share.reference)."
        case "data-steward":
            let isAppointed = circumstances.roster.isAppointed(
                person.id, as: .dataSteward, for: share.statedSpoke, on: circumstances.today)
            guard isAppointed else {
                return "Only a steward whose appointment covers \(share.reference) today may act on it."
            }
            return share.involves(person.organisation)
                ? nil : "Your organisation takes no part in \(share.reference)."
        case "requester":
            if let requester = share.requester {
                return requester == person.id ? nil : "Only its requester, \(requester), may act as the requester."
            }
            return share.involves(person.organisation)
                ? nil : "Only a requester of an organisation that takes part in \(share.reference) may act on it."
        case "partner":
            return share.involves(person.organisation)
                ? nil : "Your organisation takes no part in \(share.reference)."
        case "dpo", "legal", "security", "siro", "board":
            return share.involves(person.organisation)
                ? nil
                : "Your organisation takes no part in \(share.reference): you may not act as \(role.asPeopleSay) on it."
        default:
            return nil
        }
    }
}

extension Share: ActedOn {
    package var ownerPerson: PersonID? { owner?.person }
    package var statedSpoke: String? { terms.spoke?.term }
    package var approvalState: StateName { configuration.approval }

    /// Those of an amendment are among them.
    package func involves(_ organisation: String) -> Bool {
        terms.parties.contains { $0.organisation.term == organisation }
            || amendment?.parties.contains { $0.organisation.term == organisation } == true
    }
}
