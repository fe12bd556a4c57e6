package import Workflows

/// What people of another organisation are told of a share: what the parties agreed, signed and did, and nothing of how the department
/// came to it: no advice, sign-off, assessment, returned draft or reason given among its own.
extension Event {
    /// The event as it is told them; nil where it is not.
    package var asToldOutside: Event? {
        switch happening {
        case .registered, .corrected: return self
        case .relocated: return nil
        case .acted(var act):
            let isTheirs = role == "partner"
            let isOfBoth = act.moves.contains { move in
                switch move.machine {
                case .approval: !Reach.untold.contains(move.to) && !move.to.rawValue.hasSuffix("signing-off")
                case .retirement: true
                case .proposal, .dpia, .review: false
                }
            }
            guard isTheirs || isOfBoth || act.command == "sign" else { return nil }
            if !isTheirs, act.command != "sign" { act.evidence = [:] }
            var event = self
            event.happening = .acted(act)
            return event
        }
    }
}

extension Machine {
    /// Whether people of another organisation are told where it stands.
    package var isToldOutside: Bool { self == .approval || self == .retirement }
}
