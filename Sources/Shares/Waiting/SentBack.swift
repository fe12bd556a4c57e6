package import Workflows

/// What was asked when a request, or an amendment, was sent back to whoever writes it.
package struct SentBack: Hashable, Sendable {
    package var by: PersonID
    package var role: RoleName
    package var on: Day
    /// What has to be put right, in the words of whoever sent it back.
    package var reason: String
}

extension CheckedDefinitions {
    /// Whether a proposal in this state may have been sent back; one that a register brought is nobody's to answer.
    package func maySendBack(to state: StateName) -> Bool {
        let proposal = self[.proposal]
        return !proposal.matches("#considered", state: state) && !proposal.matches("#inherited", state: state)
            && proposal.definition.transitions.contains { transition in
                transition.to == state && transition.from.contains { proposal.matches("#considered", state: $0) }
            }
    }

    /// What was asked when the proposal came to where it stands; nil where it did not come back.
    package func sentBack(_ events: some BidirectionalCollection<Event>) -> SentBack? {
        let proposal = self[.proposal]
        for event in events.reversed() {
            guard case .acted(let act) = event.happening,
                let move = act.moves.first(where: { $0.machine == .proposal && $0.from != $0.to })
            else { continue }
            guard proposal.matches("#considered", state: move.from), maySendBack(to: move.to),
                !act.records.contains(Recording.begunAmendment.name),
                let reason = act.evidence[EvidenceField.reason.rawValue]?.nonEmpty
            else { return nil }
            return SentBack(by: event.actor, role: event.role, on: event.at.day, reason: reason)
        }
        return nil
    }
}
