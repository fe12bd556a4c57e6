/// Two things whatever their order.
struct SymmetricPair<Element: Comparable & Hashable & Sendable>: Hashable, Sendable {
    let first: Element
    let second: Element

    init(_ one: Element, _ other: Element) {
        (first, second) = one < other ? (one, other) : (other, one)
    }
}

/// Votes that two names mean one thing: each from two shares that are the same in all else.
///
/// Votes from one flow count once, since one clerk wrote them.
struct SynonymVotes<Name: Comparable & Hashable & Sendable>: Sendable {
    private(set) var votes: [SymmetricPair<Name>: Double] = [:]
    private var lastFlow: [SymmetricPair<Name>: Int] = [:]
    private var totals: [Name: Double] = [:]

    mutating func add(_ one: Name, _ other: Name, flow: Int, weight: Double = 1) {
        let pair = SymmetricPair(one, other)
        guard lastFlow[pair] != flow else { return }
        lastFlow[pair] = flow
        votes[pair, default: 0] += weight
        totals[one, default: 0] += weight
        totals[other, default: 0] += weight
    }

    /// How likely the two are one, by the votes for it against those for others: 0…0.95.
    ///
    /// `isSettled`: names that may well have several others beside them, such as a term of the vocabulary.
    func likeness(_ pair: SymmetricPair<Name>, isSettled: (Name) -> Bool) -> Double {
        guard let own = votes[pair] else { return 0 }
        var rivals = 0.0
        for name in [pair.first, pair.second] where !isSettled(name) {
            rivals = max(rivals, (totals[name] ?? own) - own)
        }
        return min(0.95, own / (own + rivals + 0.7))
    }
}
