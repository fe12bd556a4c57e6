import Shares

extension Portfolio {
    /// What one share, new or changed, would make superfluous or be made superfluous by: for the warning while drafting.
    ///
    /// A share of the same reference in the portfolio is taken to be its former version.
    package func findings(for share: ComparableShare, minimumScore: Double? = nil) -> [RedundancyFinding] {
        let least = minimumScore ?? usualThreshold
        var register = register
        var own = register.understand(share)
        own = own.with(
            items: register.sameItems.applied(to: own.items), subjects: register.people(in: share, own),
            serves: register.schemes.names(own.purpose))
        guard own.counts else { return [] }
        let comparer = Comparer(register: register, scorer: Scorer(knowledge.weights))
        var findings: [RedundancyFinding] = []
        for position in neighbours(of: own) where references[position] != share.reference {
            guard let verdict = comparer.verdict(own, facts[position], least: least) else { continue }
            let other = facts[position]
            let (a, b) = verdict.isReversed ? (other, own) : (own, other)
            let names =
                verdict.isReversed
                ? (references[position], share.reference) : (share.reference, references[position])
            findings.append(
                RedundancyFinding(
                    a: names.0, b: names.1, kind: verdict.kind, score: verdict.score,
                    explanation: Explanation(a, b, verdict.kind, register).sentence))
        }
        findings += indirect(own, share.reference, register, least)
        return findings.sorted(by: RedundancyFinding.precedes)
    }

    private func neighbours(of share: ShareFacts) -> [Int] {
        var positions: Set<Int32> = []
        for flow in blocks.flows(of: share) { positions.formUnion(blocks.byFlow[flow] ?? []) }
        return positions.sorted().map(Int.init)
    }

    /// Looks among the shares of the same scheme that touch one of the parties.
    private func indirect(
        _ own: ShareFacts, _ reference: ShareReference, _ register: UnderstoodRegister, _ least: Double
    ) -> [RedundancyFinding] {
        let parties = blocks.roots(own.parties)
        var positions: Set<Int32> = []
        for flow in Set(parties.flatMap { blocks.flowsOfBody[$0] ?? [] }) {
            for share in blocks.byFlow[flow] ?? []
            where facts[Int(share)].purpose.serves.contains(where: own.purpose.serves.contains) {
                positions.insert(share)
            }
        }
        let others = positions.filter { references[Int($0)] != reference }.sorted().map(Int.init)
        let near = Portfolio(
            register: register, knowledge: knowledge, references: others.map { references[$0] } + [reference],
            facts: others.map { facts[$0] } + [own])
        let search = IndirectSearch(near, comparer: near.comparer)
        return search.findings(least: least).filter { $0.a == reference || $0.b == reference || $0.feed == reference }
    }
}
