import Shares

/// Looks for what a body passes on (X→Y) although the recipient has it from the source as well (P→Y), where the source
/// feeds the body that passes it on (P→X).
struct IndirectSearch: Sendable {
    private let portfolio: Portfolio
    private let comparer: Comparer
    private let register: UnderstoodRegister

    init(_ portfolio: Portfolio, comparer: Comparer) {
        self.portfolio = portfolio
        self.comparer = comparer
        register = portfolio.register
    }

    /// An onward and a direct share with the feed that explains them best.
    struct Found: Sendable {
        let onward: Int
        let direct: Int
        let feed: Int
        let score: Double
        let evidence: Evidence
    }

    func findings(least: Double) -> [RedundancyFinding] {
        weighed().filter { $0.score >= least }.map { finding($0) }
    }

    /// Every pair that is compared at all.
    func weighed() -> [Found] {
        let arrivals = arrivals()
        let found = portfolio.parallel.map(count: arrivals.count, chunk: 8) { pairs(among: arrivals[$0]) }.flatMap {
            $0
        }
        // A pair can be found twice where it serves two schemes.
        var best: [Flow: Found] = [:]
        for each in found {
            let key = Flow(provider: Int32(each.onward), recipient: Int32(each.direct))
            if let held = best[key], held.score > each.score || (held.score == each.score && held.feed <= each.feed) {
                continue
            }
            best[key] = each
        }
        return best.values.sorted { ($0.onward, $0.direct) < ($1.onward, $1.direct) }
    }

    /// The shares that reach one body for one scheme, or about one group of people.
    private struct Arrival: Hashable, Sendable {
        let recipient: Int32
        let scheme: UInt64?
        let people: Int32?
    }

    /// Shares that reach one body and may be an onward and a direct one.
    private struct Arrivals: Sendable {
        let shares: [Int32]
        /// Put side by side because of the people, not the scheme.
        let isByPeople: Bool
    }

    private func arrivals() -> [Arrivals] {
        var schemes: [Arrival: [Int32]] = [:]
        var people: [Arrival: [Int32]] = [:]
        for (position, share) in portfolio.facts.enumerated() where share.counts {
            for recipient in portfolio.blocks.roots(share.recipients) {
                for scheme in share.purpose.serves {
                    let arrival = Arrival(recipient: recipient, scheme: scheme, people: nil)
                    schemes[arrival, default: []].append(Int32(position))
                }
                // A scheme under a name that is not known is found by its people, where few reach the recipient.
                for group in share.subjects {
                    let arrival = Arrival(recipient: recipient, scheme: nil, people: group)
                    people[arrival, default: []].append(Int32(position))
                }
            }
        }
        var all = people.values.filter { (2...Self.few).contains($0.count) }
            .map { Arrivals(shares: $0, isByPeople: true) }
        // Where very many arrive, only those about the same people are put side by side.
        for group in schemes.values where group.count > 1 {
            if group.count <= Self.many {
                all.append(Arrivals(shares: group, isByPeople: false))
            } else {
                let parts = Dictionary(grouping: group) { portfolio.facts[Int($0)].subjects.first ?? -1 }
                all += parts.values.filter { $0.count > 1 }.map { Arrivals(shares: $0, isByPeople: false) }
            }
        }
        // The largest first, so that the cores are done together; what is found is put in order afterwards.
        return all.sorted { $0.shares.count > $1.shares.count }
    }

    private static let few = 48
    private static let many = 200

    private func pairs(among arrivals: Arrivals) -> [Found] {
        var found: [Found] = []
        let facts = portfolio.facts
        for (place, a) in arrivals.shares.enumerated() {
            for b in arrivals.shares[(place + 1)...] where portfolio.lists.mayBeAlike(a, b) {
                guard mayPassOn(facts[Int(a)], facts[Int(b)], isByPeople: arrivals.isByPeople) else { continue }
                let there = feeds(to: a, from: b)
                let back = feeds(to: b, from: a)
                if there.isEmpty && back.isEmpty { continue }
                if let one = best(Int(a), Int(b), there) { found.append(one) }
                if let one = best(Int(b), Int(a), back) { found.append(one) }
            }
        }
        return found
    }

    private func mayPassOn(_ left: ShareFacts, _ right: ShareFacts, isByPeople: Bool) -> Bool {
        guard left.providers != right.providers, left.purpose.family.agreement(with: right.purpose.family) > 0.05
        else { return false }
        // Those of one scheme are found by the scheme.
        return !isByPeople || !left.purpose.serves.contains(where: right.purpose.serves.contains)
    }

