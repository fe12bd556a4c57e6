package import Workflows

/// Who accepted the terms as they stand, or what is changed of them.
package struct Acceptance: Hashable, Sendable {
    package var by: PersonID
    package var onBehalfOf: PersonID?
    package var role: RoleName
    package var on: Day
}

extension Acceptance {
    /// `Ada Example accepted them as the data owner on 4 May 2026.`
    package func inWords(naming name: (PersonID) -> String) -> String {
        let principal = onBehalfOf.map { " for \(name($0))" } ?? ""
        return "\(name(by)) accepted them as \(role.asPeopleSay)\(principal) on \(on.inWords)."
    }
}

extension CheckedDefinitions {
    /// Who accepted the terms that the proposal is about where it stands; nil where nobody has.
    package func acceptance(in events: some Sequence<Event>) -> Acceptance? {
        let proposal = self[.proposal]
        var (standing, amending): (Acceptance?, Acceptance?)
        for event in events {
            guard case .acted(let act) = event.happening else { continue }
            let isInForce = act.records.contains(Recording.inForce.name)
            for move in act.moves where move.machine == .proposal && move.from != move.to {
                let one =
                    isAccepting(move)
                    ? Acceptance(by: event.actor, onBehalfOf: act.onBehalfOf, role: event.role, on: event.at.day) : nil
                if proposal.matches("#amending", state: move.to) {
                    amending = one
                } else if proposal.matches("#terms-accepted", state: move.to) {
                    // What an amendment was accepted as goes with it, where it is given up.
                    standing = one ?? (isInForce ? amending : nil) ?? standing
                    amending = nil
                } else {
                    (standing, amending) = (nil, nil)
                }
            }
        }
        return amending ?? standing
    }

    /// Whether it takes terms that were put forward, or that a register brought, as they are.
    private func isAccepting(_ move: Act.Move) -> Bool {
        let proposal = self[.proposal]
        let isPutForward =
            proposal.matches("#considered", state: move.from) || proposal.matches("#inherited", state: move.from)
        return isPutForward && proposal.matches("#considered", state: move.to)
            && proposal.matches("#terms-accepted", state: move.to)
            && proposal.matches("#amending", state: move.from) == proposal.matches("#amending", state: move.to)
    }
}
