import Ledger
package import Shares
package import Workflows

/// What came of an order: the event that was recorded, and the share after it.
package struct Outcome: Hashable, Sendable {
    package var event: Event
    package var share: Share
    /// What is not understood of the terms that were stated with it, each finding at its field.
    package var doubts: [Finding]

    init(event: Event, share: Share, under reference: ReferenceData) {
        self.event = event
        self.share = share
        doubts = share.termsUnderConsideration.doubts(in: event.statedFields, under: reference)
    }
}

extension Office {
    /// Tells a share to do something. Throws `Refusal` with every reason why not.
    ///
    /// Reading, deciding and recording are one transaction. `seen` is the version that the person decided on: where the
    /// share has moved on since, they are told so and nothing is done. What was done `once` is not done again.
    package func act(
        on reference: ShareReference, _ order: Order, as personID: PersonID, seen: Int? = nil, once: OnceOnly? = nil
    ) throws -> Outcome {
        // Read before the transaction, so that nobody waits for it.
        _ = try rulebook()
        try lookAhead(for: order, on: reference)
        let outcome = try write { writer -> Outcome in
            let person = try person(personID, in: writer.reader)
            if let done = try done(once, by: personID, in: writer.reader) { return done }
            var share = try existing(reference, in: writer.reader)
            if let seen { try holdTo(seen, order, on: share, in: writer.reader) }
            let rules = try rulebook(for: share.pin, in: writer.reader)
            let circumstances = try circumstances(of: share, order, in: writer.reader)
            let decision = try decide(order, on: share, by: person, in: circumstances, under: rules)
            let event = try keepingText(of: try recordable(decision), on: share, in: writer, under: rules)
            share.apply(event)
            try writer.append([event], making: share, definitions: rules.definitions)
            try post(after: event, making: share, in: circumstances, under: rules, writer)
            try keep(once, of: event, on: reference, writer)
            return Outcome(event: event, share: share, under: rules.reference)
        }
        recentShares.keep(outcome.share)
        return outcome
    }

    /// Proposes a new share; `from` another, where its terms are to be copied. What was done `once` is not done again.
    package func propose(
        reference: ShareReference? = nil, from model: ShareReference? = nil, fields: [String: String],
        as personID: PersonID, once: OnceOnly? = nil
    ) throws -> Outcome {
        let master = try rulebook()
        _ = try departmentEditions.get()
        return try write { writer in
            let person = try person(personID, in: writer.reader)
            if let done = try done(once, by: personID, in: writer.reader) { return done }
            let circumstances = try circumstances(writer.reader)
            let reference = try unused(reference, today: circumstances.today, in: writer.reader)
            let copied = try model.map { try existing($0, in: writer.reader).terms.copiedForProposal }
            func decided(under rules: Rulebook) throws -> Event {
                try recordable(
                    Proposal.decide(
                        reference: reference, from: copied, fields: fields, by: person, in: circumstances,
                        under: rules))
            }
            var event = try decided(under: master)
            guard case .registered(let registration) = event.happening else { throw NotARegistration() }
            // Only what was proposed says whose department it is.
            let rules = try rulebook(for: registration.terms)
            if rules.pin != master.pin { event = try decided(under: rules) }
            guard let share = Share(first: event) else { throw NotARegistration() }
            try writer.append([event], making: share, definitions: rules.definitions)
            try keep(once, of: event, on: reference, writer)
            return Outcome(event: event, share: share, under: rules.reference)
        }
    }

    /// What a person may do now with a share, and why not the rest.
    package func actions(on reference: ShareReference, as personID: PersonID) throws -> [AvailableAction] {
        try read { reader in
            let person = try person(personID, in: reader)
            let share = try existing(reference, in: reader)
            return share.actions(
                for: person, in: try circumstances(of: share, in: reader),
                under: try rulebook(for: share.pin, in: reader))
        }
    }

    /// Throws `NoSuchCommand` where no state of a share’s machine has a command, wherever the share stands.
    package func checkHas(_ command: CommandName, of machine: Machine, on share: Share) throws {
        let transitions = try read { try definitions(for: share.pin, in: $0) }[machine].definition.transitions
        guard transitions.contains(where: { $0.command == command }) else { throw NoSuchCommand() }
    }

    // MARK: -

    private func recordable(_ decision: Decision) throws -> Event {
        switch decision {
        case .event(let event): return event
        case .refused(let refusal): throw refusal
        }
    }

