import Shares

/// A page of a list: those after a key, so that what is added or taken away meanwhile shifts nothing.
extension APICall {
    var limit: Int { whole(.limit) ?? RegisterPage.size }

    /// `items` in the order of their keys.
    func page<Item>(
        of items: [Item], by key: (Item) -> String
    ) -> (items: [Item], next: String?) {
        let after = text(.after)
        let rest = after.map { after in items.filter { key($0) > after } } ?? items
        return part(of: rest, .after, by: key)
    }

    /// `items` with the highest number first.
    func page<Item>(
        of items: [Item], newestBy number: (Item) -> Int
    ) -> (items: [Item], next: String?) {
        let before = whole(.before)
        let rest = before.map { before in items.filter { number($0) < before } } ?? items
        return part(of: rest, .before) { String(number($0)) }
    }

    /// `items` with the lowest number first.
    func page<Item>(
        of items: [Item], oldestBy number: (Item) -> Int
    ) -> (items: [Item], next: String?) {
        let after = whole(.position)
        let rest = after.map { after in items.filter { number($0) > after } } ?? items
        return part(of: rest, .position) { String(number($0)) }
    }

    /// The first of those that are left, and where the next are.
    func part<Item>(
        of rest: [Item], _ parameter: APIParameter, by key: (Item) -> String
    ) -> (items: [Item], next: String?) {
        let items = Array(rest.prefix(limit))
        guard rest.count > items.count, let last = items.last else { return (items, nil) }
        return (items, next(parameter, key(last)))
    }

    /// This address with another key.
    func next(_ parameter: APIParameter, _ key: String) -> String {
        let path = self.path.reduce(route.path) { $0.replacing("{\($1.key)}", with: $1.value) }
        let others = query.filter { $0.name != parameter.name }.map { ($0.name, $0.value) }
        return path + (others + [(parameter.name, key)]).queryText
    }
}
