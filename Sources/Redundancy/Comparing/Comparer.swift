/// Compares two shares as each kind of redundancy asks.
struct Comparer: Sendable {
    let register: UnderstoodRegister
    let scorer: Scorer

    /// The chance that one flow of two with the same text, at one time, is redundant, however little the text says.
    private static let wordForWord = 0.97

    /// What two shares were found to be.
    struct Verdict: Sendable {
        var kind: RedundancyKind
        var score: Double
        /// The order of the kind is the other way round.
        var isReversed: Bool
        var evidence: Evidence
    }

    /// The kinds that two shares between the same parties may be; none where they have too little in common, or where they
    /// could not score so much however well they met everything but the items.
    func candidates(_ left: ShareFacts, _ right: ShareFacts, least: Double = 0) -> [PairFacts.Candidate] {
        let items = register.compareItems(left.items, right.items)
        guard items.common(chance: 0.6) >= 0.45 * Double(min(items.leftCount, items.rightCount)), items.leftCount > 0,
            items.rightCount > 0, left.text == right.text || ceiling(items) >= least
        else { return [] }
        let pair = PairFacts(left, right, items: items, register: register)
        return pair.parties > 0 ? pair.candidates : []
    }

    /// The most that a pair with these items can score.
    private func ceiling(_ items: ItemComparison) -> Double {
        PairFacts.atBest(items).reduce(0) { $0 + scorer.score($1.evidence, as: $1.kind) }
    }

    /// The likeliest kind for two shares between the same parties, with the chance that they are of any: nil where that
    /// is less than `least`.
    func verdict(_ left: ShareFacts, _ right: ShareFacts, least: Double) -> Verdict? {
        var best: Verdict?
        var sum = 0.0
        let candidates = candidates(left, right, least: least)
        for candidate in candidates {
            let score = scorer.score(candidate.evidence, as: candidate.kind)
            sum += score
            if score > best?.score ?? 0 {
                best = Verdict(
                    kind: candidate.kind, score: score, isReversed: candidate.isReversed, evidence: candidate.evidence)
            }
        }
        best?.score = min(0.999, sum)
        let isCopy = candidates.contains { candidate in
            [.duplicate, .renewal].contains(candidate.kind) && candidate.evidence[.parties] == 1
                && candidate.evidence[.dates] > 0.4
        }
        if left.text == right.text, isCopy, let found = best { best?.score = max(found.score, Self.wordForWord) }
        return best.flatMap { $0.score >= least ? $0 : nil }
    }
}
