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
    /// nothing; throws `Refusal` with every reason, those of each share named, and `DecidedAlready` under a key that was used for it.
    package func decideConsolidation(
        _ order: ConsolidationOrder, as personID: PersonID, once: OnceOnly? = nil
    ) throws -> ConsolidationOutcome {
        _ = try rulebook()
        // Nobody waits for the search: what has changed since is refused.
        let look = try read { reader in
            _ = try boardAuthorities(of: personID, in: reader)
            return try redundancyLook(in: reader)
        }
        let (outcome, shares) = try write { writer in
            if let done: OnceOnly.Done = try told(once, by: personID, in: writer.reader) {
                throw DecidedAlready(number: done.number)
            }
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
            if let first = plan.outcome.decision.shares.first {
                try keep(once, by: personID, OnceOnly.Done(share: first, number: plan.outcome.number), writer)
            }
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
        var outcome: ConsolidationOutcome
        var authority: Authority
        var steps: [ConsolidationStep] = []
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
        let cluster = try cluster(order, look, in: reader)
        let shares = try cluster.members.map { try existing($0, in: reader) }
        let authority = try authority(of: person, among: held, over: shares, in: circumstances)
        let objections = try objections(to: order, cluster, shares, look, in: reader, on: circumstances.today)
        let doubts = try doubts(about: order, cluster, shares, look)
        guard objections.isEmpty, doubts.isEmpty || order.insists else {
            throw Refusal(objections + (order.insists ? [] : doubts))
        }
        let number = try reader.decisionCount() + 1
        var decision = try decision(order, cluster, look, authority, on: circumstances.today, in: reader)
        decision.insisted = doubts.isEmpty ? nil : doubts.map(\.says)
        var setting = ConsolidationStep.Setting(
            decision: decision, number: number, person: person, earlier: look.decisions)
        var plan = Plan(
            outcome: ConsolidationOutcome(
                decision: decision, number: number, position: look.position, shares: [],
                replaces: look.decisions.replaced(by: decision)),
            authority: authority)
        // The survivor first, so that the others find it free to take over.
        for share in shares.filter({ $0.reference == decision.survivor })
            + shares.filter({ $0.reference != decision.survivor })
        {
            var part = ConsolidationOutcome.ForShare(
                reference: share.reference, title: share.terms.title, part: .kept)
            let step = try carryOut(setting, on: share, in: reader, &part)
            if part.commands.contains("withdraw-retirement") { setting.freed.insert(share.reference) }
            if !step.events.isEmpty { plan.steps.append(step) }
            plan.outcome.shares.append(part)
        }
        plan.outcome.shares.sort { $0.reference < $1.reference }
        return plan
    }

    /// The shares that are meant. Throws `Refusal` where no such cluster is found.
    private func cluster(
        _ order: ConsolidationOrder, _ look: RedundancyLook, in reader: LedgerReader
    ) throws -> RedundancyCluster {
        switch order.target {
        case .shares(let shares):
            return look.portfolio.cluster(
                of: shares, findings: look.portfolio.findings(minimumScore: order.leastScore),
                survivor: order.survivor, barred: look.barred)
        case .cluster(let text):
            let wanted = text.trimmed.uppercased()
            guard try reader.summary(of: ShareReference(TermsReader.normalised(text))) == nil else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "one-share",
                        "A decision is about at least two different shares: name another beside \(text.trimmed).")
                ])
            }
            let asked = look.groups(minimumScore: order.leastScore)
            if let first = asked.before(wanted) {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "asked-later",
                        "“\(wanted)” overlaps with a share of \(first.joined(separator: " and ")): decide on that first."
                    )
                ])
            }
            let found = asked.groups.filter { $0.reference == wanted }
            guard found.count == 1 else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "no-such-cluster",
                        found.isEmpty
                            ? "There is no cluster “\(text.shortened(to: 40))” that is to be decided on: see redundancy clusters, or the page of redundant shares. It may have been decided on, its shares may have changed, or it was found with another --min-score."
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
                // Whoever handed the request over has asked for the share all the same.
                let asked = [share.requester].compactMap { $0 } + share.duties.people(giving: "propose")
                guard let requester = asked.first(where: { [person.id, holder.id].contains($0) }) else { continue }
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
                    score: Int((finding.score * 1000).rounded()), explanation: finding.explanation, feed: finding.feed)
            }, onBehalfOf: authority.onBehalfOf, caution: isConsolidated ? cluster.caution : nil)
    }
}
