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

    /// Three flows of which the first two are the onward and the direct one, and the third feeds the onward one.
    private struct Triangle: Hashable, Sendable {
        let onward: Flow
        let direct: Flow
        let feed: Flow
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
        let triangles = triangles()
        let all = Parallel.map(count: triangles.count, chunk: 16) { found(in: triangles[$0]) }.flatMap { $0 }
        // A pair can be found by way of two triangles where functions were divided.
        var best: [Flow: Found] = [:]
        for each in all {
            let key = Flow(provider: Int32(each.onward), recipient: Int32(each.direct))
            if let held = best[key], held.score > each.score || (held.score == each.score && held.feed <= each.feed) {
                continue
            }
            best[key] = each
        }
        return best.values.sorted { ($0.onward, $0.direct) < ($1.onward, $1.direct) }
    }

    /// Every way in which three bodies are linked so, found from the flows that arrive at each body.
    private func triangles() -> [Triangle] {
        let byFlow = portfolio.blocks.byFlow
        var providers: [Int32: Set<Int32>] = [:]
        for flow in byFlow.keys where flow.provider != flow.recipient {
            providers[flow.recipient, default: []].insert(flow.provider)
        }
        var found: [Triangle] = []
        for (recipient, sources) in providers {
            for onward in sources {
                guard let feeding = providers[onward] else { continue }
                let (fewer, more) = feeding.count < sources.count ? (feeding, sources) : (sources, feeding)
                for source in fewer where source != onward && source != recipient && more.contains(source) {
                    found.append(
                        Triangle(
                            onward: Flow(provider: onward, recipient: recipient),
                            direct: Flow(provider: source, recipient: recipient),
                            feed: Flow(provider: source, recipient: onward)))
                }
            }
        }
        return found
    }

    private func found(in triangle: Triangle) -> [Found] {
        let byFlow = portfolio.blocks.byFlow
        guard let onward = byFlow[triangle.onward], let direct = byFlow[triangle.direct],
            let feeds = byFlow[triangle.feed]
        else { return [] }
        var found: [Found] = []
        for a in onward {
            for b in direct where a != b {
                if let one = best(Int(a), Int(b), feeds) { found.append(one) }
            }
        }
        return found
    }

    private func best(_ a: Int, _ b: Int, _ feeds: [Int32]) -> Found? {
        let onward = portfolio.facts[a]
        let direct = portfolio.facts[b]
        let wording = register.wordLikeness(onward.purpose.words, direct.purpose.words)
        let scheme = register.schemeDegree(onward.purpose, direct.purpose, wording: wording)
        guard scheme > 0.2 else { return nil }
        let items = register.compareItems(onward.items, direct.items)
        let fewer = Double(max(1, min(items.leftCount, items.rightCount)))
        guard items.common(chance: 0.6) >= 0.5 * fewer else { return nil }
        var best: Found?
        for feed in feeds where Int(feed) != a && Int(feed) != b {
            let evidence = evidence(onward, direct, portfolio.facts[Int(feed)], items, scheme)
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

    private func evidence(
        _ onward: ShareFacts, _ direct: ShareFacts, _ feed: ShareFacts, _ items: ItemComparison, _ scheme: Double
    ) -> Evidence {
        let wording = register.wordLikeness(onward.purpose.words, direct.purpose.words)
        let fewer = Double(max(1, min(items.leftCount, items.rightCount)))
        let feedScheme = register.schemeDegree(
            onward.purpose, feed.purpose, wording: register.wordLikeness(onward.purpose.words, feed.purpose.words))
        let shared = onward.items.filter(direct.items.contains)
        let carried = register.compareItems(shared.isEmpty ? onward.items : shared, feed.items)
        let subjects = SubjectComparison(onward, direct, register: register)
        let covered = SubjectComparison(onward, feed, register: register)
        var evidence = Evidence()
        evidence[.parties] = register.sameness(of: onward.recipients, direct.recipients)
        evidence[.scheme] = scheme
        evidence[.purpose] = onward.purpose.family.agreement(with: direct.purpose.family)
        func degree(_ chance: Double) -> Double {
            min(
                Degree.rising(items.common(chance: chance) / fewer, from: 0.55, to: 0.8),
                Degree.falling(carried.apart(chance: chance).left, from: 0.3, to: 2.3))
        }
        evidence[.itemsAtWorst] = degree(0)
        evidence[.itemsLikely] = degree(0.5)
        evidence[.itemsAtBest] = degree(1)
        evidence[.subjects] = subjects.equal
        evidence[.frequency] = covered.leftInRight
        evidence[.dates] = feedScheme
        evidence[.law] = PairFacts.law(onward, direct, register)
        evidence[.wording] = wording
        evidence.setTogether()
        return evidence
    }
}
