/// Columns side by side, such as months; the figures are in a table beside it.
struct ColumnChart: Component {
    struct Column {
        /// Short: it stands under its column.
        var label: String
        var count: Int
        var look = Bar.Part.Look.plain
    }

    /// What it shows and what is to be seen in it, for those who do not see it.
    let says: String
    let columns: [Column]

    private static let width = 64
    private static let height = 160

    var html: HTML {
        let highest = max(columns.map(\.count).max() ?? 0, 1)
        var drawn = HTML()
        for (place, column) in columns.enumerated() {
            let height = column.count * Self.height / highest
            let middle = String(place * Self.width + Self.width / 2)
            drawn.append(
                tag(
                    .rect, .class("bar-\(column.look.rawValue)"), .with(.x, String(place * Self.width + 8)),
                    .with(.y, String(24 + Self.height - height)), .with(.width, String(Self.width - 16)),
                    .with(.height, String(height))))
            drawn.append(text(Words.number(column.count), middle, at: 18 + Self.height - height))
            drawn.append(text(column.label, middle, at: 24 + Self.height + 20))
        }
        let whole = columns.count * Self.width
        return tag(.div, .class("scrolls"), .with(.tabindex, "0"), .with(.role, "region"), .with(.ariaLabel, "Chart")) {
            HTML(
                .svg,
                [
                    .class("columns-chart"), .with(.viewBox, "0 0 \(whole) \(Self.height + 52)"),
                    .with(.width, String(whole)), .with(.height, String(Self.height + 52)), .with(.role, "img"),
                    .with(.ariaLabel, says),
                ], content: drawn)
        }
    }

    private func text(_ text: String, _ x: String, at y: Int) -> HTML {
        tag(.text, .with(.x, x), .with(.y, String(y)), .with(.textAnchor, "middle")) { text }
    }
}
