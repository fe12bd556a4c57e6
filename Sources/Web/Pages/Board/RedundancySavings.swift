import Casework
import Redundancy
import Shares

/// What consolidating redundant shares saves: as decided, by how far it is, and what more could be.
struct RedundancySavings: Component {
    let figures: ConsolidationFigures
    /// Of the groups that wait for a decision; nil where the register is still being searched, or the day is past.
    let possible: ConsolidationSavings?

    var html: HTML {
        var table = DataTable(
            id: "savings", caption: "What consolidating redundant shares saves",
            columns: [
                .init("Consolidations"), .init("Shares", isNumber: true), .init("Feeds", isNumber: true),
                .init("Data items", isNumber: true),
            ], heading: .h2)
        func row(_ name: HTML, _ shares: Int, _ feeds: Int, _ items: Int) {
            table.add([name] + [shares, feeds, items].map { HTML(text: Words.number($0)) })
        }
        func row(_ name: String, _ saving: ConsolidationFigures.Saving) {
            row(HTML(text: name), saving.shares, saving.feeds, saving.items)
        }
        row("Decided, in all", figures.decided)
        row("Of these, done", figures.done)
        row("Under way", figures.inProgress)
        if let possible {
            row(
                tag(.a, .href(Link(.redundancy(page: 1)))) { "To be decided, at most" }, possible.shares,
                possible.feeds, possible.items)
            row(
                HTML(text: "In total"), figures.decided.shares + possible.shares,
                figures.decided.feeds + possible.feeds, figures.decided.items + possible.items)
        }
        return table.html
    }
}
