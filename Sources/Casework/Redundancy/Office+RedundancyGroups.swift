package import Ledger
package import Redundancy
package import Shares

/// What is found redundant and what was decided about it, as somebody may see it.
package struct RedundancyOverview: Sendable {
    /// Clusters and overlapping pairs that are to be decided on.
    package var groups: [RedundancyCluster]
    /// Pairs that overlap with a share of a group, and are asked when that is decided.
    package var later: Int
    /// The titles of their shares.
    package var titles: [ShareReference: String]
    /// The newest first.
    package var decisions: [ConsolidationProgress]
    /// What consolidating all of the groups would save.
    package var savings: ConsolidationSavings
    package var mayDecide: Bool
}

/// Shares that are found redundant together, side by side.
package struct RedundancyGroup: Sendable {
    package var cluster: RedundancyCluster
    /// In the order of the members.
    package var shares: [ShareSummary]
    /// Of each share, in how many of them each of its data items is, by its identity, in whatever words.
    package var itemCounts: [[String: Int]]
    package var mayDecide: Bool
    /// Where the record stands: what a decision is held to.
    package var position: Int
}

/// No group of this reference is to be decided on, or not one that the person may see.
package struct NoSuchGroup: Error, Hashable, Sendable {
    package init() {}
}

/// Which groups wait: of a search, and of the shares that somebody may see.
struct GroupQuestion: Hashable, Sendable {
    /// Where the record stood when the register was searched.
    var look: Int
    var reach: Reach
}

extension Office {
    /// The groups of which somebody may see every share.
    package func redundancyOverview(for person: Person) throws -> RedundancyOverview {
        let mayDecide = try mayDecideOnRedundancy(person.id)
        let decisions = try redundancyDecisions(within: person.reach)
        return try read { reader in
            let look = try redundancyLook(in: reader)
            var titles: [ShareReference: String] = [:]
            let asked = recentLook.groups(of: look)
            let groups = try asked.groups.filter { group in
                let shares = try self.shares(of: group, within: person.reach, in: reader)
                for share in shares ?? [] { titles[share.reference] = share.title }
                return shares != nil
            }
            let later = try asked.later.count { finding in
                try [finding.a, finding.b].allSatisfy { try reader.summary(of: $0).map(person.reach.includes) ?? false }
            }
            return RedundancyOverview(
                groups: groups, later: later, titles: titles, decisions: decisions,
                savings: ConsolidationSavings(groups, portfolio: look.portfolio), mayDecide: mayDecide)
        }
    }

    /// What waits for a decision and of which every share is within the reach. Where searching anew would take long, the
    /// last search tells, without what was decided since; nil while a large register is searched for the first time.
    func redundancyGroups(within reach: Reach, in reader: LedgerReader) throws -> [RedundancyCluster]? {
        guard let look = try redundancyLookOfWork(in: reader) else { return nil }
        if look.portfolio.count > searchedAtOnce, recentLook.groupsFormed(of: look) == nil {
            searchAhead()
            return nil
        }
        let decisions = try recentDecisions.decisions(in: reader)
        let since = Set(decisions.dropFirst(look.decisions.count).flatMap(\.decision.shares))
        return try recentGroups.figures(for: GroupQuestion(look: look.position, reach: reach), in: reader, on: today) {
            try recentLook.groups(of: look).groups.filter { group in
                try !group.members.contains(where: since.contains)
                    && shares(of: group, within: reach, in: reader) != nil
            }
        }
    }

    /// What consolidating every group that waits would save, of those that somebody may see; nil while a large register is searched
    /// for the first time.
    package func possibleSavings(for person: Person) throws -> ConsolidationSavings? {
        try read { reader in
            guard let groups = try redundancyGroups(within: person.reach, in: reader), let look = recentLook.last else {
                return nil
            }
            let question = GroupQuestion(look: look.position, reach: person.reach)
            return try recentSavings.figures(for: question, in: reader, on: today) {
                ConsolidationSavings(groups, portfolio: look.portfolio)
            }
        }
    }

    private func redundancyLookOfWork(in reader: LedgerReader) throws -> RedundancyLook? {
        if let last = recentLook.last {
            if last.portfolio.count > searchedAtOnce { return last }
        } else if try reader.shareCount() > searchedAtOnce {
            searchAhead()
            return nil
        }
        return try redundancyLook(in: reader)
    }

    /// One group, by its reference. Throws `NoSuchGroup` where there is none that the person may see.
    package func redundancyGroup(_ reference: String, for person: Person) throws -> RedundancyGroup {
        let mayDecide = try mayDecideOnRedundancy(person.id)
        return try read { reader in
            let look = try redundancyLook(in: reader)
            guard
                let cluster = recentLook.groups(of: look).groups.first(where: { $0.reference == reference.uppercased() }
                ),
                let shares = try shares(of: cluster, within: person.reach, in: reader)
            else { throw NoSuchGroup() }
            return RedundancyGroup(
                cluster: cluster, shares: shares,
                itemCounts: look.portfolio.counts(ofItemsIn: shares.map { ComparableShare($0) }), mayDecide: mayDecide,
                position: look.position)
        }
    }

    /// The shares of a group; nil where one of them, or a feed that its findings name, is beyond the reach.
    private func shares(
        of group: RedundancyCluster, within reach: Reach, in reader: LedgerReader
    ) throws -> [ShareSummary]? {
        var shares: [ShareSummary] = []
        for reference in group.members + group.findings.compactMap(\.feed) {
            guard let share = try reader.summary(of: reference), reach.includes(share) else { return nil }
            if group.members.contains(reference), shares.count < group.members.count { shares.append(share) }
        }
        return shares
    }
}
