/// The ways to the other pages of a list, with which of how many this is; nothing where there is one.
struct Pagination: Component {
    /// For those who do not see: `Pages of groups`.
    let name: String
    let page: NumberedPage
    let link: (Int) -> Route

    var html: HTML {
        guard page.pages > 1 else { return HTML() }
        return tag(.nav, .class("pagination"), .with(.ariaLabel, name)) {
            if page.number > 1 {
                tag(.a, .with(.rel, "prev"), .href(Link(link(page.number - 1)))) { "Previous page" }
            }
            tag(.span) { "Page \(Words.number(page.number)) of \(Words.number(page.pages))" }
            if page.number < page.pages {
                tag(.a, .with(.rel, "next"), .href(Link(link(page.number + 1)))) { "Next page" }
            }
        }
    }
}

/// One page of a list. An address that asks for none or for one past the end gets the nearest.
struct NumberedPage: Hashable {
    /// Counts from 1.
    let number: Int
    let pages: Int
    let size: Int

    init(_ asked: Int?, of count: Int, size: Int) {
        pages = max(1, (count + size - 1) / size)
        number = min(max(asked ?? 1, 1), pages)
        self.size = size
    }

    func part<Item>(of items: [Item]) -> ArraySlice<Item> { items.dropFirst((number - 1) * size).prefix(size) }
}
