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
        return pair.candidates.map { candidate in
            let degrees = Criterion.allCases.map { criterion in
                let hundredths = Int((candidate.evidence[criterion] * 100).rounded())
                return "\(criterion.name) \(hundredths)"
            }
            let score = Int((scorer.score(candidate.evidence, as: candidate.kind) * 100).rounded())
            return "\(candidate.kind.rawValue) \(score): \(degrees.joined(separator: ", "))"
        }.joined(separator: "\n")
    }
}

extension Portfolio {
    /// The names of the items that are surely in both shares; nil where one of them is not in the portfolio.
    package func itemsInCommon(_ one: ShareReference, _ other: ShareReference) -> [String]? {
        guard let left = facts(of: one), let right = facts(of: other) else { return nil }
        return left.items.filter(right.items.contains).map { register.items.name($0) }
    }
}
