import JSONValues

/// Lays an overlay over the master definitions, and notes every place where it would widen them.
struct OverlayApplication {
    let overlay: Overlay
    let file: String
    let vocabulary: WorkflowVocabulary
    private(set) var definitions: [Definition] = []
    private(set) var faults: [DefinitionFault] = []
    /// Where in the overlay the parts of each narrowed definition come from.
    private(set) var sources: [Machine: OverlaySources] = [:]

    init(_ overlay: Overlay, file: String, to master: CheckedDefinitions, vocabulary: WorkflowVocabulary) {
        self.overlay = overlay
        self.file = file
        self.vocabulary = vocabulary
        for one in master.all { definitions.append(narrowed(one.definition)) }
    }

    mutating func note(_ rule: DefinitionFault.Rule, at pointer: JSONPointer, _ message: String) {
        let fault = DefinitionFault(file: file, pointer: pointer, rule: rule, message: message)
        if !faults.contains(where: { $0.pointer == pointer && $0.rule == rule }) { faults.append(fault) }
    }

    private mutating func narrowed(_ master: Definition) -> Definition {
        var definition = master
        var sources = OverlaySources(place: JSONPointer(["workflows", master.machine.rawValue]))
        if let change = overlay.changes[master.machine] {
            changeStates(of: &definition, change.states, &sources)
            changeTransitions(of: &definition, change.transitions, &sources)
            changeClocks(of: &definition, change.clocks, at: sources.place)
            addInvariants(to: &definition, change.invariants, &sources)
        }
        leaveOut(of: &definition, master: master, &sources)
        self.sources[master.machine] = sources
        return definition
    }

    // MARK: - Commands

    /// Optional commands that are not listed are left out; a list that names another is a slip.
    private mutating func leaveOut(of definition: inout Definition, master: Definition, _ sources: inout OverlaySources)
    {
        let uses = overlay.uses[master.machine] ?? []
        let place = JSONPointer(["uses", master.machine.rawValue])
        let optional = Set(master.transitions.filter(\.isOptional).map(\.command))
        let all = Set(master.transitions.map(\.command))
        for (index, command) in uses.enumerated() where !command.rawValue.isEmpty && !optional.contains(command) {
            if all.contains(command) {
                note(
                    .notOptional, at: place.appending(index),
                    "\(quoted(command.rawValue)) is not optional: every department has it, and it is not listed.")
            } else {
                note(
                    .unknownCommand, at: place.appending(index),
                    "The master has no command \(quoted(command.rawValue)): an overlay cannot add one.")
            }
        }
        let kept = definition.transitions.indices.filter { index in
            let transition = definition.transitions[index]
            return !transition.isOptional || uses.contains(transition.command)
        }
        sources.transitions = kept.map { sources.transitions.indices.contains($0) ? sources.transitions[$0] : nil }
        definition.transitions = kept.map { definition.transitions[$0] }
    }

    private mutating func changeTransitions(
        of definition: inout Definition, _ changes: [Overlay.TransitionChange], _ sources: inout OverlaySources
    ) {
        let uses = overlay.uses[definition.machine] ?? []
        sources.transitions = definition.transitions.map { _ in nil }
        var changed: Set<[String]> = []
        for (index, change) in changes.enumerated() where !change.command.rawValue.isEmpty {
            let place = sources.place.appending("transitions").appending(index)
            let here = definition.transitions.filter { $0.command == change.command }
            guard !here.isEmpty else {
                note(
                    .unknownCommand, at: place.appending("command"),
                    "The master has no command \(quoted(change.command.rawValue)) here: an overlay cannot add one.")
                continue
            }
            if here.allSatisfy(\.isOptional), !uses.contains(change.command) {
                note(
                    .notUsed, at: place.appending("command"),
                    "\(quoted(change.command.rawValue)) is changed and yet left out: list it under “uses”.")
            }
            let known = Set(here.flatMap(\.from))
            for (number, state) in (change.from ?? []).enumerated()
            where !state.rawValue.isEmpty && !known.contains(state) {
                note(
                    .unknownState, at: place.appending("from").appending(number),
                    "The master does not give \(quoted(change.command.rawValue)) from \(quoted(state.rawValue)): an overlay cannot add that."
                )
            }
            let states = change.from.map { Set($0) } ?? known
            if states.contains(where: { !changed.insert([change.command.rawValue, $0.rawValue]).inserted }) {
                note(
                    .doubledName, at: place.appending("command"),
                    "\(quoted(change.command.rawValue)) is changed twice from the same state.")
                continue
            }
            apply(change, in: states, to: &definition, &sources, at: place)
        }
    }

    /// A transition of which only some states are named becomes two: one that is narrowed and one that is as before.
    private mutating func apply(
        _ change: Overlay.TransitionChange, in states: Set<StateName>, to definition: inout Definition,
        _ sources: inout OverlaySources, at place: JSONPointer
    ) {
        var transitions: [Transition] = []
        var places: [OverlaySources.Part?] = []
        for (index, transition) in definition.transitions.enumerated() {
            let touched = transition.from.filter(states.contains)
            guard transition.command == change.command, !touched.isEmpty else {
                transitions.append(transition)
                places.append(sources.transitions[index])
                continue
            }
            var narrow = transition
            narrow.from = touched
            places.append(
                OverlaySources.Part(
                    place: place, needs: transition.needs.count, evidence: transition.evidence.count,
                    notBy: transition.notBy.count))
            transitions.append(narrowed(narrow, by: change, at: place))
            let rest = transition.from.filter { !states.contains($0) }
            if !rest.isEmpty {
                var before = transition
                before.from = rest
                transitions.append(before)
                places.append(sources.transitions[index])
            }
        }
        definition.transitions = transitions
        sources.transitions = places
    }

