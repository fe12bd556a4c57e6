/// Searches for what a body passes on (X→Y) although the recipient has it from the source as well (P→Y), where the source
/// feeds the body that passes it on (P→X).
struct IndirectSearch: Sendable {
    private let portfolio: Portfolio
    private let comparer: Comparer
    private let register: UnderstoodRegister
    private let about: Centre?

    /// `about`: the position of the one share that every finding is to be about; nil for all.
    init(_ portfolio: Portfolio, comparer: Comparer, about: Int? = nil) {
        self.portfolio = portfolio
        self.comparer = comparer
        register = portfolio.register
        self.about = about.map { Centre($0, portfolio) }
    }

    /// The one share that is searched for: as the onward or the direct share it is of the pair, as the feed it goes from one
    /// side of it to the other.
    private struct Centre: Sendable {
        let position: Int32
        let sources: Set<Int32>
        let targets: Set<Int32>

        init(_ position: Int, _ portfolio: Portfolio) {
            self.position = Int32(position)
            sources = Set(portfolio.blocks.roots(portfolio.facts[position].providers))
            targets = Set(portfolio.blocks.roots(portfolio.facts[position].recipients))
        }
    }

    /// The shares of one provider among arrivals, and what the one share that is searched for is to them.
    private struct Sender {
        let shares: [Int32]
        let roots: [Int32]
        var holdsCentre = false
        var isSource = false
        var isTarget = false

        init(_ shares: [Int32], roots: [Int32], about: Centre?) {
            self.shares = shares
            self.roots = roots
            guard let about else { return }
            holdsCentre = shares.contains(about.position)
            isSource = roots.contains(where: about.sources.contains)
            isTarget = roots.contains(where: about.targets.contains)
        }

        /// Whether that share may be what the one feeds the other with.
        func isFed(by other: Sender) -> Bool { isTarget && other.isSource || isSource && other.isTarget }
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
        weighed(least: least).map { finding($0) }
    }

