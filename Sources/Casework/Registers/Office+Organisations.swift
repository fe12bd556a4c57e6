import Ledger
import Shares

/// A body that registers name and the reference data does not know.
package struct UnconfirmedOrganisation: Hashable, Sendable, Codable {
    /// As most registers write it.
    package var name: String
    package var shares: Int
    package var spellings: [String]
}

extension Office {
    /// What the hub has to confirm or merge, the most frequent first: add it, or an alias, to `reference/organisations.json`.
    package func unconfirmedOrganisations() throws -> [UnconfirmedOrganisation] {
        var spellings: [String: [String: Int]] = [:]
        for share in try shares() {
            var counted: Set<String> = []
            for party in share.providers + share.recipients where party.term == nil {
                let key = TermIndex.key(party.text)
                guard counted.insert(key).inserted else { continue }
                spellings[key, default: [:]][party.text, default: 0] += 1
            }
        }
        return spellings.values.map { forms in
            let ranked = forms.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return UnconfirmedOrganisation(
                name: ranked.first?.key ?? "", shares: forms.values.reduce(0, +), spellings: ranked.map(\.key))
        }.sorted { ($1.shares, $0.name) < ($0.shares, $1.name) }
    }
}
