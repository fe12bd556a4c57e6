package import Shares

/// All shares of a register, understood and ready to be searched for redundancy.
///
/// The findings do not depend on the order of the shares nor on the number of threads.
package struct Portfolio: Sendable {
    var register: UnderstoodRegister
    let knowledge: RedundancyKnowledge
    /// In the order of their references, as `facts`.
    let references: [ShareReference]
    let facts: [ShareFacts]
    let blocks: Blocks
    let lists: ItemLists
    let parallel: Parallel

    /// `threads`: how many at most; as many as there are cores where it is not said.
    package init(_ shares: some Sequence<ComparableShare>, names: NameReader, threads: Int? = nil) {
        let all = shares.sorted { $0.reference < $1.reference }
        var intake = ShareIntake(names: names, threads: threads)
        for start in stride(from: 0, to: all.count, by: Self.batch) {
            intake.add(Array(all[start..<min(all.count, start + Self.batch)]))
        }
        self.init(intake)
    }

    /// How many shares are handed over at a time.
    package static let batch = 512

    package init(_ intake: consuming ShareIntake) {
        intake.finish()
        parallel = Parallel(threads: intake.threads)
        knowledge = intake.knowledge
        references = intake.references
        var facts = intake.facts
        var register = intake.register
        let silent = intake.silent
        register.conclude()
        if register.bodies.conclude() {
            for place in facts.indices { facts[place] = register.bodies.settled(facts[place]) }
        }
        for (place, share) in silent {
            facts[place] = facts[place].with(subjects: register.people(in: share, facts[place]))
        }
        for place in facts.indices {
            facts[place] = facts[place].with(serves: register.schemes.names(facts[place].purpose))
        }
        let blocks = Blocks(facts, successors: register.bodies.successors)
        for _ in 0..<Self.lessons {
            var teaching = SynonymTeaching(facts, blocks: blocks, parallel: parallel)
            teaching.teach(&register)
            guard !register.sameItems.isEmpty else { continue }
            for place in facts.indices {
                guard let items = register.sameItems.applied(to: facts[place].items) else { continue }
                facts[place] = facts[place].with(items: items)
            }
        }
        lists = ItemLists(facts, register: register)
        self.facts = facts
        self.blocks = blocks
        self.register = register
    }

    /// A part of a portfolio, read already.
    init(
        register: UnderstoodRegister, knowledge: RedundancyKnowledge, references: [ShareReference], facts: [ShareFacts]
    ) {
        parallel = Parallel(threads: 1)
        self.register = register
        self.knowledge = knowledge
        self.references = references
        self.facts = facts
        blocks = Blocks(facts, successors: register.bodies.successors)
        lists = ItemLists(facts, register: register)
    }

    /// What is learned in the first lesson makes more pairs certain for the second.
    private static let lessons = 2

    var comparer: Comparer { Comparer(register: register, scorer: Scorer(knowledge.weights)) }

    /// How many shares it holds.
    package var count: Int { references.count }

    /// Below this, findings are more often wrong than right.
    package var usualThreshold: Double { knowledge.weights.threshold }

    /// Every finding of at least the score, the surest first.
    package func findings(minimumScore: Double? = nil) -> [RedundancyFinding] {
        let least = minimumScore ?? usualThreshold
        let comparer = comparer
        var findings = parallel.map(count: blocks.groups.count) { group in
            pairs(in: blocks.groups[group], least: least, comparer)
        }.flatMap { $0 }
        findings += IndirectSearch(self, comparer: comparer).findings(least: least)
        return Portfolio.strongest(findings).sorted(by: RedundancyFinding.precedes)
    }

    private func pairs(in group: [Int32], least: Double, _ comparer: Comparer) -> [RedundancyFinding] {
        var findings: [RedundancyFinding] = []
        for (place, one) in group.enumerated() {
            for other in group[(place + 1)...] {
                guard lists.mayBeAlike(one, other),
                    let verdict = comparer.verdict(facts[Int(one)], facts[Int(other)], least: least)
                else { continue }
                findings.append(finding(Int(one), Int(other), verdict))
            }
        }
        return findings
    }

    private func finding(_ left: Int, _ right: Int, _ verdict: Comparer.Verdict) -> RedundancyFinding {
        let (a, b) = verdict.isReversed ? (right, left) : (left, right)
        let explanation = Explanation(facts[a], facts[b], verdict.kind, register)
        return RedundancyFinding(
            a: references[a], b: references[b], kind: verdict.kind, score: verdict.score,
            explanation: explanation.sentence)
    }

    /// Of the findings about one pair only the surest.
    private static func strongest(_ findings: [RedundancyFinding]) -> [RedundancyFinding] {
        var best: [SharePair: RedundancyFinding] = [:]
        for finding in findings {
            let pair = SharePair(finding.a, finding.b)
            if let held = best[pair], RedundancyFinding.precedes(held, finding) { continue }
            best[pair] = finding
        }
        return Array(best.values)
    }
}

/// Two shares, whatever their order.
package struct SharePair: Hashable, Sendable {
    package let first: ShareReference
    package let second: ShareReference

    package init(_ one: ShareReference, _ other: ShareReference) {
        (first, second) = one < other ? (one, other) : (other, one)
    }
}
