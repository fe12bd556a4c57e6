package import Workflows

extension CheckedDefinitions {
    /// Whom a share waits for at a machine, as far as that follows from where the machines stand; empty: for nobody.
    package func awaited(at machine: Machine, in configuration: Configuration) -> [Awaited] {
        guard let state = self[machine].state(configuration[machine]) else { return [] }
        let roles = waiting(at: machine, state, in: configuration)
        let opening = machine == .approval ? opening(in: configuration) : nil
        let isAppointed = appoints(at: machine, state, roles, in: configuration)
        let awaited = roles.map { role in
            Awaited(
                role, otherwise: role == "data-owner" && isAppointed ? [Awaited("hub")] : [],
                needsOwner: role == "data-owner" && opening?.needsOwner == true)
        }
        guard let opening else { return awaited }
        return awaited
            + Awaited.first(of: opening.roles, needsOwner: opening.needsOwner).filter { !roles.contains($0.role) }
    }

    /// The roles that a state names, without those whose step stands at another machine by now, or nowhere.
    private func waiting(at machine: Machine, _ state: State, in configuration: Configuration) -> [RoleName] {
        let transitions = self[machine].transitions(from: state.name)
        switch machine {
        case .review:
            // A review goes on by itself once the amendment that it asked for is in force.
            let followsAmendment = transitions.contains { $0.roles.isEmpty && !$0.needs.isEmpty }
            let isAmending = self[.proposal].matches("#amending", state: configuration.proposal)
            return followsAmendment && isAmending || isDecidedElsewhere(machine, in: configuration)
                ? [] : state.waitsFor
        case .retirement:
            // Whoever is told of a notice has nothing to do before the transfer stops.
            return state.waitsFor.filter { role in transitions.contains { $0.roles.contains(role) } }
        // What is not put forward yet, or not confirmed, is not screened.
        case .dpia, .approval: return able(state.waitsFor, to: transitions, in: configuration)
        case .proposal: return state.waitsFor
        }
    }

    /// Whether nothing can be done where a machine stands until another has gone on: what the review recommended is under way as a
    /// retirement.
    package func isDecidedElsewhere(_ machine: Machine, in configuration: Configuration) -> Bool {
        let transitions = self[machine].transitions(from: configuration[machine]).filter { !$0.roles.isEmpty }
        return machine == .review && !transitions.isEmpty
            && !transitions.contains { isAllowed($0, in: configuration) }
    }

    private func isAllowed(_ transition: Transition, in configuration: Configuration) -> Bool {
        transition.needs.allSatisfy { need in
            if case .position(let position) = need { holds(position, in: configuration) } else { true }
        }
    }

    /// Those of the roles that have a command which the other machines allow.
    private func able(
        _ roles: [RoleName], to transitions: [Transition], in configuration: Configuration
    ) -> [RoleName] {
        roles.filter { role in
            transitions.contains { transition in
                transition.roles.contains(role) && isAllowed(transition, in: configuration)
            }
        }
    }

    /// What a state leads on with, of which those are barred who did what came before: to accept, to advise, to bring into
    /// force. What only some findings open, such as that no assessment is required, is not among it.
    package func decision(at machine: Machine, from state: StateName, by role: RoleName) -> Transition? {
        let findings: Set<Fact> = [
            .screeningExcusesDPIA, .residualRiskHigh, .assessmentUntouched, .leadingAssessmentCovers,
        ]
        return self[machine].transitions(from: state).first { transition in
            transition.to != nil && !transition.notBy.isEmpty && transition.roles.contains(role)
                && !transition.needs.contains { need in findings.contains { need == .fact($0.name) } }
        }
    }

    /// Whether it depends on the record of a share, and not on where it stands alone, whom it waits for at a machine.
    package func awaitsByRecord(at machine: Machine, in configuration: Configuration) -> Bool {
        let state = configuration[machine]
        switch machine {
        case .review: return false
        case .retirement: return certifies(at: state) || decides(at: machine, in: configuration)
        case .dpia: return !awaited(at: machine, in: configuration).isEmpty
        case .proposal, .approval:
            return machine == .approval
                && ["#signing-off", "#signing"].contains { self[machine].matches($0, state: state) }
                || decides(at: machine, in: configuration)
        }
    }

    /// Whether it waits for somebody to decide who may be barred by what they did before.
    private func decides(at machine: Machine, in configuration: Configuration) -> Bool {
        awaited(at: machine, in: configuration).contains {
            decision(at: machine, from: configuration[machine], by: $0.role) != nil
        }
    }

    /// What opens the sign-off of terms that are accepted and assessed; nil where nothing is to be opened.
    package func opening(in configuration: Configuration) -> Transition? {
        let approval = self[.approval]
        let state = configuration.approval
        guard !["#signing-off", "#signing", "#agreed"].contains(where: { approval.matches($0, state: state) }) else {
            return nil
        }
        return approval.transitions(from: state).first { transition in
            let positions = transition.needs.compactMap { need -> Position? in
                if case .position(let position) = need { position } else { nil }
            }
            return transition.to.map { approval.matches("#signing-off", state: $0) } == true && !positions.isEmpty
                && positions.allSatisfy { holds($0, in: configuration) }
        }
    }

    /// Whether recipients certify here what became of the data: then those are waited for that have not.
    package func certifies(at state: StateName) -> Bool {
        self[.retirement].transitions(from: state).contains { $0.records.contains(Recording.deletionCertificate.name) }
    }

    /// Whether the hub has to appoint somebody before the step can be taken.
    ///
    /// What a register brought waits until somebody takes it up: of that the hub has a list of its own, of shares without an
    /// owner. An assessment that others can go on with waits for them.
    private func appoints(
        at machine: Machine, _ state: State, _ roles: [RoleName], in configuration: Configuration
    ) -> Bool {
        let isInherited = self[.proposal].matches("#inherited", state: configuration.proposal)
        switch machine {
        case .proposal: return !state.groups.contains("inherited")
        case .dpia: return !state.groups.contains("inherited") && !isInherited && roles == ["data-owner"]
        case .approval: return !isInherited
        case .review, .retirement: return true
        }
    }
}

extension Transition {
    /// Whether nobody may take it while nobody answers for the share.
    var needsOwner: Bool { needs.contains(.fact(NeedName(rawValue: Fact.dataOwnerAppointed.rawValue))) }
}
