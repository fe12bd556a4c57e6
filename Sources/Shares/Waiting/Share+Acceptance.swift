import Workflows

extension Share {
    /// What is wanting of the terms, so that they could not be accepted as they are: nothing where they are not being written.
    package func lacksForAcceptance(in circumstances: Circumstances, under rules: Rulebook) -> [Refusal.Reason] {
        let proposal = rules.definitions[.proposal]
        let forward = proposal.transitions(from: state(.proposal)).first { transition in
            !proposal.matches("#considered", state: state(.proposal))
                && transition.to.map { proposal.matches("#considered", state: $0) } ?? false
        }
        guard let submitted = forward?.to else { return [] }
        // Whoever accepts goes on to a state in which the terms are considered as well.
        let acceptance = proposal.transitions(from: submitted).first { transition in
            transition.to.map { proposal.matches("#considered", state: $0) } ?? false
        }
        guard let acceptance else { return [] }
        return factShortfalls(of: acceptance, given: [:], in: circumstances, under: rules)
            .filter { $0.rule != Fact.dataOwnerAppointed.rawValue }
    }

    /// What opening for sign-off would refuse of the terms as they are, beside what accepting them would; nil where no sign-offs
    /// are to be opened.
    package func lacksForOpening(in circumstances: Circumstances, under rules: Rulebook) -> [Refusal.Reason]? {
        let approval = rules.definitions[.approval]
        let open = approval.members(of: "signing-off")
        guard !open.contains(state(.approval)),
            let opening = approval.transitions(from: state(.approval))
                .first(where: { $0.to.map(open.contains) ?? false })
        else { return nil }
        let said = lacksForAcceptance(in: circumstances, under: rules).map(\.says)
        return factShortfalls(of: opening, given: [:], in: circumstances, under: rules)
            .filter { $0.rule != Fact.dataOwnerAppointed.rawValue && !said.contains($0.says) }
    }

    /// Whether terms that were put forward are on their way to be signed: considered, accepted, assessed or being signed off, and
    /// their text not frozen.
    package func isOnItsWayToSigning(under rules: Rulebook) -> Bool {
        let approval = rules.definitions[.approval]
        if approval.matches("#signing-off", state: state(.approval)) { return true }
        let isBefore = approval.transitions(from: state(.approval)).contains { transition in
            transition.to.map { approval.matches("#signing-off", state: $0) } ?? false
        }
        let isNew = amendment != nil || !approval.matches("#amendable", state: state(.approval))
        return isBefore && isNew && rules.definitions[.proposal].matches("#considered", state: state(.proposal))
    }
}

extension [AvailableAction] {
    /// What sends terms that nobody may write now back to whoever put them forward.
    package var sendingBack: AvailableAction? {
        guard !contains(where: { $0.editsTerms && $0.machine == .proposal && $0.refusal == nil }) else { return nil }
        return first {
            $0.refusal == nil && [.proposal, .approval].contains($0.machine)
                && $0.transition.command.rawValue.hasPrefix("return")
        }
    }

    /// What sends the terms back, where an action wants of them what nobody may write where they stand.
    package func wayBack(for action: AvailableAction) -> AvailableAction? {
        guard action.machine == .proposal, action.refusal?.reasons.contains(where: { $0.wants != nil }) ?? false,
            !contains(where: { $0.editsTerms && $0.machine == .proposal })
        else { return nil }
        return first {
            $0.machine == .proposal && $0.refusal == nil && $0.transition.command.rawValue.hasPrefix("return")
        }
    }
}