    private mutating func narrowed(
        _ master: Transition, by change: Overlay.TransitionChange, at place: JSONPointer
    ) -> Transition {
        var transition = master
        if let title = change.title { transition.title = title }
        if let roles = change.roles { transition.roles = restricted(master, to: roles, at: place) }
        for (index, need) in change.needs.enumerated() where master.needs.contains(need) {
            note(
                .alreadyAsked, at: place.appending("needs").appending(index),
                "The master asks for this already; an overlay lists only what it adds.")
        }
        for (index, field) in change.evidence.enumerated() where master.evidence.contains(field) {
            note(
                .alreadyAsked, at: place.appending("evidence").appending(index),
                "The master asks for this already; an overlay lists only what it adds.")
        }
        transition.needs += change.needs
        transition.evidence += change.evidence
        transition.optionalEvidence.removeAll { change.evidence.contains($0) }
        transition.notBy += change.notBy
        return transition
    }

    private mutating func restricted(
        _ master: Transition, to roles: [RoleName], at place: JSONPointer
    ) -> [RoleName] {
        let place = place.appending("roles")
        for (index, role) in roles.enumerated() where !role.rawValue.isEmpty && !master.roles.contains(role) {
            note(
                .widensRoles, at: place.appending(index),
                "In the master \(quoted(role.rawValue)) may not give \(quoted(master.command.rawValue)): an overlay only takes roles away."
            )
        }
        let left = master.roles.filter(roles.contains)
        if left.isEmpty, !master.roles.isEmpty, roles.isEmpty {
            note(.nobodyMayTake, at: place, "At least one of the master's roles must be left.")
        }
        return left.isEmpty ? master.roles : left
    }

    // MARK: - States, clocks and invariants

    private mutating func changeStates(
        of definition: inout Definition, _ changes: [Overlay.StateChange], _ sources: inout OverlaySources
    ) {
        var seen: Set<StateName> = []
        for (index, change) in changes.enumerated() where !change.name.rawValue.isEmpty {
            let place = sources.place.appending("states").appending(index)
            guard let number = definition.states.firstIndex(where: { $0.name == change.name }) else {
                note(
                    .unknownState, at: place.appending("name"),
                    "The master has no state \(quoted(change.name.rawValue)) here: an overlay cannot add one.")
                continue
            }
            if !seen.insert(change.name).inserted {
                note(.doubledState, at: place.appending("name"), "\(quoted(change.name.rawValue)) is changed twice.")
                continue
            }
            sources.states[number] = place
            if let title = change.title { definition.states[number].title = title }
            if let meaning = change.meaning { definition.states[number].meaning = meaning }
            for (position, deadline) in change.deadlines.enumerated() {
                shorten(
                    &definition.states[number], to: deadline, at: place.appending("deadlines").appending(position))
            }
        }
    }

    private mutating func shorten(_ state: inout State, to deadline: Deadline, at place: JSONPointer) {
        let same = state.deadlines.indices.filter { state.deadlines[$0].isOfTheSameKind(as: deadline) }
        guard let first = same.first, same.count == 1 else {
            note(
                .unknownDeadline, at: place,
                same.isEmpty
                    ? "The master has no deadline of this date, unit and effect here: an overlay only shortens."
                    : "The master has several deadlines of this date, unit and effect here: nobody could say which is meant."
            )
            return
        }
        let longest = state.deadlines[first].offset.count
        if deadline.offset.count > longest {
            note(
                .lengthensDeadline, at: place, "The master has \(longest) here: an overlay may only make it earlier.")
        } else if deadline.from == "entered", deadline.offset.count < 1 {
            note(.tooMany, at: place, "Counted from the day on which the state is entered it must be at least 1.")
        } else {
            state.deadlines[first] = deadline
        }
    }

    private mutating func changeClocks(
        of definition: inout Definition, _ changes: [Overlay.ClockChange], at place: JSONPointer
    ) {
        for (index, change) in changes.enumerated() where !change.name.isEmpty {
            let place = place.appending("clocks").appending(index)
            guard let number = definition.clocks.firstIndex(where: { $0.name == change.name }) else {
                note(
                    .unknownClock, at: place.appending("name"),
                    "The master has no clock \(quoted(change.name)) here: an overlay cannot add one.")
                continue
            }
            let longest = definition.clocks[number].target
            if change.target > longest {
                note(
                    .lengthensDeadline, at: place.appending("target"),
                    "The master's target is \(longest): an overlay may only make it shorter.")
            } else if change.target < 1 {
                note(.tooMany, at: place.appending("target"), "A target is at least one working day.")
            } else {
                definition.clocks[number].target = change.target
            }
        }
    }

    private mutating func addInvariants(
        to definition: inout Definition, _ invariants: [Invariant], _ sources: inout OverlaySources
    ) {
        sources.masterInvariants = definition.invariants.count
        for (index, invariant) in invariants.enumerated() {
            if definition.invariants.contains(where: { $0.name == invariant.name }) {
                note(
                    .doubledName, at: sources.place.appending("invariants").appending(index).appending("name"),
                    "There is an invariant \(quoted(invariant.name)) already; an overlay adds, it does not replace.")
            }
            definition.invariants.append(invariant)
        }
    }
}

extension Deadline {
    func isOfTheSameKind(as other: Deadline) -> Bool {
        switch (offset, other.offset) {
        case (.days, .days), (.workingDays, .workingDays): from == other.from && effect == other.effect
        default: false
        }
    }
}

extension Deadline.Offset {
    var count: Int {
        switch self {
        case .days(let count), .workingDays(let count): count
        }
    }
}
