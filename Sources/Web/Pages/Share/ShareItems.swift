import Shares

/// The attributes that are shared, each with the vocabulary's word for it and what the law makes of it.
struct ShareItems: Component {
    let items: [DataItem]
    let reference: ReferenceData

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "items")) {
            tag(.h2, .id("items")) { "Data items" }
            if items.isEmpty { tag(.p) { "The record names no data item." } } else { table }
        }
    }

    private var table: HTML {
        let names = TermNames(reference)
        let hasDatasets = items.contains { $0.dataset != nil }
        let hasReasons = items.contains { $0.justification != nil }
        var table = DataTable(
            id: "data-items", caption: Words.count(items.count, "data item", "data items"),
            columns: (["Item", "Vocabulary term", "Kind of data"] + (hasDatasets ? ["Dataset"] : [])
                + (hasReasons ? ["Why it is needed"] : [])).map { DataTable.Column($0) })
        for item in items {
            let term = names.name(of: item.name, in: .dataItems)
            table.add(
                [
                    HTML(shown: item.name.text),
                    term.map { HTML(text: $0) } ?? StatusTag("Not recognised", .yellow).html, kind(of: item),
                ] + (hasDatasets ? [HTML(shown: item.dataset ?? "")] : [])
                    + (hasReasons ? [HTML(shown: item.justification ?? "")] : []))
        }
        return table.html
    }

    @HTMLBuilder private func kind(of item: DataItem) -> HTML {
        switch item.isPersonal {
        case true?: StatusTag("Personal", .blue)
        case false?: StatusTag("Not personal", .grey)
        case nil: StatusTag("Not known", .yellow)
        }
        if let special = item.specialCategory {
            " "
            StatusTag("Special category: \(special)", .red)
        }
        if item.isCriminalOffenceData {
            " "
            StatusTag("Criminal offence", .red)
        }
        if item.statedKind != nil { tag(.span, .class("understood")) { "As stated here" } }
    }
}
