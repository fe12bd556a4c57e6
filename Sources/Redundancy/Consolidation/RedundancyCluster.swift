package import Shares

/// Shares that findings hold together, and which of them should carry what the others do.
package struct RedundancyCluster: Hashable, Sendable {
    /// In the order of their references.
    package let members: [ShareReference]
    /// The share to keep and, where need be, to amend.
    package let survivor: ShareReference
    /// Why that one, in a sentence.
    package let reason: String
    /// The findings between the members, the surest first.
    package let findings: [RedundancyFinding]
    /// What amending the survivor would have to add, by name.
    package let itemsToAdd: [String]
    /// The shares that could then be retired as superseded by the survivor.
    package var superseded: [ShareReference] { members.filter { $0 != survivor } }
}

/// What consolidating clusters would save, for the report.
package struct ConsolidationSavings: Hashable, Sendable {
    /// Shares that could be retired.
    package private(set) var shares = 0
    /// Flows of data that would stop: those of the retired shares that repeat.
    package private(set) var feeds = 0
    /// Items that are shared twice and would be shared once.
    package private(set) var items = 0

    package init(_ clusters: [RedundancyCluster], portfolio: Portfolio) {
        for cluster in clusters {
            for reference in cluster.superseded {
                guard let facts = portfolio.facts(of: reference) else { continue }
                shares += 1
                if facts.step != 0 { feeds += 1 }
                items += facts.items.count
            }
        }
    }
}
