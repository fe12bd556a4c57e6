import Shares

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

/// One page of a list; the first where an address asks for none.
struct NumberedPage: Hashable {
    /// Counts from 1.
    let number: Int
    let pages: Int
    let size: Int

    /// `name` is what the query of an address calls the number. Throws `WrongAddress` where there is no such page.
    init(_ name: String, in query: String, of count: Int, size: Int) throws {
        pages = max(1, (count + size - 1) / size)
        self.size = size
        guard let text = [(String, String)](query: query)?.first(where: { $0.0 == name })?.1.nonEmpty else {
            number = 1
            return
        }
        guard let asked = Int(text), (1...pages).contains(asked) else {
            throw WrongAddress.notThere(
                "There is no page “\(text.shortened(to: 40))” of this list: it has \(Words.count(pages, "page", "pages"))."
            )
        }
        number = asked
    }

    func part<Item>(of items: [Item]) -> ArraySlice<Item> { items.dropFirst((number - 1) * size).prefix(size) }
}
