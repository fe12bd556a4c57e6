package import Ledger
package import Shares

/// Where one data item goes: the open shares that carry it, from whom to whom, and who passes on what they receive.
package struct DataUse: Sendable {
    /// A body that receives the item under some shares and provides it under others.
    package struct Passage: Hashable, Sendable {
        package var body: ShareMap.Node
        /// By name.
        package var comesFrom: [ShareMap.Node]
        package var goesTo: [ShareMap.Node]
    }

    /// Its name in the vocabulary, or the text that was asked for.
    package var name: String
    /// Nil where the vocabulary does not know it.
    package var term: DataItemTerm?
    /// The value by which the register is asked for it: the term, or the text.
    package var value: String
    package var shares: [ShareSummary]
    /// The most shares first.
    package var flows: [ShareMap.Flow]
    package var passages: [Passage]
}

/// A data item in use, and how many open shares carry it.
package struct DataItemInUse: Hashable, Sendable {
    package var name: String
    package var term: DataItemTerm?
    /// The term, or the text where it is none.
    package var value: String
    package var shares: Int
}

extension Office {
    /// The items that the open shares within a person's reach carry, the most used first.
    package func dataItems(for person: Person) throws -> [DataItemInUse] {
        let reach = person.reach
        return try recentItems.figures(for: reach, in: self) {
            let vocabulary = try reference().dataItems
            var counts: [String: (name: String, term: DataItemTerm?, shares: Int)] = [:]
            for share in try openShares(within: reach) {
                for item in Set(share.items.map { $0.term ?? $0.text }) {
                    let term = vocabulary[item]
                    counts[item, default: (term?.name ?? item, term, 0)].shares += 1
                }
            }
            return counts.map { DataItemInUse(name: $1.name, term: $1.term, value: $0, shares: $1.shares) }
                .sorted { ($1.shares, $0.name) < ($0.shares, $1.name) }
        }
    }

    /// What happens to an item, by any of its spellings, in the shares that a person may see.
    package func dataUse(of text: String, for person: Person) throws -> DataUse {
        let reference = try reference()
        let term = reference.dataItems[text] ?? reference.dataItems.resolve(text)
        let value = term?.id ?? TermsReader.normalised(text)
        let shares = try openShares(
            within: person.reach, [ShareFilter("item=" + value)].compactMap { $0 })
        let grouping = ShareMap.Grouping(reference: reference, department: try department().organisation)
        let flows = DataUse.flows(of: shares, grouping)
        return DataUse(
            name: term?.name ?? value, term: term, value: value, shares: shares, flows: flows,
            passages: DataUse.passages(of: flows))
    }

    private func openShares(within reach: Reach, _ filters: [ShareFilter] = []) throws -> [ShareSummary] {
        try shares(where: filters + reach.filters).filter { $0.stage != .ended }
    }
}

extension DataUse {
    /// Between bodies; a share of several goes from each to each.
    fileprivate static func flows(of shares: [ShareSummary], _ grouping: ShareMap.Grouping) -> [ShareMap.Flow] {
        var counts: [[ShareMap.Node]: Int] = [:]
        for share in shares {
            let pairs = share.providers.flatMap { provider in
                share.recipients.map { [grouping.body(provider), grouping.body($0)] }
            }
            for pair in Set(pairs) { counts[pair, default: 0] += 1 }
        }
        return counts.map { ShareMap.Flow(from: $0[0], to: $0[1], shares: $1) }
            .sorted { ($1.shares, $0.from.label, $0.to.label) < ($0.shares, $1.from.label, $1.to.label) }
    }

    /// By the name of the body in the middle.
    static func passages(of flows: [ShareMap.Flow]) -> [Passage] {
        let received = Dictionary(grouping: flows, by: \.to)
        let provided = Dictionary(grouping: flows, by: \.from)
        return received.keys.compactMap { body in
            guard let onward = provided[body] else { return nil }
            return Passage(
                body: body, comesFrom: (received[body] ?? []).map(\.from).sorted { $0.label < $1.label },
                goesTo: onward.map(\.to).sorted { $0.label < $1.label })
        }.sorted { $0.body.label < $1.body.label }
    }
}
