import Ledger
import Redundancy
package import Shares
import Workflows

extension Office {
    /// What a decision would come to for each share; nothing is written. Throws `Refusal` where the person may not decide,
    /// or something is missing.
    package func previewConsolidation(
        _ order: ConsolidationOrder, as personID: PersonID
    ) throws -> ConsolidationOutcome {
        _ = try rulebook()
        return try read { try consolidationPlan(order, as: personID, looking: nil, in: $0).outcome }
    }

    /// Records a decision about redundant shares and, of a consolidation, begins the casework: the survivor is amended,
    /// the others are proposed for retirement with the survivor as their successor. All of it in one transaction, or
    /// nothing; throws `Refusal` with every reason, those of each share named.
    package func decideConsolidation(
        _ order: ConsolidationOrder, as personID: PersonID
    ) throws -> ConsolidationOutcome {
        _ = try rulebook()
        // Nobody waits for the search: what has changed since is refused.
        let look = try read { reader in
            _ = try boardAuthorities(of: personID, in: reader)
            return try redundancyLook(in: reader)
        }
        let (outcome, shares) = try write { writer in
            let plan = try consolidationPlan(order, as: personID, looking: look, in: writer.reader)
            let reasons = plan.outcome.shares.flatMap { share in
                (share.refusal?.reasons ?? []).map { reason in
                    Refusal.Reason(reason.question, rule: reason.rule, "\(share.reference): \(reason.says)")
                }
            }
            guard reasons.isEmpty else { throw Refusal(reasons) }
            let circumstances = try circumstances(writer.reader)
            try writer.append(
                decision: plan.outcome.decision, at: circumstances.now, actor: personID, role: plan.authority.role)
            for step in plan.steps {
                let rules = try rulebook(for: step.share.pin, in: writer.reader)
                try writer.append(step.events, making: step.share, definitions: rules.definitions)
                for event in step.events {
                    try post(after: event, making: step.share, in: circumstances, under: rules, writer)
                }
            }
            try postTakeOver(plan.outcome, by: personID, in: circumstances, writer)
            return (plan.outcome, plan.steps.map(\.share))
        }
        for share in shares { recentShares.keep(share) }
        return outcome
    }

    /// Whether a person may decide about redundant shares at all, of their own or for somebody.
    package func mayDecideOnRedundancy(_ personID: PersonID) throws -> Bool {
        try ledger.read { try mayDecideOnRedundancy(try person(personID, in: $0), in: $0) }
    }

    func mayDecideOnRedundancy(_ person: Person, in reader: LedgerReader) throws -> Bool {
        do {
            _ = try boardAuthorities(of: person.id, in: reader)
            return true
        } catch is Refusal {
            return false
        }
    }

    /// Tells the data owner of a survivor that cannot be amended yet what it has to take over.
    private func postTakeOver(
        _ outcome: ConsolidationOutcome, by actor: PersonID, in circumstances: Circumstances, _ writer: LedgerWriter
    ) throws {
        guard outcome.decision.additions?.isEmpty == false,
            let line = outcome.shares.first(where: { $0.part == .survivor }), line.commands.isEmpty
        else { return }
        let share = try existing(line.reference, in: writer.reader)
        let letters = LettersOfAct(
            templates: try rulebook(for: share.pin, in: writer.reader).reference.letterTemplates,
            circumstances: circumstances)
        let others = outcome.decision.superseded.map(\.rawValue).joined(separator: ", ")
        let why = "It is to take over from \(others). \(line.says.joined(separator: " "))"
        _ = try writer.post(
            letters.letters(
                of: "take-over", number: outcome.number, about: share, by: actor,
                reason: "\(why)\n\n\(outcome.decision.reason)"), at: circumstances.now)
    }

    // MARK: - Planning

    private struct Plan {
        struct Step {
            var events: [Event]
            var share: Share
        }

        var outcome: ConsolidationOutcome
        var authority: Authority
        var steps: [Step] = []
    }

    private static let boardRoles: [RoleName] = ["board", "hub"]

