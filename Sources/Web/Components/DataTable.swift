/// A table with a caption, which scrolls sideways by itself where the screen is narrow.
package struct DataTable: Component {
    struct Column {
        let title: String
        let isNumber: Bool

        init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    /// Unique on the page: the region that scrolls is named by the caption.
    let id: String
    let caption: String
    let columns: [Column]
    /// Where the caption is the heading of its part of the page, of which level.
    let heading: Element?
    private var rows = HTML()

    init(id: String, caption: String, columns: [Column], heading: Element? = nil) {
        self.heading = heading
        self.id = id
        self.caption = caption
        self.columns = columns
    }

    /// A row; its first cell is its header.
    mutating func add(_ cells: [HTML]) {
        rows.append(
            tag(.tr) {
                if let header = cells.first { tag(.th, .rowScope) { header } }
                for (cell, column) in zip(cells, columns).dropFirst() {
                    tag(.td, column.isNumber ? .class("number") : nil) { cell }
                }
            })
    }

    package var html: HTML {
        tag(
            .div, .class(columns.count > 4 ? "scrolls wide" : "scrolls"), .with(.role, "region"),
            .with(.ariaLabelledBy, id + "-caption"),
            .with(.tabindex, "0")
        ) {
            tag(.table, .id(id)) {
                tag(.caption, .id(id + "-caption")) {
                    if let heading { tag(heading) { caption } } else { caption }
                }
                tag(.thead) {
                    tag(.tr) {
                        for column in columns {
                            tag(.th, .columnScope, column.isNumber ? .class("number") : nil) { column.title }
                        }
                    }
                }
                tag(.tbody) { rows }
            }
        }
    }
}
