import Casework
import Shares
import Workflows

/// The five machines as they run now: their drawings, how many shares stand where, and who may do what.
struct WorkflowsPage {
    var visitor: Visitor
    var definitions: CheckedDefinitions
    /// Of the shares that the visitor may see.
    var counts: [Machine: [StateName: Int]]

    static func load(from office: Office, for visitor: Visitor) throws -> WorkflowsPage {
        WorkflowsPage(
            visitor: visitor, definitions: try office.definitions(),
            counts: try office.stateCounts(for: visitor.person))
    }

    var html: HTML {
        let rows = Dictionary(grouping: PermissionTable(definitions).rows, by: \.machine)
        return PageFrame(
            title: "Workflows", area: .workflows, breadcrumbs: [("Portfolio", .home)], visitor: visitor
        ).document {
            tag(.h1) { "Workflows" }
            tag(.p, .class("lead")) {
                "Every share moves through five workflows side by side. New shares run on these definitions."
            }
            tag(.nav, .with(.ariaLabel, "On this page")) {
                tag(.ul) {
                    for definition in definitions.all {
                        tag(.li) {
                            tag(.a, .href(Link(toID: definition.machine.rawValue))) { definition.definition.title }
                        }
                    }
                }
            }
            for definition in definitions.all {
                section(definition.definition, rows: rows[definition.machine] ?? [])
            }
        }
    }

    private func section(_ definition: Definition, rows: [PermissionTable.Row]) -> HTML {
        let id = definition.machine.rawValue
        return tag(.section, .with(.ariaLabelledBy, id)) {
            tag(.h2, .id(id)) { definition.title }
            tag(.p) { definition.summary }
            tag(.p, .class("hint")) { "Version \(definition.version)" }
            tag(
                .div, .class("scrolls drawing"), .with(.role, "region"), .with(.tabindex, "0"),
                .with(.ariaLabel, "Drawing of \(definition.title)")
            ) {
                HTML(drawing: Drawing(of: definition, counts: counts[definition.machine] ?? [:]))
            }
            standing(definition)
            table(definition, rows: rows)
        }
    }

    /// The figures of the drawing, each leading to its shares.
    private func standing(_ definition: Definition) -> HTML {
        var table = DataTable(
            id: definition.machine.rawValue + "-counts", caption: "Shares in each state of \(definition.title)",
            columns: [.init("State"), .init("What it means"), .init("Shares", isNumber: true)])
        for state in definition.states {
            let count = counts[definition.machine]?[state.name] ?? 0
            var shares = RegisterQuery()
            shares.conditions = [definition.machine.rawValue + "=" + state.name.rawValue]
            table.add([
                HTML(text: state.title), HTML(text: state.meaning),
                count == 0
                    ? HTML(text: "0") : tag(.a, .href(Link(.register(shares)))) { Words.number(count) },
            ])
        }
        return table.html
    }

    private func table(_ definition: Definition, rows: [PermissionTable.Row]) -> HTML {
        let titles = Dictionary(
            definition.states.map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first })
        var table = DataTable(
            id: definition.machine.rawValue + "-table", caption: "Who may do what in \(definition.title)",
            columns: ["Command", "Where it stands", "Leads to", "Roles", "Needs", "Not by whoever gave"].map {
                DataTable.Column($0)
            })
        let commands = Dictionary(
            definitions.all.flatMap(\.definition.transitions).map { ($0.command, $0.title) },
            uniquingKeysWith: { first, _ in first })
        for row in rows {
            let follows = row.followsFrom.joined(separator: ", ")
            table.add([
                HTML(text: row.title), HTML(text: titles[row.state] ?? row.state.rawValue),
                HTML(text: row.to == row.state ? "(stays)" : titles[row.to] ?? row.to.rawValue),
                HTML(
                    text: row.roles.isEmpty
                        ? "Follows from \(follows)" : row.roles.map(\.noun).joined(separator: ", ")),
                HTML(text: row.needs.map(\.text).joined(separator: ", ")),
                HTML(
                    text: row.notBy.map {
                        commands[$0] ?? $0.rawValue.replacing("-", with: " ").capitalisedFirst
                    }.joined(separator: ", ")),
            ])
        }
        return table.html
    }
}
