package import Ledger
package import Shares

/// A side from which the register is narrowed: one value of each can be chosen, and all that are chosen hold.
package enum Facet: String, Hashable, Sendable, CaseIterable {
    case stage, spoke, party, gateway, risk, owner, due

    /// Stands for what a share does not state.
    package static let none = "none"

    /// The conditions on the register that choosing a value comes to; empty where it is not a value of the facet.
    package func filters(_ value: String, on today: Day) -> [ShareFilter] {
        if self == .due { return DueRange(rawValue: value)?.filters(on: today) ?? [] }
        let isNone = value == Facet.none && [.spoke, .gateway, .owner].contains(self)
        return [ShareFilter(rawValue + "=" + (isNone ? "" : value))].compactMap { $0 }
    }
}

/// A value that can be chosen, and how many shares it would leave; nil where they were too many to count.
package struct FacetValue: Hashable, Sendable {
    package var value: String
    package var label: String
    package var count: Int?
}
