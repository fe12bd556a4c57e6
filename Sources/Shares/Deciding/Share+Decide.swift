package import Workflows

extension Share {
    /// Answers an order with the event that carries it out, or with every reason why not.
    ///
    /// It asks in this order: may this person, is it possible where the share stands, is everything there; a person who may
    /// not is told nothing of the rest.
    package func decide(
        _ order: Order, by person: Person, in circumstances: Circumstances, under rules: Rulebook
    ) -> Decision {
        let candidates = rules.definitions.transitions(of: order, from: self)
        guard let (machine, transition) = candidates.first else {
            return .refused(
                objection(to: person, giving: order, in: circumstances, under: rules) ?? impossible(order, under: rules)
            )
        }
        let authority: Authority
        switch permission(for: transition, to: person, in: circumstances, under: rules, as: order.capacity) {
        case .refused(let reasons): return .refused(Refusal(reasons))
        case .granted(let granted): authority = granted
        }
        var reasons = positionShortfalls(of: transition, under: rules)
        reasons += factShortfalls(of: transition, given: order.fields, in: circumstances, under: rules)
        let reading = read(order, for: transition, by: person, as: authority, in: circumstances, under: rules)
        reasons += reading.reasons
        guard reasons.isEmpty else { return .refused(Refusal(reasons)) }
        guard let step = rules.definitions.step(configuration, machine, transition.command) else {
            return .refused(impossible(order, under: rules))
        }
        let act = Act(
            machine: machine, command: transition.command, state: state(machine),
            moves: step.moves.map { Act.Move($0.machine, from: $0.from, to: $0.to) }, records: step.records,
            clears: step.clears, evidence: reading.evidence, terms: reading.terms,
            changes: reading.terms.map { termsUnderConsideration.changes(to: $0) } ?? [],
            onBehalfOf: authority.onBehalfOf,
            frozen: step.records.contains(Recording.agreementText.name)
                ? toBeFrozen(reading.terms ?? termsUnderConsideration, under: rules) : nil)
        return .event(
            Event(
                share: reference, version: version + 1, at: circumstances.now, actor: person.id, role: authority.role,
                happening: .acted(act)))
    }

    /// Where the machines stand, without since when.
    package var configuration: Configuration {
        Configuration(
            proposal: standing.proposal.state, dpia: standing.dpia.state, approval: standing.approval.state,
            review: standing.review.state, retirement: standing.retirement.state)
    }

    // MARK: - May this person?

    enum PermissionAnswer {
        case granted(Authority)
        case refused([Refusal.Reason])
    }

    /// The role in which the person may do it: of a sign-off the capacity that they name, else one still missing before one
    /// already given; of a withdrawal that in which it was given; of anything else the first that serves.
    func permission(
        for transition: Transition, to person: Person, in circumstances: Circumstances, under rules: Rulebook,
        as capacity: RoleName? = nil
    ) -> PermissionAnswer {
        guard !transition.roles.isEmpty else {
            return .refused([
                Refusal.Reason(
                    .who, rule: "not-your-role",
                    "“\(transition.title)” only follows from other commands: nobody gives it.")
            ])
        }
        let today = circumstances.today
        if let gone = circumstances.roster.objection(toActingBy: person.id, on: today) { return .refused([gone]) }
        let held = circumstances.roster.authorities(of: person, among: transition.roles, on: today)
        guard !held.isEmpty else {
            let who = transition.roles.map(\.asPeopleSay).joined(separator: ", ")
            let ended = circumstances.roster.endedDelegation(to: person.id, among: transition.roles, on: today)
                .map { " What \($0.principal) delegated to you ended on \($0.last.inWords)." }
            return .refused([
                Refusal.Reason(
                    .who, rule: "not-your-role",
                    "“\(transition.title)” is for \(who); you are not that.\(ended ?? "")")
            ])
        }
        var reasons: [Refusal.Reason] = []
        for command in transition.notBy where duties.people(giving: command).contains(person.id) {
            reasons.append(
                Refusal.Reason(
                    .who, rule: "segregation-of-duties",
                    "You gave “\(command)” yourself: somebody else must do this (segregation of duties: “\(transition.command)” is not by whoever gave “\(command)”)."
                ))
        }
        let objections = held.map { objection(to: person, using: $0, for: transition, in: circumstances) }
        let free = zip(held, objections).filter { $0.1 == nil }.map(\.0)
        if free.isEmpty { reasons += objections.compactMap { $0 } }
        guard reasons.isEmpty else { return .refused(reasons) }
        let given = Set(countedSignOffs.map(\.capacity))
        guard transition.records.contains(Recording.signOff.name) else {
            let isWithdrawal = transition.records.contains(Recording.signOffWithdrawn.name)
            let used = isWithdrawal ? free.first { gave(person, using: $0, as: capacity) } : nil
            return (used ?? free.first).map { .granted($0) } ?? .refused(reasons)
        }
        if let barred = barred(person, from: free, under: rules) { return .refused([barred]) }
        let chosen =
            free.first { $0.role == capacity } ?? free.first { !given.contains($0.role.rawValue) } ?? free.first
        return chosen.map { .granted($0) } ?? .refused(reasons)
    }

