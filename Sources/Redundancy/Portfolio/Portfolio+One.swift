import Shares

extension Portfolio {
    /// What one share, new or changed, would make superfluous or be made superfluous by: for the warning while drafting.
    ///
    /// A share of the same reference in the portfolio is taken to be its former version. `changed`: shares that have
    /// changed since the portfolio was read; they are understood with what the register taught then.
    package func findings(
        for share: ComparableShare, minimumScore: Double? = nil, changed: [ComparableShare] = []
    ) -> [RedundancyFinding] {
        let least = minimumScore ?? usualThreshold
        var register = register
        let own = register.understandLate(share)
        guard own.counts else { return [] }
        var late: [Neighbour] = []
        for other in changed where other.reference != share.reference {
            late.append(Neighbour(reference: other.reference, facts: register.understandLate(other)))
        }
        let outdated = Set(late.map(\.reference)).union([share.reference])
        late.removeAll { !$0.facts.counts }
        let comparer = Comparer(register: register, scorer: Scorer(knowledge.weights))
        let flows = blocks.flows(of: own)
        var findings: [RedundancyFinding] = []
        for other in neighbours(in: flows, without: outdated)
            + late.filter({ !Set(blocks.flows(of: $0.facts)).isDisjoint(with: flows) })
        {
            guard let verdict = comparer.verdict(own, other.facts, least: least) else { continue }
            let pair = [Neighbour(reference: share.reference, facts: own), other]
            let (a, b) = verdict.isReversed ? (pair[1], pair[0]) : (pair[0], pair[1])
            findings.append(
                RedundancyFinding(
                    a: a.reference, b: b.reference, kind: verdict.kind, score: verdict.score,
                    explanation: Explanation(a.facts, b.facts, verdict.kind, register).sentence))
        }
        let near = servingTheSame(own, without: outdated) + late.filter { Self.servesTheSame($0.facts, own) }
        findings += indirect(Neighbour(reference: share.reference, facts: own), near, register, least)
        return findings.sorted(by: RedundancyFinding.precedes)
    }

    /// A share that another is compared with.
    private struct Neighbour {
        let reference: ShareReference
        let facts: ShareFacts
    }

    private func neighbours(in flows: [Flow], without outdated: Set<ShareReference>) -> [Neighbour] {
        taken(flows.flatMap { blocks.byFlow[$0] ?? [] }, without: outdated)
    }

    /// The shares of the same scheme that touch one of the parties.
    private func servingTheSame(_ own: ShareFacts, without outdated: Set<ShareReference>) -> [Neighbour] {
        let flows = Set(blocks.roots(own.parties).flatMap { blocks.flowsOfBody[$0] ?? [] })
        let touching = flows.flatMap { blocks.byFlow[$0] ?? [] }
        return taken(touching.filter { Self.servesTheSame(facts[Int($0)], own) }, without: outdated)
    }

    private static func servesTheSame(_ one: ShareFacts, _ other: ShareFacts) -> Bool {
        one.purpose.serves.contains(where: other.purpose.serves.contains)
    }

    /// Each once, in the order of the references.
    private func taken(_ positions: [Int32], without outdated: Set<ShareReference>) -> [Neighbour] {
        positions.sortedUnique().map { Neighbour(reference: references[Int($0)], facts: facts[Int($0)]) }
            .filter { !outdated.contains($0.reference) }
    }

    private func indirect(
        _ own: Neighbour, _ near: [Neighbour], _ register: UnderstoodRegister, _ least: Double
    ) -> [RedundancyFinding] {
        let all = near + [own]
        let part = Portfolio(
            register: register, knowledge: knowledge, references: all.map(\.reference), facts: all.map(\.facts))
        let search = IndirectSearch(part, comparer: part.comparer)
        return search.findings(least: least).filter { [$0.a, $0.b, $0.feed].contains(own.reference) }
    }
}
