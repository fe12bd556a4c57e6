import Shares

extension Portfolio {
    /// A pair of shares as one kind weighs it.
    struct WeighedPair: Sendable {
        let pair: SharePair
        let kind: RedundancyKind
        let evidence: Evidence
    }

    /// Every pair that is compared at all, once for each kind that it may be.
    func candidates() -> [WeighedPair] {
        let comparer = comparer
        var seen: Set<SharePair> = []
        var weighed: [WeighedPair] = []
        for group in blocks.groups {
            for (place, one) in group.enumerated() {
                for other in group[(place + 1)...] {
                    let pair = SharePair(references[Int(one)], references[Int(other)])
                    guard seen.insert(pair).inserted else { continue }
                    for candidate in comparer.candidates(facts[Int(one)], facts[Int(other)]) {
                        weighed.append(WeighedPair(pair: pair, kind: candidate.kind, evidence: candidate.evidence))
                    }
                }
            }
        }
        for found in IndirectSearch(self, comparer: comparer).weighed() {
            let pair = SharePair(references[found.onward], references[found.direct])
            weighed.append(WeighedPair(pair: pair, kind: .indirect, evidence: found.evidence))
        }
        return weighed
    }
}
