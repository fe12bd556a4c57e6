package import Shares

/// Shares that findings hold together, and which of them should carry what the others do.
package struct RedundancyCluster: Hashable, Sendable {
    /// In the order of their references.
    package let members: [ShareReference]
    /// The share to keep and, where need be, to amend.
    package let survivor: ShareReference
    /// Why that one, in a sentence, and what is to be minded about it.
    package let reason: String
    /// That no data flows under the share to keep, in a sentence; nil where it does.
    package let caution: String?
    /// The findings between the members, the surest first.
    package let findings: [RedundancyFinding]
    /// What amending the survivor would have to add.
    package let additions: SurvivorAdditions
    /// The open shares by which a source feeds the body that passes data on: the indirect findings rest on them.
    package var feeds: [ShareReference] { Set(findings.compactMap(\.feed)).sorted() }
    /// The items among it, by name.
    package var itemsToAdd: [String] { additions.items }
    /// The shares that could then be retired as superseded by the survivor.
    package var superseded: [ShareReference] { members.filter { $0 != survivor } }
    /// A name that follows from the members alone, and is the same whenever they are found together: `C-7K2M9QXA`.
    package var reference: String { Self.reference(of: members) }

    /// 40 bits of a hash of the references, in an alphabet without letters that look like digits.
    package static func reference(of members: some Sequence<ShareReference>) -> String {
        var hash = WordHash()
        for member in Set(members).sorted() {
            for byte in member.rawValue.utf8 { hash.add(byte) }
            // No reference holds it, so that AB and C are not A and BC.
            hash.add(0)
        }
        let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
        let folded = hash.value ^ (hash.value >> 40)
        return "C-" + String((0..<8).map { alphabet[Int((folded >> (UInt64($0) * 5)) & 31)] })
    }
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
        var counted: Set<ShareReference> = []
        for cluster in clusters {
            for reference in cluster.superseded {
                guard counted.insert(reference).inserted, let facts = portfolio.facts(of: reference) else { continue }
                shares += 1
                if facts.step != 0 { feeds += 1 }
                items += facts.items.count
            }
        }
    }
}