    /// The open shares by which the provider of the one feeds the provider of the other.
    private func feeds(to onward: Int32, from direct: Int32) -> [Int32] {
        let targets = portfolio.blocks.roots(portfolio.facts[Int(onward)].providers)
        let sources = portfolio.blocks.roots(portfolio.facts[Int(direct)].providers)
        var feeds: [Int32] = []
        for source in sources {
            for target in targets where target != source {
                if let some = portfolio.blocks.byFlow[Flow(provider: source, recipient: target)] { feeds += some }
            }
        }
        guard feeds.count > 32 else { return feeds }
        let serves = portfolio.facts[Int(onward)].purpose.serves
        return feeds.filter { portfolio.facts[Int($0)].purpose.serves.contains(where: serves.contains) }
    }

    /// The pair with the feed that explains it best; nil where there is no feed or too little in common.
    func best(_ onward: Int, _ direct: Int) -> Found? {
        let feeds = feeds(to: Int32(onward), from: Int32(direct))
        return feeds.isEmpty ? nil : best(onward, direct, feeds)
    }

    private func best(_ a: Int, _ b: Int, _ feeds: [Int32]) -> Found? {
        guard feeds.contains(where: { Int($0) != a && Int($0) != b }) else { return nil }
        let onward = portfolio.facts[a]
        let direct = portfolio.facts[b]
        let wording = register.wordLikeness(onward.purpose.words, direct.purpose.words)
        let scheme = register.schemeDegree(onward.purpose, direct.purpose, wording: wording)
        guard scheme > 0.2 else { return nil }
        let items = register.compareItems(onward.items, direct.items)
        let fewer = Double(max(1, min(items.leftCount, items.rightCount)))
        guard items.common(chance: 0.6) >= 0.5 * fewer else { return nil }
        let common = common(onward, direct, items, scheme, wording)
        var best: Found?
        for feed in feeds where Int(feed) != a && Int(feed) != b {
            let evidence = evidence(onward, direct, portfolio.facts[Int(feed)], items, common)
            let score = comparer.scorer.score(evidence, as: .indirect)
            if score > best?.score ?? -1 {
                best = Found(onward: a, direct: b, feed: Int(feed), score: score, evidence: evidence)
            }
        }
        return best
    }

    private func finding(_ found: Found) -> RedundancyFinding {
        let explanation = Explanation(
            portfolio.facts[found.onward], portfolio.facts[found.direct], .indirect, register)
        let feed = portfolio.references[found.feed]
        return RedundancyFinding(
            a: portfolio.references[found.onward], b: portfolio.references[found.direct], kind: .indirect,
            score: found.score,
            explanation: explanation.sentence(feed: portfolio.facts[found.feed], reference: feed), feed: feed)
    }

    /// What does not depend on the feed.
    private func common(
        _ onward: ShareFacts, _ direct: ShareFacts, _ items: ItemComparison, _ scheme: Double,
        _ wording: Double
    ) -> Evidence {
        var evidence = Evidence()
        evidence[.parties] = register.sameness(of: onward.recipients, direct.recipients)
        evidence[.scheme] = scheme
        evidence[.purpose] = onward.purpose.family.agreement(with: direct.purpose.family)
        evidence[.subjects] = SubjectComparison(onward, direct, register: register).equal
        evidence[.law] = PairFacts.law(onward, direct, register)
        evidence[.wording] = wording
        return evidence
    }

    private func evidence(
        _ onward: ShareFacts, _ direct: ShareFacts, _ feed: ShareFacts,
        _ items: ItemComparison, _ common: Evidence
    ) -> Evidence {
        let fewer = Double(max(1, min(items.leftCount, items.rightCount)))
        let shared = onward.items.filter(direct.items.contains)
        let carried = register.compareItems(shared.isEmpty ? onward.items : shared, feed.items)
        var evidence = common
        func degree(_ chance: Double) -> Double {
            min(
                Degree.rising(items.common(chance: chance) / fewer, from: 0.55, to: 0.8),
                Degree.falling(carried.apart(chance: chance).left, from: 0.3, to: 2.3))
        }
        evidence[.itemsAtWorst] = degree(0)
        evidence[.itemsLikely] = degree(0.5)
        evidence[.itemsAtBest] = degree(1)
        evidence[.frequency] = SubjectComparison(onward, feed, register: register).leftInRight
        evidence[.dates] = register.schemeDegree(
            onward.purpose, feed.purpose, wording: register.wordLikeness(onward.purpose.words, feed.purpose.words))
        evidence.setTogether()
        return evidence
    }
}
