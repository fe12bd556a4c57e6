import Casework
import Shares

/// The map of who shares with whom: groups of bodies first; a line opens its two groups, then leads to its shares.
struct MapPage {
    /// More lines than these cannot be told apart; the table has more.
    private static let drawn = 40
    private static let listed = 400

    var visitor: Visitor
    var map: ShareMap

    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> MapPage {
        let items = [(String, String)](query: text) ?? []
        func group(_ name: String) -> String? { items.first { $0.0 == name }?.1.nonEmpty }
        guard (group("from") == nil) == (group("to") == nil) else {
            throw WrongAddress.notUnderstood("The map opens two groups: one from which, and one to which.")
        }
        let opened = group("from").flatMap { from in group("to").map { (from, $0) } }
        return MapPage(visitor: visitor, map: try office.shareMap(for: visitor.person, opened: opened))
    }

    private var title: String {
        map.opened.map { "From \($0.from.label) to \($0.to.label)" } ?? "Who shares with whom"
    }

    var html: HTML {
        PageFrame(
            title: title, area: .board, topic: .map,
            breadcrumbs: [("Portfolio", .home), ("Board", .board(asAt: nil))]
                + (map.opened == nil ? [] : [("Who shares with whom", .map(opened: nil))]), visitor: visitor
        ).document {
            tag(.h1) { title }
            if map.flows.isEmpty {
                tag(.p) { "No share that has not ended goes this way." }
            } else {
                tag(.p, .class("lead")) { lead }
                FlowChart(
                    says: "Drawing: \(title)", note: note, lines: map.flows.prefix(Self.drawn).map { line($0) })
                table
                tag(.p, .class("download")) {
                    tag(.a, .href(Link(.mapFile(opened: opened)))) { "Download all of it as CSV" }
                }
            }
        }
    }

    private var note: String {
        let sums =
            "Beside each name stands the sum of its lines in the drawing; a share of several bodies counts on each of its lines."
        guard map.flows.count > Self.drawn else { return sums }
        return "\(sums) The drawing shows the \(Self.drawn) lines with the most shares; the table has "
            + (map.flows.count > Self.listed ? "the first \(Self.listed)." : "all \(map.flows.count).")
    }

    private var opened: MapGroups? { map.opened.map { MapGroups(from: $0.from.id, to: $0.to.id) } }

    private var lead: String {
        map.opened.map { opened in
            Words.count(opened.shares, "share goes", "shares go")
                + " this way. A line leads to its shares; the thicker it is, the more there are."
        } ?? "Shares that have not ended, by what sort of body provides and receives. A line opens its two groups."
    }

    /// Between two bodies it leads to the register, between two groups to their bodies.
    private func route(_ flow: ShareMap.Flow) -> Route {
        guard map.opened != nil else { return .map(opened: MapGroups(from: flow.from.id, to: flow.to.id)) }
        var query = RegisterQuery()
        query.conditions = [
            "provider=\(flow.from.id)", "recipient=\(flow.to.id)", "stage!=\(Stage.ended.rawValue)",
        ]
        return .register(query)
    }

    private func line(_ flow: ShareMap.Flow) -> FlowChart.Line {
        FlowChart.Line(from: flow.from.label, to: flow.to.label, count: flow.shares, route: route(flow))
    }

    private var table: HTML {
        var table = DataTable(
            id: "flows", caption: "From whom, to whom, and how many",
            columns: [DataTable.Column("From"), DataTable.Column("To"), DataTable.Column("Shares", isNumber: true)],
            heading: .h2)
        let most = map.flows.map(\.shares).max() ?? 0
        for flow in map.flows.prefix(Self.listed) {
            table.add([
                HTML(text: flow.from.label) + Bar(parts: [Bar.Part(count: flow.shares)], longest: most).html,
                HTML(text: flow.to.label),
                tag(.a, .href(Link(route(flow)))) {
                    Words.number(flow.shares)
                    tag(.span, .class("hidden")) { " from \(flow.from.label) to \(flow.to.label)" }
                },
            ])
        }
        return table.html
    }
}
