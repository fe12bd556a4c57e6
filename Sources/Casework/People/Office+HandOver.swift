import Ledger
package import Shares
package import Workflows

/// Everything that one person held, given to another in one act.
package struct HandOver: Hashable, Sendable, Codable {
    package struct Given: Hashable, Sendable, Codable {
        package var reference: ShareReference
        package var title: String
        /// `appoint-owner` or `hand-over-request`.
        package var command: CommandName
    }

    /// In the order of references; a share that was owned and requested is there twice.
    package var given: [Given] = []
    /// Delegations from and to the person that end with their last day.
    package var ended: [Delegation] = []
    /// Conditions that are the data owner's to meet, and go over with the share.
    package var passed: [String] = []
    /// Other conditions that are not met and name the person: whoever takes over looks at them.
    package var conditions: [String] = []
    /// Sign-offs that count no more once another is the data owner: they are given anew.
    package var lapsed: [String] = []
}

/// Who hands over to whom, and why.
package struct HandOverRequest: Hashable, Sendable {
    package var from: PersonID
    package var to: PersonID
    package var reason: String
    /// The last day of work of the one who hands over; nil: they stay.
    package var leaving: Day?
    package var isPreview: Bool

    package init(from: PersonID, to: PersonID, reason: String, leaving: Day? = nil, isPreview: Bool = false) {
        self.from = from
        self.to = to
        self.reason = reason
        self.leaving = leaving
        self.isPreview = isPreview
    }
}

extension Office {
    /// Gives every open share that somebody owns or requested to another person, and records when they leave: all of it
    /// in one transaction, or nothing. Throws `Refusal` with the reasons of every share that could not be given.
    package func handOver(
        _ request: HandOverRequest, as actor: PersonID, once: OnceOnly? = nil
    ) throws -> HandOver {
        _ = try rulebook()
        if request.isPreview {
            return try read { try handOver(request, as: actor, in: $0).result }
        }
        var shares: [Share] = []
        let result = try write(once: once, by: actor) { writer in
            let work = try handOver(request, as: actor, in: writer.reader)
            let moment = try now(in: writer.reader)
            for step in work.steps {
                try writer.append(step.events, making: step.share, definitions: step.definitions)
                let rules = try rulebook(for: step.share.pin, in: writer.reader)
                for event in step.events {
                    try post(
                        after: event, making: step.share, in: try circumstances(writer.reader), under: rules, writer)
                }
            }
            for var delegation in work.result.ended {
                // Not begun by then, it never holds.
                delegation.last = max(
                    min(delegation.last, request.leaving ?? delegation.last), delegation.first.adding(days: -1))
                _ = try record(.delegationEnded(delegation), as: actor, at: moment, in: writer)
            }
            if let last = request.leaving {
                _ = try record(
                    .left(RosterChange.Departure(request.from, last: last)), as: actor, at: moment, in: writer)
            }
            shares = work.steps.map(\.share)
            return work.result
        }
        for share in shares { recentShares.keep(share) }
        return result
    }

    // MARK: -

    private struct Work {
        struct Step {
            var events: [Event]
            var share: Share
            var definitions: CheckedDefinitions
        }

        var result = HandOver()
        var steps: [Step] = []
    }

    private func handOver(_ request: HandOverRequest, as actor: PersonID, in reader: LedgerReader) throws -> Work {
        let person = try hub(actor, may: "hands over what somebody holds", in: reader)
        let circumstances = try circumstances(reader)
        var reasons = objections(to: request, in: circumstances)
        var work = Work()
        try reader.forEachShare { read in
            var share = read
            let rules = try rulebook(for: share.pin, in: reader)
            guard Stage(share.configuration, under: rules.definitions) != .ended else { return }
            var events: [Event] = []
            let names = [request.from.rawValue, circumstances.roster[request.from]?.name]
            let open = share.approval.conditions.filter { $0.isOpen && names.contains($0.owner) }.map(\.number)
            for (command, field) in held(by: request.from, in: share) {
                let order = Order(
                    command, machine: .proposal,
                    fields: [field.rawValue: request.to.rawValue, EvidenceField.reason.rawValue: request.reason])
                switch share.decide(order, by: person, in: circumstances, under: rules) {
                case .event(let event):
                    share.apply(event)
                    events.append(event)
                    work.result.given.append(
                        HandOver.Given(reference: share.reference, title: share.terms.title, command: command))
                case .refused(let refusal):
                    reasons += refusal.reasons.map {
                        Refusal.Reason($0.question, rule: $0.rule, "\(share.reference): \($0.says)")
                    }
                }
            }
            for condition in share.approval.conditions where open.contains(condition.number) {
                let says = "\(share.reference): condition \(condition.number), \(condition.text)"
                if names.contains(condition.owner) {
                    work.result.conditions.append(says)
                } else {
                    work.result.passed.append(says)
                }
            }
            let counted = share.signOffAccount(under: rules.reference).lapsed
            let before = read.signOffAccount(under: rules.reference).lapsed
            work.result.lapsed += counted.filter { !before.contains($0) }.map { signOff in
                "\(share.reference): the sign-off of \(signOff.giver { circumstances.roster[$0]?.name ?? $0.rawValue })"
                    + " as \(RoleName(rawValue: signOff.capacity).asPeopleSay) on \(signOff.at.day.inWords)"
            }
            if !events.isEmpty {
                work.steps.append(Work.Step(events: events, share: share, definitions: rules.definitions))
            }
        }
        guard reasons.isEmpty else { throw Refusal(reasons) }
        if let last = request.leaving {
            work.result.ended = circumstances.roster.delegations.filter {
                [$0.principal, $0.delegate].contains(request.from) && $0.last > last && $0.last >= circumstances.today
            }
        }
        return work
    }

    private func held(by person: PersonID, in share: Share) -> [(command: CommandName, field: EvidenceField)] {
        var held: [(CommandName, EvidenceField)] = []
        if share.owner?.person == person { held.append(("appoint-owner", .owner)) }
        if share.requester == person { held.append(("hand-over-request", .requester)) }
        return held
    }

    private func objections(to request: HandOverRequest, in circumstances: Circumstances) -> [Refusal.Reason] {
        var reasons: [Refusal.Reason] = []
        func object(_ rule: String, _ says: String) { reasons.append(Refusal.Reason(.complete, rule: rule, says)) }
        for id in [request.from, request.to] where circumstances.roster[id] == nil {
            object("unknown-person", "There is no person “\(id)”: see people list.")
        }
        if request.from == request.to { object("to-oneself", "Nobody hands over to themself.") }
        if request.reason.trimmed.isEmpty { object("reason-missing", "Reason is missing: say why it is handed over.") }
        if circumstances.roster.hasLeft(request.to, on: circumstances.today) {
            object("has-left", "\(request.to) has left.")
        }
        return reasons
    }
}
