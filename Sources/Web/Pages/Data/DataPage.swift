import Casework
import Shares

/// Which items are shared at all, the most used first: the way to the page of each.
struct DataPage {
    /// So many are listed; the others are found by their names.
    private static let listed = 250

    var visitor: Visitor
    var items: [DataItemInUse]

    static func load(from office: Office, for visitor: Visitor) throws -> DataPage {
        DataPage(visitor: visitor, items: try office.dataItems(for: visitor.person))
    }

    var html: HTML {
        PageFrame(title: "Find data", area: .data, breadcrumbs: [("Portfolio", .home)], visitor: visitor).document {
            tag(.h1) { "Find data" }
            tag(.p, .class("lead")) { "Which shares carry a data item, from whom, to whom and for what." }
            DataItemForm(typed: "")
            if items.isEmpty {
                tag(.p) { "No share that you may see and that has not ended names a data item." }
            } else {
                table
                if items.count > Self.listed {
                    tag(.p, .class("hint")) {
                        "And \(Words.number(items.count - Self.listed)) more: look for them by their names."
                    }
                }
            }
        }
    }

    private var table: HTML {
        var table = DataTable(
            id: "items", caption: "Items in use",
            columns: [
                DataTable.Column("Item"), DataTable.Column("Kind of data"),
                DataTable.Column("Open shares", isNumber: true),
            ], heading: .h2)
        for item in items.prefix(Self.listed) {
            table.add([
                name(of: item), DataItemKind(term: item.term).html,
                HTML(text: Words.number(item.shares)),
            ])
        }
        return table.html
    }

    private func name(of item: DataItemInUse) -> HTML {
        item.value.fitsAnAddress
            ? tag(.a, .href(Link(.data(item: item.value)))) { item.name.inShort } : HTML(text: item.name.inShort)
    }
}

/// Asks for an item by any of its spellings.
struct DataItemForm: Component {
    var typed: String

    var html: HTML {
        tag(
            .form, .class("inline-form"), .with(.method, "get"), .action(Link(.data(item: nil))), .with(.role, "search")
        ) {
            FormField(
                name: "item", label: "Data item", hint: "By any name, such as NINO or date of birth", value: typed,
                control: .line(type: "search", autocomplete: "off"))
            tag(.button, .with(.type, "submit")) { "Show who shares it" }
        }
    }
}

/// What the law makes of an item.
struct DataItemKind: Component {
    let term: DataItemTerm?

    @HTMLBuilder var html: HTML {
        if let term {
            StatusTag(term.personal ? "Personal" : "Not personal", term.personal ? .blue : .grey)
            if let special = term.special {
                " "
                StatusTag("Special category: \(special.rawValue.replacing("-", with: " "))", .red)
            }
            if term.criminal == true {
                " "
                StatusTag("Criminal offence", .red)
            }
        } else {
            StatusTag("Not in the vocabulary", .yellow)
        }
    }
}
