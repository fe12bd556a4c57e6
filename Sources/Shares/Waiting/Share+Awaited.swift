package import Workflows

extension Share {
    /// Whom it waits for at a machine; while it is signed off and signed, those whose part is wanting still.
    package func awaited(at machine: Machine, under rules: Rulebook) -> [Awaited] {
        if machine == .approval {
            let approval = rules.definitions[.approval]
            if approval.matches("#signing-off", state: state(.approval)) { return awaitedToSignOff(under: rules) }
            if approval.matches("#signing", state: state(.approval)) { return awaitedToSign(under: rules) }
        }
        if machine == .retirement, rules.definitions.certifies(at: state(.retirement)) {
            let uncertified = uncertifiedParties
            guard uncertified.isEmpty else { return awaited(of: uncertified, except: []) }
            let owner = Awaited("data-owner", otherwise: [Awaited("hub")])
            // What was recorded for a party is enough to end the share; its own people are asked for their word all the same.
            return [owner]
                + partiesWithoutTheirOwnWord.compactMap { party in
                    party.organisation.term.map { Awaited("partner", of: $0, otherwise: [owner]) }
                }
        }
        if machine == .dpia, let alone = awaitedToConclude(under: rules) { return alone }
        return rules.definitions.awaited(at: machine, in: configuration).flatMap { one -> [Awaited] in
            guard let decision = rules.definitions.decision(at: machine, from: state(machine), by: one.role) else {
                return [one]
            }
            let barred = excluded(from: decision)
            // Who ends a share, or keeps it, need not be its owner: where the owner is barred, the others who may are waited for.
            if machine == .retirement, one.role == "data-owner", ownerPerson.map(barred.contains) == true {
                let others = decision.roles.filter { $0 != one.role }
                if !others.isEmpty { return others.map { Awaited($0, except: barred) } }
            }
            return [one.barring(barred)]
        }
    }

    /// Where the record of the assessment leaves one way on, whoever may take it; nil where it leaves more: what a screening
    /// excuses is for the DPO to agree to, and a high risk is for the Commissioner before anybody may accept it (Article 36(1)).
    private func awaitedToConclude(under rules: Rulebook) -> [Awaited]? {
        var wanted: [Need] = []
        if dpia.screening?.outcome == .notRequired { wanted.append(.fact(Fact.screeningExcusesDPIA.name)) }
        if dpia.residualRisk == .high, dpia.icoAnswer == nil { wanted.append(.fact(Fact.residualRiskHigh.name)) }
        let transitions = rules.definitions[.dpia].transitions(from: state(.dpia)).filter { !$0.roles.isEmpty }
        guard let step = transitions.first(where: { $0.to != nil && $0.needs.contains(where: wanted.contains) }) else {
            return nil
        }
        // Whoever screened does not agree to it: where nobody else may, it is screened again, as required.
        let again = transitions.first { $0.records.contains(Recording.screening.name) }
        let others = again.map { again in again.roles.map { Awaited($0, except: excluded(from: again)) } } ?? []
        return Awaited.first(of: step.roles, except: excluded(from: step)).map { one in
            var one = one
            one.otherwise += others
            return one
        }
    }

    /// The people of parties, where nobody of one is here the data owner for it.
    private func awaited(of parties: [Party], except: Set<PersonID>) -> [Awaited] {
        let recorder = Awaited("data-owner", except: except, otherwise: [Awaited("hub", except: except)])
        return parties.map { party in
            guard let organisation = party.organisation.term else { return recorder }
            return Awaited(
                "data-owner", of: organisation, except: except,
                otherwise: [Awaited("partner", of: organisation, except: except, otherwise: [recorder])])
        }
    }

    /// Those whose sign-off is required and not given; once all are, whoever is to freeze the text.
    private func awaitedToSignOff(under rules: Rulebook) -> [Awaited] {
        let given = countedSignOffs
        let lacking = requiredSignOffs(under: rules.reference).filter { !$0.isMet(by: given) }
        guard !lacking.isEmpty else {
            return transition(.agreementText, under: rules).map { firstAwaited(for: $0) } ?? []
        }
        let signed = given.flatMap { [$0.by] + [$0.onBehalfOf].compactMap { $0 } }
        let asked = excluded(from: .signOff, under: rules)
        let except = Set(signed).union(asked)
        return lacking.flatMap { required in
            required.lacking(in: given).map { capacity in
                let role = RoleName(rawValue: capacity)
                guard let party = required.party else {
                    var one = Awaited(role, except: except, otherwise: role == "data-owner" ? [Awaited("hub")] : [])
                    one.bound = given.filter {
                        $0.signatory == nil && $0.capacity != capacity && !asked.contains($0.by)
                    }
                    .map { .init(capacity: RoleName(rawValue: $0.capacity), by: $0.by, onBehalfOf: $0.onBehalfOf) }
                    return one
                }
                return Awaited(
                    role, of: identifier(of: party), except: except, otherwise: recorders(for: party, under: rules))
            }
        }
    }

    /// Whoever may record the sign-off of a party outside; its own people are asked once they have been told.
    private func recorders(for party: String, under rules: Rulebook) -> [Awaited] {
        let except = excluded(from: .partnerSignOff, under: rules)
        return awaited(recording: .partnerSignOff, under: rules).compactMap { one in
            guard one.role == "partner" else { return one }
            return Reach.untold.contains(approvalState)
                ? nil : Awaited("partner", of: identifier(of: party), except: except)
        }
    }

    /// The parties that have not signed; once all have, whoever is to complete the signing. Where nobody of a party is here,
    /// somebody records its signature.
    private func awaitedToSign(under rules: Rulebook) -> [Awaited] {
        guard agreementForSignature != nil else {
            return rules.definitions.awaited(at: .approval, in: configuration)
        }
        let unsigned = unsignedParties
        guard !unsigned.isEmpty else {
            let approval = rules.definitions[.approval]
            return approval.transitions(from: state(.approval))
                .first { $0.to.map { approval.matches("#agreed", state: $0) } ?? false }
                .map { firstAwaited(for: $0) } ?? []
        }
        return awaited(of: unsigned, except: excluded(from: .signature, under: rules))
    }

    private func awaited(recording: Recording, under rules: Rulebook) -> [Awaited] {
        guard let transition = transition(recording, under: rules) else { return [] }
        let except = excluded(from: transition)
        return transition.roles.map { Awaited($0, except: except) }
    }

    private func firstAwaited(for transition: Transition) -> [Awaited] {
        Awaited.first(
            of: transition.roles, except: excluded(from: transition), needsOwner: transition.needsOwner)
    }

    private func transition(_ recording: Recording, under rules: Rulebook) -> Transition? {
        rules.definitions[.approval].transitions(from: state(.approval)).first {
            $0.records.contains(recording.name)
        }
    }

    private func excluded(from recording: Recording, under rules: Rulebook) -> Set<PersonID> {
        transition(recording, under: rules).map { excluded(from: $0) } ?? []
    }

    /// Those who gave what excludes the command (segregation of duties).
    private func excluded(from transition: Transition) -> Set<PersonID> {
        Set(transition.notBy.flatMap { duties.people(giving: $0) })
    }

    /// Of a party as a requirement names it; the name itself where nobody here knows the organisation.
    private func identifier(of party: String) -> String {
        termsUnderConsideration.parties.first { TermIndex.key($0.organisation.text) == TermIndex.key(party) }?
            .organisation.term ?? party
    }
}