    func person(_ id: PersonID, in reader: LedgerReader) throws -> Person {
        if let program = try person(ofKey: id, in: reader) { return program }
        guard id != .system, let person = try roster.roster(in: reader)[id] else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "unknown-person", "There is no person “\(id)”: the hub adds people with people add.")
            ])
        }
        if let gone = try roster.roster(in: reader).objection(toActingBy: id, on: now(in: reader).day) {
            throw Refusal([gone])
        }
        return person
    }

    func existing(_ reference: ShareReference, in reader: LedgerReader) throws -> Share {
        guard let share = try recentShares.share(reference, in: reader) else { throw NoSuchShare(reference: reference) }
        return share
    }

    /// A person who decided on an older version is told what happened since; answers to questions collide only where
    /// somebody else answered the same.
    private func holdTo(_ seen: Int, _ order: Order, on share: Share, in reader: LedgerReader) throws {
        guard seen != share.version else { return }
        guard order.fields.keys.contains(where: Answer.isName) else { throw try moved(share, since: seen, in: reader) }
        let collisions = try answeredSince(seen, order, on: share, in: reader)
        guard collisions.isEmpty else {
            throw Refusal(
                collisions.map { Refusal.Reason(.possible, rule: "answered-since", $0.says, field: $0.name) })
        }
    }

    private func moved(_ share: Share, since seen: Int, in reader: LedgerReader) throws -> Refusal {
        let since = try reader.events(of: share.reference).filter { $0.event.version > seen }
        let what = since.map { "\($0.event.actor) \($0.event.summary)" }.joined(separator: "; ")
        return Refusal([
            Refusal.Reason(
                .possible, rule: "changed-since", "\(share.reference) has changed since you looked: \(what).")
        ])
    }

    /// A source that gives the same again and again is broken: nobody waits for it for ever.
    private static let mostTries = 100

    private func unused(
        _ wanted: ShareReference?, today: Day, in reader: LedgerReader
    ) throws -> ShareReference {
        guard let wanted else {
            for _ in 0..<Self.mostTries {
                let reference = surroundings.newReference(today)
                if try reader.version(of: reference) == nil { return reference }
            }
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "no-reference", "No reference was free in \(Self.mostTries) tries: try again.")
            ])
        }
        let text = TermsReader.normalised(wanted.rawValue)
        if let objection = ShareReference.objection(to: text) {
            throw Refusal([
                Refusal.Reason(.complete, rule: "reference-not-possible", objection)
            ])
        }
        guard try reader.summary(of: ShareReference(text)) == nil else {
            throw Refusal([
                Refusal.Reason(.possible, rule: "reference-taken", "There is a share \(text) already.")
            ])
        }
        return ShareReference(text)
    }
}

/// The workflow of a share has no such machine or command.
package struct NoSuchCommand: Error {
    package init() {}
}

/// The reference names no share here.
package struct NoSuchShare: Error, Hashable, Sendable {
    package var reference: ShareReference
}

/// A proposal was decided on with something other than a registration: a fault of ours.
struct NotARegistration: Error {}

extension Event {
    /// In a few words, for lists: `gave submit (draft → submitted)`.
    package var summary: String {
        switch happening {
        case .registered(let registration):
            registration.origin.kind == .proposed
                ? "proposed the share"
                : "loaded it from \(registration.origin.source ?? "a register") as \(registration.entry)"
        case .corrected(let correction) where correction.entry != nil:
            "followed \(correction.origin.source ?? "a register"), which calls it \(correction.entry ?? "")"
        case .corrected(let correction):
            correction.changes.isEmpty
                ? "noted a changed row of \(correction.origin.source ?? "a register")"
                : "noted changes in \(correction.origin.source ?? "a register"): "
                    + correction.changes.map(\.field.label).joined(separator: ", ")
        case .relocated(let relocation):
            "moved it to edition \(relocation.to.digest.prefix(12)) of the workflows"
                + (relocation.standing.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }
                    .joined(separator: ", ").nonEmpty.map { " (\($0))" } ?? "")
        case .acted(let act):
            "gave “\(act.command)”"
                + (act.moves.filter { $0.from != $0.to }.map { "\($0.machine.rawValue): \($0.from) → \($0.to)" }
                    .joined(separator: ", ").nonEmpty.map { " (\($0))" } ?? "")
        }
    }

    /// The same as pages say it: what was done by its title, and where each machine stands then.
    package func told(under definitions: CheckedDefinitions) -> String {
        guard case .acted(let act) = happening else { return summary.capitalisedFirst }
        let title = definitions.title(of: act)
        let moves = act.moves.filter { $0.from != $0.to }
            .map { "\($0.machine.asPeopleSay) is at “\(definitions[$0.machine].title(of: $0.to))”" }
        return moves.isEmpty ? title : "\(title): \(moves.joined(separator: ", "))"
    }
}
