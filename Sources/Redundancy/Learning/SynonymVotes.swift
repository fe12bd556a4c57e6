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
    private var partners: [Name: [Name: Double]] = [:]

    mutating func add(_ one: Name, _ other: Name, flow: Int, weight: Double = 1) {
        let pair = SymmetricPair(one, other)
        guard lastFlow[pair] != flow else { return }
        lastFlow[pair] = flow
        votes[pair, default: 0] += weight
        partners[one, default: [:]][other, default: 0] += weight
        partners[other, default: [:]][one, default: 0] += weight
    }

    /// How likely the two are one, by the votes for it against those for others: 0…0.95.
    ///
    /// `isSettled`: names that may well have several others beside them, such as a term of the vocabulary.
    func likeness(_ pair: SymmetricPair<Name>, isSettled: (Name) -> Bool) -> Double {
        guard let own = votes[pair] else { return 0 }
        var rivals = 0.0
        for (name, other) in [(pair.first, pair.second), (pair.second, pair.first)] where !isSettled(name) {
            rivals = max(rivals, self.rivals(of: name, for: other))
        }
        return min(0.95, own / (own + rivals + 0.7))
    }

    /// The votes of a name for others than the one; a name that both have votes with is a third name of one thing, and
    /// no rival.
    private func rivals(of name: Name, for other: Name) -> Double {
        let others = partners[other] ?? [:]
        var rivals: [Double] = []
        for (third, votes) in partners[name] ?? [:] where third != other {
            rivals.append(max(0, votes - 2 * (others[third] ?? 0)))
        }
        // In one order, so that the sum is the same to the last bit.
        return rivals.sorted().reduce(0, +)
    }
}
