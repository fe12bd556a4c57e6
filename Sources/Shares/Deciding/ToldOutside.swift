package import Workflows

/// What people of another organisation are told of a share: what the parties agreed, signed and did, and nothing of how the department
/// came to it: no advice, sign-off, assessment, returned draft or reason given among its own.
extension Event {
    /// The event as it is told them; nil where it is not.
    ///
    /// - Parameter answer: what it answered, where it answered what they had asked for: whoever is turned down is told why.
    package func asToldOutside(
        under definitions: CheckedDefinitions, answering answer: AskedStep.Answer? = nil
    ) -> Event? {
        switch happening {
        case .registered, .corrected: return self
        case .relocated: return nil
        case .acted(var act):
            if role == "partner" || act.command == "sign" { return self }
            let isNo = answer?.isNo == true
            guard isNo || act.moves.contains(where: { $0.isToldOutside(under: definitions) }) else { return nil }
            act.evidence = isNo ? act.evidence.filter { $0.key == EvidenceField.reason.rawValue } : [:]
            // What it rests on stands in the agreement, as far as the parties are to know it.
            act.frozen = nil
            // Who stood in for whom is the department's own affair.
            act.onBehalfOf = nil
            var event = self
            event.happening = .acted(act)
            return event
        }
    }
}

extension Act.Move {
    /// Sign-offs are asked for and given within the department.
    fileprivate func isToldOutside(under definitions: CheckedDefinitions) -> Bool {
        machine.isToldOutside && !(machine == .approval && Reach.untold.contains(to))
            && definitions[machine].state(to)?.groups.contains("signing-off") != true
    }
}

extension Machine {
    /// Whether people of another organisation are told where it stands.
    package var isToldOutside: Bool { self == .approval || self == .retirement }
}
