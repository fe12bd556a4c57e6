import Casework
import Ledger
import Shares

/// One data item: which shares carry it, to whom and for what, and who passes on what they receive.
struct DataUsePage {
    /// More lines than these cannot be told apart; more shares are read in the register.
    private static let drawn = 40
    private static let listed = 100

    var visitor: Visitor
    var use: DataUse

    static func load(from office: Office, _ item: String, for visitor: Visitor) throws -> DataUsePage {
        DataUsePage(visitor: visitor, use: try office.dataUse(of: item, for: visitor.person))
    }

    var html: HTML {
        PageFrame(
            title: use.name, area: .data, breadcrumbs: [("Portfolio", .home), ("Find data", .data(item: nil))],
            visitor: visitor
        ).document {
            tag(.h1) { use.name }
            tag(.p) { DataItemKind(term: use.term) }
            if use.shares.isEmpty {
                tag(.p) { "No share that you may see and that has not ended carries it. Check the spelling." }
                DataItemForm(typed: use.name)
            } else {
                tag(.p, .class("lead")) {
                    Words.count(use.shares.count, "share carries it", "shares carry it")
                        + ", between \(Words.count(use.flows.count, "pair", "pairs")) of bodies."
                }
                FlowChart(
                    says: "Drawing: who provides \(use.name) to whom",
                    note: use.flows.count > Self.drawn
                        ? "The drawing shows the \(Self.drawn) pairs with the most shares." : nil,
                    lines: use.flows.prefix(Self.drawn).map(line))
                passages
                shares
                register
            }
        }
    }

    private func line(_ flow: ShareMap.Flow) -> FlowChart.Line {
        var query = query
        query.conditions += ["provider=\(flow.from.id)", "recipient=\(flow.to.id)"]
        return FlowChart.Line(from: flow.from.label, to: flow.to.label, count: flow.shares, route: .register(query))
    }

    private var query: RegisterQuery {
        var query = RegisterQuery()
        query.conditions = ["item=\(use.value)", "stage!=\(Stage.ended.rawValue)"]
        return query
    }

    /// The lineage: what one body receives and provides in turn.
    private var passages: HTML {
        guard !use.passages.isEmpty else {
            return tag(.p) { "No body that receives it provides it to another under a share." }
        }
        var table = DataTable(
            id: "passages", caption: "Who passes it on",
            columns: ["Received by", "From", "And provided to"].map { DataTable.Column($0) }, heading: .h2)
        for passage in use.passages {
            table.add([HTML(text: passage.body.label), list(passage.comesFrom), list(passage.goesTo)])
        }
        return table.html
    }

    private func list(_ bodies: [ShareMap.Node]) -> HTML {
        tag(.ul) { for body in bodies { tag(.li) { body.label } } }
    }

    private var shares: HTML {
        var table = DataTable(
            id: "shares", caption: "Shares that carry it",
            columns: ["Share", "From", "To", "For what", "Stage"].map { DataTable.Column($0) }, heading: .h2)
        for share in use.shares.prefix(Self.listed) {
            table.add([
                tag(.a, .href(Link(.share(share.reference)))) {
                    share.title.inShort.nonEmpty ?? share.reference.rawValue
                }
                    + tag(.span, .class("reference")) { share.reference.rawValue },
                HTML(text: share.providers.map(\.text).joined(separator: "; ").inShort),
                HTML(text: share.recipients.map(\.text).joined(separator: "; ").inShort),
                HTML(text: share.purpose.inShort), StatusTag(share.stage).html,
            ])
        }
        return table.html
    }

    private var register: HTML {
        tag(.p, .class("download")) {
            tag(.a, .href(Link(.register(query)))) { "See all of them in the register" }
        }
            + tag(.p, .class("download")) {
                tag(.a, .href(Link(.registerFile(query)))) { "Download them as CSV" }
            }
    }
}
