import Ledger
import Shares

/// What a board's pack is about.
package enum PackScope: Hashable, Sendable {
    case whole
    /// By its identifier or name.
    case spoke(String)
    /// An organisation by its identifier, name or abbreviation, or as a register writes it.
    case partner(String)
}

/// A scope that was understood: its name, and whether a share belongs to it.
struct KnownScope {
    var name: String
    var includes: (ShareSummary) -> Bool

    /// Throws `Findings` where there is no such spoke, or no share of such a partner.
    init(_ scope: PackScope, reference: ReferenceData, shares: [ShareSummary]) throws {
        switch scope {
        case .whole:
            name = "The whole portfolio"
            includes = { _ in true }
        case .spoke(let text):
            guard let spoke = reference.spokes.all.first(where: { $0.id == text || Self.isSame($0.name, text) }) else {
                let known = reference.spokes.all.map(\.id).joined(separator: ", ")
                throw Findings([
                    .error("unknown-spoke", at: .whole, "There is no spoke “\(text)”. There are: \(known).")
                ])
            }
            name = spoke.name
            includes = { $0.spoke == spoke.id || $0.spoke == nil && $0.suggestedSpoke == spoke.id }
        case .partner(let text):
            let organisation = reference.organisations.all.first { one in
                one.id == text || ([one.name] + one.abbreviations + one.aliases).contains { Self.isSame($0, text) }
            }
            let belongs: (ShareSummary) -> Bool = { share in
                (share.providers + share.recipients).contains { party in
                    organisation.map { $0.id == party.term } ?? Self.isSame(party.text, text)
                }
            }
            guard shares.contains(where: belongs) else {
                throw Findings([
                    .error("unknown-partner", at: .whole, "No share has a party “\(text)”.")
                ])
            }
            name = organisation?.name ?? text
            includes = belongs
        }
    }

    private static func isSame(_ one: String, _ other: String) -> Bool { TermIndex.key(one) == TermIndex.key(other) }
}
