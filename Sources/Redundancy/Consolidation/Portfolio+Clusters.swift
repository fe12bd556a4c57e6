package import Shares

extension Portfolio {
    /// Groups the findings into clusters, each with the share that should survive. An overlap joins no cluster: its
    /// shares serve different ends, and a board decides pair by pair.
    package func clusters(
        _ findings: [RedundancyFinding], barred: Set<ShareReference> = []
    ) -> [RedundancyCluster] {
        let joining = findings.filter { $0.kind != .overlap }
        var leaders: [ShareReference: ShareReference] = [:]
        func leader(_ share: ShareReference) -> ShareReference {
            var current = share
            while let next = leaders[current], next != current { current = next }
            return current
        }
        for finding in joining {
            let one = leader(finding.a)
            let other = leader(finding.b)
            leaders[max(one, other)] = min(one, other)
            if leaders[min(one, other)] == nil { leaders[min(one, other)] = min(one, other) }
        }
        let groups = Dictionary(grouping: joining) { leader($0.a) }
        let clusters = groups.values.map { group in
            cluster(of: group.flatMap { [$0.a, $0.b] }, findings: group, barred: barred)
        }
        return clusters.sorted {
            ($0.members.first ?? $0.survivor) < ($1.members.first ?? $1.survivor)
        }
    }

    /// Shares taken as one group, whatever is found of them: two that overlap, or those that a board names. At least one.
    /// `barred`: what cannot take over, and is proposed only where nothing else is.
    package func cluster(
        of shares: [ShareReference], findings: [RedundancyFinding], survivor chosen: ShareReference? = nil,
        barred: Set<ShareReference> = []
    ) -> RedundancyCluster {
        let members = Set(shares).sorted()
        let among = findings.filter { members.contains($0.a) && members.contains($0.b) }
        let able = members.filter { !barred.contains($0) }
        let candidates = able.isEmpty ? members : able
        func first(of shares: [ShareReference]) -> ShareReference? {
            shares.max { claim($0, among) < claim($1, among) }
        }
        // What flows comes before what stands still, whatever else speaks for that.
        let usual = first(of: candidates)
        let proposed = first(of: candidates.filter { carriesData($0) }) ?? usual
        let survivor = chosen ?? proposed ?? members[0]
        let others = members.filter { $0 != survivor }
        let additions = additions(to: survivor, from: others)
        let why: String
        if chosen != nil {
            why = "It was chosen."
        } else if let usual, usual != survivor, let still = facts(of: usual)?.stage?.standsStill {
            why = "Data flows under it, while \(usual), which would come first otherwise, \(still)."
        } else {
            why = reason(survivor, before: others, among, additions)
        }
        let caution = caution(survivor, before: others)
        return RedundancyCluster(
            members: members, survivor: survivor, reason: [why, caution].compactMap { $0 }.joined(separator: " "),
            caution: caution, findings: among.sorted(by: RedundancyFinding.precedes), additions: additions)
    }

    private func carriesData(_ share: ShareReference) -> Bool { facts(of: share)?.carriesData ?? true }

    /// That nothing flows under what is to take over, and what would come of that.
    private func caution(_ survivor: ShareReference, before others: [ShareReference]) -> String? {
        guard let still = facts(of: survivor)?.stage?.standsStill else { return nil }
        let flowing = others.filter { carriesData($0) }
        let what =
            flowing.isEmpty
            ? "no data flows under any of the shares."
            : "no data flows under it, as it does under \(flowing.map(\.rawValue).joined(separator: ", "))."
        return "\(survivor) \(still): \(what)"
    }

    /// What speaks for a share, the weightiest first: the order of its findings, its channel, its items, its start.
    private func claim(_ share: ShareReference, _ findings: [RedundancyFinding]) -> Claim {
        var wins = 0
        for finding in findings where finding.kind != .duplicate {
            // The new, the outer and the direct share stand second.
            if finding.b == share { wins += 1 }
            if finding.a == share { wins -= 1 }
        }
        let own = facts(of: share)
        return Claim(
            wins: wins, isStrategic: own?.isLegacy != true, items: own?.items.count ?? 0, start: own?.start ?? .min,
            reference: share)
    }

    private struct Claim: Comparable {
        let wins: Int
        let isStrategic: Bool
        let items: Int
        let start: Int32
        let reference: ShareReference

        static func < (left: Claim, right: Claim) -> Bool {
            if left.wins != right.wins { return left.wins < right.wins }
            if left.isStrategic != right.isStrategic { return right.isStrategic }
            if left.items != right.items { return left.items < right.items }
            if left.start != right.start { return left.start < right.start }
            return left.reference > right.reference
        }
    }

    private func reason(
        _ survivor: ShareReference, before others: [ShareReference], _ findings: [RedundancyFinding],
        _ additions: SurvivorAdditions
    ) -> String {
        let rivals = others.compactMap { facts(of: $0) }
        guard let own = facts(of: survivor) else { return "It comes first by its reference." }
        let isLegacy = own.isLegacy == true && rivals.contains { $0.isLegacy == false }
        let though = isLegacy ? ", though it goes over a legacy channel and another does not" : ""
        func second(_ kind: RedundancyKind) -> [ShareReference] {
            findings.filter { $0.b == survivor && $0.kind == kind }.map(\.a).sorted()
        }
        func named(_ references: [ShareReference]) -> String { references.map(\.rawValue).joined(separator: ", ") }
        let inner = second(.subsumed)
        if !inner.isEmpty {
            let carried =
                additions.isEmpty
                ? others.count == 1 ? "the other carries" : "the others carry"
                : "\(named(inner)) \(inner.count == 1 ? "carries" : "carry")"
            return "It carries all that \(carried)\(though)."
        }
        let old = second(.renewal)
        if !old.isEmpty { return "It is the agreement that renews \(named(old))\(though)." }
        if !second(.indirect).isEmpty { return "It comes from the source itself\(though)." }
        if own.isLegacy == false, rivals.contains(where: { $0.isLegacy == true }) {
            return "It goes over a strategic channel, and another over a legacy one."
        }
        let count = "\(own.items.count) data item\(own.items.count == 1 ? "" : "s")"
        if rivals.allSatisfy({ $0.items.count < own.items.count }) { return "It has the most data items, \(count)." }
        if let start = own.start, rivals.allSatisfy({ ($0.start ?? .min) < start }) {
            return "It has \(count) and the latest start, \(Day(number: Int(start)).inWords)."
        }
        return "It has \(count); no other has more, or a later start."
    }

    /// What was understood of a share.
    func facts(of reference: ShareReference) -> ShareFacts? {
        position(of: reference).map { facts[$0] }
    }

    /// The references are in rising order.
    func position(of reference: ShareReference) -> Int? {
        var low = 0
        var high = references.count
        while low < high {
            let middle = (low + high) / 2
            if references[middle] < reference { low = middle + 1 } else { high = middle }
        }
        return low < references.count && references[low] == reference ? low : nil
    }
}
