package import Ledger
package import Shares
package import Workflows

/// What somebody looks for in the register.
package struct ShareSearch: Hashable, Sendable {
    /// Words, wherever they stand; empty where none are looked for.
    package var words: String
    package var chosen: [Facet: String]
    package var conditions: [ShareFilter]

    package init(words: String = "", chosen: [Facet: String] = [:], conditions: [ShareFilter] = []) {
        self.words = words
        self.chosen = chosen
        self.conditions = conditions
    }

    /// All that must hold; without what was chosen of one facet where it is named.
    package func filters(on today: Day, without left: Facet? = nil) -> [ShareFilter] {
        let words = words.isEmpty ? [] : [ShareFilter("\(ShareFilter.words)~\(words)")].compactMap { $0 }
        return words + conditions
            + Facet.allCases.filter { $0 != left }.flatMap { facet in
                chosen[facet].map { facet.filters($0, on: today) } ?? []
            }
    }
}

/// One page of what was found, and how it can be narrowed further.
package struct FoundShares: Sendable {
    package var shares: [ShareSummary]
    package var total: Int
    package var facets: [Facet: [FacetValue]]
}

extension Office {
    /// How many shares that a person may see stand in each state of each machine.
    package func stateCounts(for person: Person) throws -> [Machine: [StateName: Int]] {
        try ledger.read { try $0.stateCounts(where: person.reach.filters) }
    }

    /// More shares than these are not counted by facet, so that a page stays quick.
    static let mostCounted = 5_000

    /// The shares that a person may see and looks for, in the order of their references, after the one given. The values of
    /// a facet are counted among the shares that everything else leaves.
    package func find(
        _ search: ShareSearch, after reference: ShareReference?, limit: Int, for person: Person
    ) throws -> FoundShares {
        let question = FacetQuestion(search: search, reach: person.reach)
        let counted = try recentFacets.figures(for: question, in: self) { try self.counted(for: question) }
        let page = PageQuestion(search: search, reach: person.reach, after: reference, limit: limit)
        let shares = try recentPages.figures(for: page, in: self) {
            let filters = search.filters(on: today) + person.reach.filters
            return try ledger.read { try $0.page(where: filters, after: reference, limit: limit) }
        }
        return FoundShares(shares: shares, total: counted.total, facets: counted.facets)
    }

    private func counted(for question: FacetQuestion) throws -> CountedShares {
        let (search, reach) = (question.search, question.reach.filters)
        let today = today
        let labels = FacetLabels(reference: try reference(), today: today)
        return try ledger.read { reader in
            let total = try reader.count(where: search.filters(on: today) + reach)
            // Without what was chosen: a facet that is chosen is counted as though it were not.
            let most = search.chosen.isEmpty ? total : try reader.count(where: reach)
            guard most <= Office.mostCounted else {
                return CountedShares(
                    total: total,
                    facets: Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, labels.values(of: $0)) }))
            }
            let counts = try reader.facetCounts(where: search.filters(on: today) + reach)
            return CountedShares(
                total: total,
                facets: try Dictionary(
                    uniqueKeysWithValues: Facet.allCases.map { facet in
                        let without =
                            try search.chosen[facet] == nil
                            ? counts : reader.facetCounts(where: search.filters(on: today, without: facet) + reach)
                        return (facet, labels.values(of: facet, without))
                    }))
        }
    }
}

/// How many shares were found, and how many of them each facet would leave.
struct CountedShares: Sendable {
    var total: Int
    var facets: [Facet: [FacetValue]]
}

/// What the values of the facets are counted for.
struct FacetQuestion: Hashable, Sendable {
    var search: ShareSearch
    var reach: Reach
}

/// Which shares of those that were found are asked for.
struct PageQuestion: Hashable, Sendable {
    var search: ShareSearch
    var reach: Reach
    var after: ShareReference?
    var limit: Int
}
