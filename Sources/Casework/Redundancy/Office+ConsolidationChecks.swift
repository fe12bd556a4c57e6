import Ledger
import Redundancy
import Shares
import Workflows

extension Office {
    /// Everything that stands against a decision, whoever takes it.
    func objections(
        to order: ConsolidationOrder, _ cluster: RedundancyCluster, _ shares: [Share], _ look: RedundancyLook,
        in reader: LedgerReader, on today: Day
    ) throws -> [Refusal.Reason] {
        var reasons = try stale(order, cluster, shares, look, in: reader)
        if order.reason.trimmed.isEmpty {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "reason-missing", "Reason is missing: say why it is decided so.", field: "reason"))
        } else if let character = ForbiddenCharacters.first(in: order.reason) {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "forbidden-character",
                    "Reason holds the character \(character), which no field may hold.", field: "reason"))
        }
        if let day = order.on, day > today {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "in-the-future", "\(day.inWords) lies in the future.", field: "at"))
        }
        if let day = order.on, let first = try earliest(of: shares, in: reader), day < first {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "long-before",
                    "\(day.inWords) lies more than a year before any of the shares began or was recorded.", field: "at")
            )
        }
        guard let survivor = order.survivor ?? (order.verdict == .consolidate ? cluster.survivor : nil) else {
            return reasons + takenBackTooLate(cluster, shares, look.decisions)
        }
        if order.verdict != .consolidate {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "no-survivor", "Only a consolidation has a survivor.", field: "survivor"))
        } else if let taking = shares.first(where: { $0.reference == survivor }) {
            let others = shares.filter { $0.reference != survivor }
            reasons += try objections(to: taking, takingOverFrom: others, in: reader)
        } else {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "not-a-member", "\(survivor) is not one of the shares.", field: "survivor"))
        }
        return reasons
    }

    /// Whether there is something to decide on, and it is what was looked at.
    private func stale(
        _ order: ConsolidationOrder, _ cluster: RedundancyCluster, _ shares: [Share], _ look: RedundancyLook,
        in reader: LedgerReader
    ) throws -> [Refusal.Reason] {
        var reasons: [Refusal.Reason] = []
        func object(_ rule: String, _ says: String) {
            reasons.append(Refusal.Reason(.possible, rule: rule, says))
        }
        let head = try reader.position().size
        if let seen = order.seen, seen > head {
            object("seen-nothing", "Nobody has looked at position \(seen): the record stands at \(head).")
        }
        if shares.count < 2 { object("one-share", "A decision is about at least two different shares.") }
        for share in shares {
            let definitions = try definitions(for: share.pin, in: reader)
            if Stage(share.configuration, under: definitions) == .ended {
                object("has-ended", "\(share.reference) has ended: there is nothing left to decide about it.")
            }
            if try reader.lastPosition(of: share.reference) > order.seen ?? look.position {
                object("changed-since", "\(share.reference) has changed since it was looked at: look again.")
            }
        }
        let members = Set(cluster.members)
        for recorded in try reader.decisions()
        where recorded.position > order.seen ?? look.position
            && members.intersection(recorded.decision.shares).count > 1
        {
            object(
                "decided-since",
                "\(recorded.actor) decided about these shares meanwhile \(recorded.decision.verdict.asDecided) (decision \(recorded.number))."
            )
        }
        return reasons
    }

    /// A year before the first of the shares began, or was recorded where that was earlier.
    private func earliest(of shares: [Share], in reader: LedgerReader) throws -> Day? {
        try shares.flatMap { share in
            let recorded = try recentShares.events(of: share.reference, in: reader).first?.event.at.day
            return [share.terms.startDate?.day, recorded].compactMap { $0 }
        }.min()?.adding(days: -366)
    }

    // MARK: - What a board may insist on

    /// What speaks against a consolidation, though a board may see it otherwise: shares that are not found redundant, and
    /// shares on which other findings rest.
    func doubts(
        about order: ConsolidationOrder, _ cluster: RedundancyCluster, _ shares: [Share], _ look: RedundancyLook
    ) throws -> [Refusal.Reason] {
        guard order.verdict == .consolidate, shares.count > 1,
            let survivor = shares.first(where: { $0.reference == order.survivor ?? cluster.survivor })
        else { return [] }
        func doubt(_ rule: String, _ says: String) -> Refusal.Reason {
            Refusal.Reason(.possible, rule: rule, says, field: "insist")
        }
        let found = cluster.found(with: survivor.reference)
        let others = shares.filter { $0.reference != survivor.reference }
        let unlike = try others.filter { !found.contains($0.reference) }.map { share in
            let differences = try differences(share, survivor)
            let parties = differences.isEmpty ? "" : " It has \(differences.joined(separator: " and "))."
            return doubt(
                "not-found-redundant",
                "\(share.reference) is not found redundant with \(survivor.reference).\(parties) Insist to consolidate them all the same."
            )
        }
        // Between the same bodies the survivor is the feed from then on.
        let resting = try others.filter { try !differences($0, survivor).isEmpty }.flatMap { share in
            look.resting(on: share.reference, beyond: Set(cluster.members)).map { says in
                doubt("feeds-others", "\(says) Insist to retire it all the same.")
            }
        }
        return unlike + resting
    }

    /// The parties in which a share differs from another.
    private func differences(_ share: Share, _ other: Share) throws -> [String] {
        let organisations = try reference().organisations
        func difference(_ what: String, _ mine: [Party], _ theirs: [Party]) -> String? {
            guard Set(mine.map(\.organisation.identity)).isDisjoint(with: theirs.map(\.organisation.identity)) else {
                return nil
            }
            func names(_ parties: [Party]) -> String {
                parties.map { party in
                    party.organisation.term.flatMap { organisations[$0]?.name } ?? party.organisation.text
                }.joined(separator: ", ")
            }
            return "another \(what) (\(names(mine)), not \(names(theirs)))"
        }
        return [
            difference("provider", share.terms.providers, other.terms.providers),
            difference("recipient", share.terms.recipients, other.terms.recipients),
        ].compactMap { $0 }
    }

    // MARK: - Retirements under way

    /// What keeps a share from taking over from others, by the retirements that go on.
    private func objections(
        to survivor: Share, takingOverFrom others: [Share], in reader: LedgerReader
    ) throws -> [Refusal.Reason] {
        var reasons: [Refusal.Reason] = []
        func object(_ rule: String, _ says: String) {
            reasons.append(Refusal.Reason(.possible, rule: rule, says))
        }
        let members = Set(others.map(\.reference) + [survivor.reference])
        func isOurs(_ share: Share) -> Bool { share.retirement.successor.map(members.contains) ?? false }
        if survivor.state(.retirement) != "not-begun", !survivor.hasEndedRetirement,
            survivor.state(.retirement) != "proposed" || !isOurs(survivor)
        {
            object(
                "survivor-retires", "\(survivor.reference) cannot take over: \(try wayOut(of: survivor, in: reader))")
        }
        for share in others where !share.hasEndedRetirement {
            let waiting = try superseded(by: share.reference, in: reader).filter { !members.contains($0.reference) }
            if !waiting.isEmpty {
                let names = waiting.map(\.reference.rawValue).joined(separator: ", ")
                object(
                    "others-retire-into-it",
                    "\(share.reference) is to take over from \(names): decide about all of them together, or keep those first."
                )
            }
            guard share.state(.retirement) != "not-begun", let successor = share.retirement.successor,
                successor != survivor.reference, share.state(.retirement) != "proposed" || !isOurs(share)
            else { continue }
            object(
                "retires-into-another",
                "\(share.reference) is to be superseded by \(successor), not by \(survivor.reference): \(try wayOut(of: share, in: reader))"
            )
        }
        return reasons
    }

    /// A retirement that a decision to keep would end has gone too far for that.
    private func takenBackTooLate(
        _ cluster: RedundancyCluster, _ shares: [Share], _ decisions: [RecordedDecision]
    ) -> [Refusal.Reason] {
        shares.compactMap { share in
            guard ["notice", "stopped"].contains(share.state(.retirement).rawValue),
                let begun = decisions.consolidation(retiring: share.reference),
                let survivor = begun.decision.survivor, cluster.members.contains(survivor)
            else { return nil }
            return Refusal.Reason(
                .possible, rule: "retirement-too-far",
                share.state(.retirement) == "notice"
                    ? "\(share.reference) is under notice by decision \(begun.number): its data owner or the SIRO withdraws the notice first (withdraw-notice)."
                    : "The transfer of \(share.reference) has stopped by decision \(begun.number): it cannot be kept any more."
            )
        }
    }

    /// Where the retirement of a share stands, and how it is ended.
    private func wayOut(of share: Share, in reader: LedgerReader) throws -> String {
        let title = try definitions(for: share.pin, in: reader)[.retirement].title(of: share.state(.retirement))
        let how =
            switch share.state(.retirement) {
            case "proposed":
                "its data owner keeps it (reject-retirement), or the board takes the proposal back (withdraw-retirement), first"
            case "notice": "its data owner or the SIRO withdraws the notice first (withdraw-notice)"
            default: "its transfer has stopped, which is not undone"
            }
        return "its retirement is at “\(title)”; \(how)."
    }

    /// Shares, not ended, that are being retired in favour of another.
    private func superseded(by share: ShareReference, in reader: LedgerReader) throws -> [Share] {
        try reader.sharesNaming(successor: share).map { try existing($0, in: reader) }
            .filter { $0.retirement.successor == share && !$0.hasEndedRetirement }
    }
}

extension Share {
    fileprivate var hasEndedRetirement: Bool { retirement.endedOn != nil }
}

extension RedundancyCluster {
    /// The members that findings join to one of them, at once or by way of others; with it.
    fileprivate func found(with share: ShareReference) -> Set<ShareReference> {
        var joined: Set<ShareReference> = [share]
        var isGrowing = true
        while isGrowing {
            let next = findings.filter { joined.contains($0.a) != joined.contains($0.b) }.flatMap { [$0.a, $0.b] }
            isGrowing = !joined.isSuperset(of: next)
            joined.formUnion(next)
        }
        return joined
    }
}