    /// Every pair that is compared at all and scores so much.
    func weighed(least: Double = 0) -> [Found] {
        let arrivals = arrivals()
        let found = portfolio.parallel.map(count: arrivals.count, chunk: 8) { place in
            pairs(among: arrivals[place], least: least)
        }.flatMap { $0 }
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

    /// So few shares are all put side by side, whatever scheme they serve.
    static let few = 48
    private static let many = 200

    /// Only shares of two providers that feed one another are compared.
    private func pairs(among arrivals: Arrivals, least: Double) -> [Found] {
        let senders = Dictionary(grouping: arrivals.shares) { portfolio.facts[Int($0)].providers }
            .sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
            .map { Sender($0.value, roots: portfolio.blocks.roots($0.key), about: about) }
        var found: [Found] = []
        for (place, one) in senders.enumerated() {
            for next in senders[(place + 1)...] {
                let mayFeed = about == nil || one.isFed(by: next)
                guard mayFeed || one.holdsCentre || next.holdsCentre else { continue }
                let there = feeds(from: next.roots, to: one.roots)
                let back = feeds(from: one.roots, to: next.roots)
                if there.isEmpty && back.isEmpty { continue }
                for a in one.shares {
                    for b in next.shares {
                        guard mayFeed || a == about?.position || b == about?.position,
                            mayPassOn(a, b, isByPeople: arrivals.isByPeople)
                        else { continue }
                        found += pair(onward: a, direct: b, there, least: least)
                        found += pair(onward: b, direct: a, back, least: least)
                    }
                }
            }
        }
        return found
    }

    private func mayPassOn(_ a: Int32, _ b: Int32, isByPeople: Bool) -> Bool {
        guard portfolio.lists.mayBeAlike(a, b) else { return false }
        let (left, right) = (portfolio.facts[Int(a)], portfolio.facts[Int(b)])
        guard left.purpose.family.agreement(with: right.purpose.family) > 0.05 else { return false }
        // Those of one scheme are found by the scheme.
        return !isByPeople || !left.purpose.serves.contains(where: right.purpose.serves.contains)
    }

    /// The open shares by which the bodies of the one side feed those of the other.
    private func feeds(from sources: [Int32], to targets: [Int32]) -> [Int32] {
        var feeds: [Int32] = []
        for source in sources {
            for target in targets where target != source {
                if let some = portfolio.blocks.byFlow[Flow(provider: source, recipient: target)] { feeds += some }
            }
        }
        return feeds
    }

    private func pair(onward: Int32, direct: Int32, _ feeds: [Int32], least: Double) -> [Found] {
        guard !feeds.isEmpty, let found = best(Int(onward), Int(direct), feeds, least: least) else { return [] }
        return [found]
    }

    /// Of very many feeds those that serve what is passed on.
    private func telling(_ feeds: [Int32], for onward: ShareFacts) -> [Int32] {
        guard feeds.count > 32 else { return feeds }
        return feeds.filter { portfolio.facts[Int($0)].purpose.serves.contains(where: onward.purpose.serves.contains) }
    }

    private func best(_ a: Int, _ b: Int, _ all: [Int32], least: Double) -> Found? {
        let onward = portfolio.facts[a]
        let direct = portfolio.facts[b]
        let items = register.compareItems(onward.items, direct.items)
        let fewer = Double(max(1, min(items.leftCount, items.rightCount)))
        guard items.common(chance: 0.6) >= 0.5 * fewer else { return nil }
        let wording = register.wordLikeness(onward.purpose.words, direct.purpose.words)
        let scheme = register.schemeDegree(onward.purpose, direct.purpose, wording: wording)
        guard scheme > 0.2 else { return nil }
        let common = common(onward, direct, items, scheme, wording)
        // Before the feeds are looked at: could any of them make the pair surely enough?
        var perfect = common
        setItems(&perfect, items, fewer) { _ in 0 }
        perfect[.frequency] = 1
        perfect[.dates] = 1
        perfect.setTogether()
        guard comparer.scorer.score(perfect, as: .indirect) >= least else { return nil }
        let shared = onward.items.filter(direct.items.contains)
        let passedOn = shared.isEmpty ? onward.items : shared
        var best: Found?
        for place in telling(all, for: onward) where Int(place) != a && Int(place) != b {
            let feed = portfolio.facts[Int(place)]
            let people = SubjectComparison(onward, feed, register: register).leftInRight
            // What is about others, or has nothing of what is passed on, is no feed of it.
            guard people > 0 else { continue }
            let carried = register.compareItems(passedOn, feed.items)
            guard carried.common(chance: 1) > 0 else { continue }
            var evidence = common
            setItems(&evidence, items, fewer) { carried.apart(chance: $0).left }
            evidence[.frequency] = people
            evidence[.dates] = register.schemeDegree(
                onward.purpose, feed.purpose,
                wording: register.wordLikeness(onward.purpose.words, feed.purpose.words))
            evidence.setTogether()
            let score = comparer.scorer.score(evidence, as: .indirect)
            if score > best?.score ?? -1 {
                best = Found(onward: a, direct: b, feed: Int(place), score: score, evidence: evidence)
            }
        }
        return best.flatMap { $0.score >= least ? $0 : nil }
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

    /// How much of the smaller list both have, and how little of it the feed lacks: at worst, likely and at best.
    private func setItems(
        _ evidence: inout Evidence, _ items: ItemComparison, _ fewer: Double, lacking: (Double) -> Double
    ) {
        func degree(_ chance: Double) -> Double {
            min(
                Degree.rising(items.common(chance: chance) / fewer, from: 0.55, to: 0.8),
                Degree.falling(lacking(chance), from: 0.3, to: 2.3))
        }
        evidence[.itemsAtWorst] = degree(0)
        evidence[.itemsLikely] = degree(0.5)
        evidence[.itemsAtBest] = degree(1)
    }
}