    /// The capacities, each once, in which the person might sign off here: those whose sign-off is wanting, or where none of
    /// them is, those not given. Who might in several says in which: in the others they then sign off no more.
    func capacities(
        for transition: Transition, of person: Person, in circumstances: Circumstances, under rules: Rulebook
    ) -> [Authority] {
        guard transition.records.contains(Recording.signOff.name),
            case .granted = permission(for: transition, to: person, in: circumstances, under: rules)
        else { return [] }
        var free: [Authority] = []
        for authority in circumstances.roster.authorities(of: person, among: transition.roles, on: circumstances.today)
        where !free.contains(where: { $0.role == authority.role })
            && objection(to: person, using: authority, for: transition, in: circumstances) == nil
        {
            free.append(authority)
        }
        let wanting = requiredSignOffs(under: rules.reference).flatMap { $0.lacking(in: countedSignOffs) }
        let missing = free.filter { wanting.contains($0.role.rawValue) }
        let given = countedSignOffs.map(\.capacity)
        return missing.isEmpty ? free.filter { !given.contains($0.role.rawValue) } : missing
    }

    /// Why a person may not use a role here; nil where they may. What binds whoever delegated it binds the delegate too.
    private func objection(
        to person: Person, using authority: Authority, for transition: Transition, in circumstances: Circumstances
    ) -> Refusal.Reason? {
        let holder = authority.holder(person, in: circumstances.roster)
        if let principal = authority.onBehalfOf,
            let command = transition.notBy.first(where: { duties.people(giving: $0).contains(principal) })
        {
            return Refusal.Reason(
                .who, rule: "segregation-of-duties",
                "\(principal), for whom you would act, gave “\(command)”: somebody else must do this (segregation of duties: “\(transition.command)” is not by whoever gave “\(command)”)."
            )
        }
        return Permission.objection(to: holder, as: authority.role, on: self, in: circumstances)
            .map { Refusal.Reason(.who, rule: "not-your-share", $0) }
    }

    /// Why somebody who has signed off in one capacity does not in another; where that one is wanting, it is theirs once they
    /// have taken the first back.
    private func barred(_ person: Person, from free: [Authority], under rules: Rulebook) -> Refusal.Reason? {
        let earlier = free.lazy.compactMap { authority in
            self.signOff(by: person, using: authority).map { (capacity: authority.role, given: $0) }
        }
        guard let (capacity, given) = earlier.first else { return nil }
        let isWanting = requiredSignOffs(under: rules.reference).contains {
            $0.lacking(in: countedSignOffs).contains(capacity.rawValue)
        }
        return Refusal.Reason(
            isWanting ? .possible : .who, rule: "segregation-of-duties",
            "You have signed off as \(RoleName(rawValue: given.capacity).asPeopleSay) already: withdraw the sign-off given as \(RoleName(rawValue: given.capacity).asPeopleSay) first, or another person signs off as \(capacity.asPeopleSay)."
        )
    }

    /// A sign-off that the person, or whoever they would act for, has given in another capacity.
    private func signOff(by person: Person, using authority: Authority) -> SignOff? {
        countedSignOffs.first { given in
            given.capacity != authority.role.rawValue
                && (given.isOf(person.id) || authority.onBehalfOf.map(given.isOf) == true)
        }
    }

