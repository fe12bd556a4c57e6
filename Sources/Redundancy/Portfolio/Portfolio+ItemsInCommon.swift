package import Shares

extension Portfolio {
    /// The names of the items that are surely in both shares; nil where one of them is not in the portfolio.
    package func itemsInCommon(_ one: ShareReference, _ other: ShareReference) -> [String]? {
        guard let left = facts(of: one), let right = facts(of: other) else { return nil }
        return register.accountOfItems(left.items, right.items).inBoth.map { register.items.name($0) }
    }
}

extension Portfolio {
    /// In how many of some shares each item of each of them is, by its identity, as the findings count it: a full name is in
    /// those with forename and surname too.
    package func counts(ofItemsIn shares: [ComparableShare]) -> [[String: Int]] {
        var register = register
        let items = shares.map { register.understandLate($0).items }
        return shares.indices.map { place in
            let missing = items.map { other -> Set<Int32> in
                let account = register.accountOfItems(items[place], other)
                return Set(account.onlyLeft + account.alike.map(\.left))
            }
            var counts: [String: Int] = [:]
            for item in shares[place].items {
                let alone = ComparableShare(
                    reference: shares[place].reference, title: "", purpose: "", providers: [], recipients: [],
                    items: [item])
                let ids = register.understandLate(alone).items
                counts[item.identity] = items.indices.count { $0 == place || missing[$0].isDisjoint(with: ids) }
            }
            return counts
        }
    }
}
