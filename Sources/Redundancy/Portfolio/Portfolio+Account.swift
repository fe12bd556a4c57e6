package import Shares

extension Portfolio {
    /// How a pair was weighed, kind by kind, for the page and the test that show a mistake.
    package func account(_ one: ShareReference, _ other: ShareReference) -> String {
        guard let left = references.firstIndex(of: one), let right = references.firstIndex(of: other) else {
            return "not in the portfolio"
        }
        let items = register.compareItems(facts[left].items, facts[right].items)
        let pair = PairFacts(facts[left], facts[right], items: items, register: register)
        let scorer = Scorer(knowledge.weights)
        var weighed = pair.candidates.map { ($0.kind, $0.evidence) }
        let search = IndirectSearch(self, comparer: comparer)
        for (onward, direct) in [(left, right), (right, left)] {
            if let found = search.best(onward, direct) { weighed.append((.indirect, found.evidence)) }
        }
        return weighed.map { kind, evidence in
            let degrees = Criterion.allCases.map { "\($0.name) \(Int((evidence[$0] * 100).rounded()))" }
            let score = Int((scorer.score(evidence, as: kind) * 100).rounded())
            return "\(kind.rawValue) \(score): \(degrees.joined(separator: ", "))"
        }.joined(separator: "\n")
    }
}

extension Portfolio {
    /// The names of the items that are surely in both shares; nil where one of them is not in the portfolio.
    package func itemsInCommon(_ one: ShareReference, _ other: ShareReference) -> [String]? {
        guard let left = facts(of: one), let right = facts(of: other) else { return nil }
        return register.accountOfItems(left.items, right.items).inBoth.map { register.items.name($0) }
    }
}