    /// Whether somebody gave a sign-off in a role of theirs, or one that was lent to them, or had it given for them.
    private func gave(_ person: Person, using authority: Authority, as capacity: RoleName?) -> Bool {
        guard capacity == nil || capacity == authority.role else { return false }
        return approval.signOffs.contains { given in
            given.capacity == authority.role.rawValue && given.signatory == nil
                && (given.by == person.id && given.onBehalfOf == authority.onBehalfOf
                    || given.onBehalfOf == person.id && authority.onBehalfOf == nil)
        }
    }

    /// Why the person may not give the command in any state at all; nil where they may in some, or nobody knows it.
    private func objection(
        to person: Person, giving order: Order, in circumstances: Circumstances, under rules: Rulebook
    ) -> Refusal? {
        var refusals: [Refusal] = []
        for machine in Machine.allCases where order.machine.map({ $0 == machine }) ?? true {
            for transition in rules.definitions[machine].definition.transitions
            where transition.command == order.command && !transition.roles.isEmpty {
                switch permission(for: transition, to: person, in: circumstances, under: rules) {
                case .granted: return nil
                case .refused(let reasons): refusals.append(Refusal(reasons))
                }
            }
        }
        return refusals.first
    }

    // MARK: - Is it possible?

    private func impossible(_ order: Order, under rules: Rulebook) -> Refusal {
        let known = Machine.allCases.flatMap { machine in
            rules.definitions[machine].definition.transitions
                .filter { $0.command == order.command && !$0.roles.isEmpty }
                .map { (machine, $0) }
        }
        guard !known.isEmpty else {
            return Refusal([
                Refusal.Reason(
                    .possible, rule: "unknown-command",
                    "No workflow has a command “\(order.command)” that a person gives.")
            ])
        }
        return Refusal(
            Machine.allCases.compactMap { machine in
                let here = known.filter { $0.0 == machine }
                guard !here.isEmpty else { return nil }
                let definition = rules.definitions[machine]
                let from = here.flatMap { $0.1.from }.map { "“\(definition.title(of: $0))”" }.joined(separator: ", ")
                return Refusal.Reason(
                    .possible, rule: "not-in-this-state",
                    "“\(here[0].1.title)” is possible when \(machine.asPeopleSay) is at \(from); it is at “\(definition.title(of: state(machine)))”."
                )
            })
    }

    private func positionShortfalls(of transition: Transition, under rules: Rulebook) -> [Refusal.Reason] {
        transition.needs.compactMap { need in
            guard case .position(let position) = need,
                !rules.definitions.holds(position, in: configuration)
            else { return nil }
            let wanted = Machine.allCases.compactMap { machine -> String? in
                guard let names = position.states[machine] else { return nil }
                let definition = rules.definitions[machine]
                let members = names.flatMap { definition.states(for: $0) }
                guard !members.contains(state(machine)) else { return nil }
                // Of many states the one where it stands says more.
                guard members.count <= 4 else {
                    return
                        "\(machine.asPeopleSay.capitalisedFirst) is at “\(definition.title(of: state(machine)))”, where this cannot be done."
                }
                let titles = members.map { "“\(definition.title(of: $0))”" }.joined(separator: " or ")
                return
                    "\(machine.asPeopleSay.capitalisedFirst) must be at \(titles); it is at “\(definition.title(of: state(machine)))”."
            }
            return Refusal.Reason(.possible, rule: "position", wanted.joined(separator: " "))
        }
    }

    // MARK: - Is everything there?

    func factShortfalls(
        of transition: Transition, given: [String: String], in circumstances: Circumstances, under rules: Rulebook
    ) -> [Refusal.Reason] {
        transition.needs.flatMap { need -> [Refusal.Reason] in
            guard case .fact(let name) = need, let fact = Fact(rawValue: name.rawValue) else { return [] }
            return fact.shortfalls(of: self, given: given, in: circumstances, under: rules)
                .map { Refusal.Reason(.complete, rule: name.rawValue, $0.says, wants: $0.wants) }
        }
    }
}

extension Machine {
    package var asPeopleSay: String {
        switch self {
        case .proposal: "the proposal"
        case .dpia: "the DPIA"
        case .approval: "the approval"
        case .review: "the review"
        case .retirement: "the retirement"
        }
    }
}