    private func boardAuthorities(of id: PersonID, in reader: LedgerReader) throws -> [Authority] {
        let person = try person(id, in: reader)
        let circumstances = try circumstances(reader)
        let held = circumstances.roster.authorities(of: person, among: Self.boardRoles, on: circumstances.today)
        guard !held.isEmpty else {
            let who = Self.boardRoles.map(\.asPeopleSay).joined(separator: " or ")
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "not-your-role", "Only \(who) decides about redundant shares; \(id) is not that.")
            ])
        }
        return held
    }

    /// Decides on everything before anything is written. `look` is an earlier search; nil: it is made here.
    private func consolidationPlan(
        _ order: ConsolidationOrder, as id: PersonID, looking look: RedundancyLook?, in reader: LedgerReader
    ) throws -> Plan {
        let held = try boardAuthorities(of: id, in: reader)
        let person = try person(id, in: reader)
        let circumstances = try circumstances(reader)
        let look = try look ?? redundancyLook(in: reader)
        let cluster = try cluster(order, look)
        let shares = try cluster.members.map { try existing($0, in: reader) }
        let authority = try authority(of: person, among: held, over: shares, in: circumstances)
        let objections = try objections(to: order, cluster, shares, look, in: reader, on: circumstances.today)
        guard objections.isEmpty else { throw Refusal(objections) }
        let number = try reader.decisionCount() + 1
        let decision = try decision(order, cluster, look, authority, on: circumstances.today, in: reader)
        var plan = Plan(
            outcome: ConsolidationOutcome(decision: decision, number: number, position: look.position, shares: []),
            authority: authority)
        for share in shares {
            var part = ConsolidationOutcome.ForShare(
                reference: share.reference, title: share.terms.title, part: .kept)
            switch decision.survivor {
            case nil: part.says.append("Stays as it is.")
            case share.reference:
                part.part = .survivor
                let step = try amend(share, decision, number, by: person, in: circumstances, reader, &part)
                if let step { plan.steps.append(step) }
            default:
                part.part = .superseded
                let step = try retire(share, decision, number, by: person, in: reader, &part)
                if let step { plan.steps.append(step) }
            }
            plan.outcome.shares.append(part)
        }
        return plan
    }

    /// The shares that are meant. Throws `Refusal` where no such cluster is found.
    private func cluster(_ order: ConsolidationOrder, _ look: RedundancyLook) throws -> RedundancyCluster {
        switch order.target {
        case .shares(let shares):
            return look.portfolio.cluster(
                of: shares, findings: look.portfolio.findings(minimumScore: order.leastScore), survivor: order.survivor)
        case .cluster(let text):
            let wanted = text.trimmed.uppercased()
            let found = look.groups(minimumScore: order.leastScore).filter { $0.reference == wanted }
            guard found.count == 1 else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "no-such-cluster",
                        found.isEmpty
                            ? "There is no cluster “\(text.shortened(to: 40))” that is to be decided on: see redundancy clusters. It may have been decided on, its shares may have changed, or it was found with another --min-score."
                            : "“\(wanted)” is the name of \(found.count) clusters: name their shares instead.")
                ])
            }
            guard let survivor = order.survivor else { return found[0] }
            return look.portfolio.cluster(
                of: found[0].members, findings: found[0].findings, survivor: survivor)
        }
    }

    // MARK: - May this person?

    /// The role in which the person may decide about all of the shares. Throws every reason why in none.
    private func authority(
        of person: Person, among held: [Authority], over shares: [Share], in circumstances: Circumstances
    ) throws -> Authority {
        var reasons: [Refusal.Reason] = []
        for authority in held {
            let holder = authority.onBehalfOf.flatMap { circumstances.roster[$0] } ?? person
            var against = shares.compactMap { share in
                Permission.objection(to: holder, as: authority.role, on: share, in: circumstances)
                    .map { Refusal.Reason(.who, rule: "not-your-share", $0) }
            }
            for share in shares {
                guard let requester = share.requester, [person.id, holder.id].contains(requester) else { continue }
                against.append(
                    Refusal.Reason(
                        .who, rule: "segregation-of-duties",
                        "\(share.reference) was requested by \(requester): nobody decides about a share that they asked for, or for whoever did."
                    ))
            }
            if against.isEmpty { return authority }
            for reason in against where !reasons.contains(reason) { reasons.append(reason) }
        }
        throw Refusal(reasons)
    }

    // MARK: - Is it possible, and is everything there?

    private func objections(
        to order: ConsolidationOrder, _ cluster: RedundancyCluster, _ shares: [Share], _ look: RedundancyLook,
        in reader: LedgerReader, on today: Day
    ) throws -> [Refusal.Reason] {
        var reasons: [Refusal.Reason] = []
        func object(_ question: Refusal.Question, _ rule: String, _ says: String, at field: String? = nil) {
            reasons.append(Refusal.Reason(question, rule: rule, says, field: field))
        }
        if shares.count < 2 { object(.possible, "one-share", "A decision is about at least two different shares.") }
        for share in shares {
            let definitions = try definitions(for: share.pin, in: reader)
            if Stage(share.configuration, under: definitions) == .ended {
                object(
                    .possible, "has-ended", "\(share.reference) has ended: there is nothing left to decide about it.")
            }
            if try reader.lastPosition(of: share.reference) > order.seen ?? look.position {
                object(
                    .possible, "changed-since", "\(share.reference) has changed since it was looked at: look again.")
            }
        }
        let members = Set(cluster.members)
        for recorded in try reader.decisions()
        where recorded.position > order.seen ?? look.position
            && members.intersection(recorded.decision.shares).count > 1
        {
            object(
                .possible, "decided-since",
                "\(recorded.actor) decided about these shares meanwhile \(recorded.decision.verdict.asDecided) (decision \(recorded.number))."
            )
        }
        if order.reason.trimmed.isEmpty {
            object(.complete, "reason-missing", "Reason is missing: say why it is decided so.", at: "reason")
        } else if let character = ForbiddenCharacters.first(in: order.reason) {
            object(
                .complete, "forbidden-character",
                "Reason holds the character \(character), which no field may hold.", at: "reason")
        }
        if let day = order.on, day > today {
            object(.complete, "in-the-future", "\(day.inWords) lies in the future.", at: "at")
        }
        if let survivor = order.survivor {
            if order.verdict != .consolidate {
                object(.complete, "no-survivor", "Only a consolidation has a survivor.", at: "survivor")
            } else if !members.contains(survivor) {
                object(.complete, "not-a-member", "\(survivor) is not one of the shares.", at: "survivor")
            }
        }
        return reasons
    }

    // MARK: - What is recorded

    private func decision(
        _ order: ConsolidationOrder, _ cluster: RedundancyCluster, _ look: RedundancyLook, _ authority: Authority,
        on today: Day, in reader: LedgerReader
    ) throws -> RedundancyDecision {
        let subjects = try cluster.members.map { reference in
            guard let summary = try reader.summary(of: reference),
                let facts = look.portfolio.comparedFacts(of: ComparableShare(summary))
            else { throw NoSuchShare(reference: reference) }
            return RedundancyDecision.Subject(share: reference, facts: facts, digest: try facts.digest)
        }
        let isConsolidated = order.verdict == .consolidate
        return RedundancyDecision(
            verdict: order.verdict, cluster: cluster.reference, subjects: subjects,
            survivor: isConsolidated ? cluster.survivor : nil, additions: isConsolidated ? cluster.additions : nil,
            reason: order.reason.trimmed, on: order.on ?? today,
            shown: cluster.findings.map { finding in
                RedundancyDecision.Shown(
                    kind: finding.kind.rawValue, a: finding.a, b: finding.b,
                    score: Int((finding.score * 1000).rounded()), explanation: finding.explanation)
            }, onBehalfOf: authority.onBehalfOf)
    }

    // MARK: - The casework

    /// Begins the amendment of the survivor where it has to carry more, with the additions as its draft where the person
    /// may edit; else they stand in the reason.
    private func amend(
        _ share: Share, _ decision: RedundancyDecision, _ number: Int, by person: Person,
        in circumstances: Circumstances, _ reader: LedgerReader, _ part: inout ConsolidationOutcome.ForShare
    ) throws -> Plan.Step? {
        guard let additions = decision.additions, !additions.isEmpty else {
            part.says.append("Carries all that the others carry, and stays as it is.")
            return nil
        }
        switch share.state(.proposal) {
        case "amending", "amendment-submitted", "amendment-accepted":
            part.says.append("An amendment is under way already; it has to take in: \(additions.inWords).")
            return nil
        case "inherited":
            part.says.append(
                "Its inherited terms have to be confirmed before they can be amended; then to add: \(additions.inWords)."
            )
            return nil
        case "draft", "returned":
            part.says.append("It is a request still, which has to take in: \(additions.inWords).")
            return nil
        default: break
        }
        let rules = try rulebook(for: share.pin, in: reader)
        guard !rules.definitions[.approval].members(of: "inherited").contains(share.state(.approval)) else {
            part.says.append(
                "It is being regularised, and can be amended once it is in force; then to add: \(additions.inWords).")
            return nil
        }
        let others = decision.superseded.map(\.rawValue).joined(separator: ", ")
        let why = "Decision \(number) on redundant shares: to take over from \(others). To add: \(additions.inWords)."
        let begin = Order("begin-amendment", machine: .proposal, fields: ["reason": "\(why) \(decision.reason)"])
        var amended = share
        guard case .event(let begun) = try given(begin, to: amended, by: person, in: reader, &part) else { return nil }
        amended.apply(begun)
        part.commands.append(begin.command)
        part.says.append("An amendment is begun, to add: \(additions.inWords).")
        var step = Plan.Step(events: [begun], share: amended)
        let edit = Order("edit", machine: .proposal, fields: amended.terms.draft(adding: additions))
        switch try decide(
            edit, on: amended, by: person, in: try self.circumstances(of: amended, edit, in: reader), under: rules)
        {
        case .event(let edited):
            step.events.append(edited)
            step.share.apply(edited)
            part.commands.append(edit.command)
            part.says.append("The additions are drafted in it, for its requester and data owner to look at.")
        case .refused:
            part.says.append("Its requester, data owner or the hub drafts them: you may not edit its terms.")
        }
        return step
    }

    /// Proposes the retirement of a share of which the survivor is the successor.
    private func retire(
        _ share: Share, _ decision: RedundancyDecision, _ number: Int, by person: Person, in reader: LedgerReader,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws -> Plan.Step? {
        guard let survivor = decision.survivor else { return nil }
        guard share.state(.retirement) == "not-begun" else {
            part.says.append("Its retirement is under way already.")
            return nil
        }
        let order = Order(
            "propose-retirement", machine: .retirement,
            fields: [
                "reason":
                    "Decision \(number) on redundant shares: superseded by \(survivor). \(decision.reason)",
                "successor": survivor.rawValue,
            ])
        guard case .event(let event) = try given(order, to: share, by: person, in: reader, &part) else { return nil }
        var retiring = share
        retiring.apply(event)
        part.commands.append(order.command)
        part.says.append("Its retirement is proposed, superseded by \(survivor); its data owner decides.")
        return Plan.Step(events: [event], share: retiring)
    }

    private func given(
        _ order: Order, to share: Share, by person: Person, in reader: LedgerReader,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws -> Decision {
        let decision = try decide(
            order, on: share, by: person, in: try circumstances(of: share, order, in: reader),
            under: try rulebook(for: share.pin, in: reader))
        if case .refused(let refusal) = decision { part.refusal = refusal }
        return decision
    }
}

extension Shares.Terms {
    /// The fields that take additions in, as a person would type them.
    fileprivate func draft(adding additions: SurvivorAdditions) -> [String: String] {
        func longer(_ field: TermsField, by added: [String]) -> String {
            ([text(of: field)] + added).filter { !$0.isEmpty }.joined(separator: "; ")
        }
        var fields: [String: String] = [:]
        if !additions.items.isEmpty {
            fields[TermsField.dataItems.rawValue] = longer(.dataItems, by: additions.items)
        }
        if !additions.subjects.isEmpty {
            fields[TermsField.dataSubjects.rawValue] = longer(.dataSubjects, by: additions.subjects)
        }
        fields[TermsField.frequency.rawValue] = additions.frequency
        return fields
    }
}
