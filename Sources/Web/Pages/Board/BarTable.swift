/// A table of counts with a bar under each name.
struct BarTable: Component {
    struct Row {
        var name: String
        /// The shares behind it; nil where the register cannot list exactly those.
        var query: RegisterQuery?
        /// Of the bar; the figures of the row where they are not said.
        var parts: [Bar.Part]
        var figures: [Int]
    }

    let id: String
    let caption: String
    let columns: [String]
    let rows: [Row]
    /// What the parts of the bars mean; empty where each has one.
    var key: [(look: Bar.Part.Look, meaning: String)] = []

    var html: HTML {
        let longest = rows.map { $0.parts.reduce(0) { $0 + $1.count } }.max() ?? 0
        var table = DataTable(
            id: id, caption: caption,
            columns: columns.enumerated().map { DataTable.Column($1, isNumber: $0 > 0) }, heading: .h2)
        for row in rows {
            let name =
                row.query.map { query in tag(.a, .href(Link(.register(query)))) { row.name.inShort } }
                ?? HTML(text: row.name.inShort)
            table.add(
                [name + Bar(parts: row.parts, longest: longest).html]
                    + row.figures.map { HTML(text: Words.number($0)) })
        }
        return tag(.div, .class("report-section bars")) {
            table
            if !key.isEmpty { BarKey(parts: key) }
        }
    }
}
