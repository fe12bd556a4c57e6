import Casework
import Shares

/// Shares of which notice was given, for the people of a party: when the sharing stops, and why.
struct EndingsTable: Component {
    let endings: [WorkEnding]

    var html: HTML {
        var table = DataTable(
            id: "endings", caption: "Sharing that stops",
            columns: ["Share", "Stops on", "Why", "Reference of the notice"].map { DataTable.Column($0) }, heading: .h2)
        for one in endings {
            table.add([
                tag(.a, .href(Link(.share(one.reference)))) { one.title.inShort.nonEmpty ?? one.reference.rawValue }
                    + tag(.span, .class("reference")) { one.reference.rawValue },
                HTML(day: one.on), HTML(shown: one.reason ?? "Not stated"), HTML(shown: one.notice ?? "None"),
            ])
        }
        return table.html
    }
}
