package import Shares

extension NameReader {
    /// What each survivor does not carry of what is asked of it, read from these shares alone, in the order given.
    package func wanting(_ questions: [(survivor: ComparableShare, asked: ComparableShare)]) -> [SurvivorAdditions] {
        guard !questions.isEmpty else { return [] }
        // One body of shares: reading the reference data anew for each would take longer than the comparing.
        func numbered(_ share: ComparableShare, _ number: Int) -> ComparableShare {
            var share = share
            share.reference = ShareReference(String(number))
            return share
        }
        let shares = questions.enumerated().flatMap { place, question in
            [numbered(question.survivor, 2 * place), numbered(question.asked, 2 * place + 1)]
        }
        let portfolio = Portfolio(shares, names: self, threads: 1)
        return questions.indices.map { place in
            portfolio.additions(to: shares[2 * place].reference, from: [shares[2 * place + 1].reference])
        }
    }
}
