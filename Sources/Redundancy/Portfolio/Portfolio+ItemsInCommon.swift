package import Shares

extension Portfolio {
    /// The names of the items that are surely in both shares; nil where one of them is not in the portfolio.
    package func itemsInCommon(_ one: ShareReference, _ other: ShareReference) -> [String]? {
        guard let left = facts(of: one), let right = facts(of: other) else { return nil }
        return register.accountOfItems(left.items, right.items).inBoth.map { register.items.name($0) }
    }
}
