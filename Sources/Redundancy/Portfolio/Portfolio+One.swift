import Shares

extension Portfolio {
    /// What one share, new or changed, would make superfluous or be made superfluous by: for the warning while drafting.
    ///
    /// A share of the same reference in the portfolio is taken to be its former version.
    package func findings(for share: ComparableShare, minimumScore: Double? = nil) -> [RedundancyFinding] {
        let least = minimumScore ?? usualThreshold
        var register = register
        let own = register.understand(share)
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
        return findings.sorted(by: RedundancyFinding.precedes)
    }

    private func neighbours(of share: ShareFacts) -> [Int] {
        var positions: Set<Int32> = []
        for flow in blocks.flows(of: share) { positions.formUnion(blocks.byFlow[flow] ?? []) }
        return positions.sorted().map(Int.init)
    }
}
