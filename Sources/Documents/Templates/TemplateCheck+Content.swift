import Shares
import XMLTrees

extension TemplateCheck {
    /// What stands inside an element, as far as its kind asks for anything.
    mutating func checkContent(of element: XMLElement) {
        let texts = element.content.compactMap { piece in
            if case .text(let text) = piece { text } else { nil }
        }
        if (texts + element.attributes.map(\.value)).contains(where: { DocumentText.clean($0).replaced > 0 }) {
            report(
                "template-text", element,
                "There is a character here that nobody sees or that turns the direction of the text round.")
        }
        if TemplateLanguage.insides[element.name] != nil, texts.contains(where: { !DocumentText.isBlank($0) }) {
            report("template-nesting", element, "Text cannot stand directly in \(element.name).")
        }
        if TemplateLanguage.neverEmpty.contains(element.name), DocumentText.isBlank(element.text),
            !([element] + element.descendants).contains(where: TemplateLanguage.isFilled)
        {
            report("template-empty", element, "The element \(element.name) is empty.")
        }
        if element.name == "dl",
            element.children.first?.name != "dt" || element.children.last?.name != "dd"
        {
            report("template-terms", element, "A dl holds terms, each a dt, with what they mean after them, each a dd.")
        }
    }

    /// Rows or entries for a list that may have none leave a head without rows, or a list without entries.
    mutating func checkEntries(of element: XMLElement) {
        let directive = TemplateLanguage.Directive.self
        let entries =
            element.name == "table"
            ? element.children.filter { $0.name == "tbody" }.flatMap(\.children) : element.children
        func list(of entry: XMLElement) -> DocumentList? {
            entry[directive.each.rawValue].flatMap(DocumentList.init(rawValue:))
        }
        func isAsked(_ entry: XMLElement) -> Bool {
            entry[directive.when.rawValue] != nil || entry[directive.unless.rawValue] != nil
        }
        let lists = entries.compactMap(list).filter { !$0.isNeverEmpty }
        guard !lists.isEmpty, entries.allSatisfy({ isAsked($0) || list(of: $0).map { !$0.isNeverEmpty } ?? false })
        else { return }
        var around: [XMLElement] = []
        var next: XMLElement? = element
        while let one = next {
            around.append(one)
            next = one.parent
        }
        func isCovered(_ list: DocumentList) -> Bool {
            around.contains {
                $0[directive.when.rawValue] == list.rawValue || $0[directive.each.rawValue] == list.rawValue
            }
                || entries.contains { $0[directive.unless.rawValue] == list.rawValue }
        }
        guard !lists.contains(where: isCovered) else { return }
        let names = lists.map { "“\($0.rawValue)”" }.joined(separator: " and ")
        report(
            "template-left-empty", element,
            "The \(element.name) is left empty where there is nothing in \(names): give it data-if with that name, or an entry with data-unless."
        )
    }

    mutating func checkTable(_ table: XMLElement) {
        var outer = table.parent
        while let around = outer, around.name != "table" { outer = around.parent }
        if outer != nil { report("template-table-nested", table, "A table cannot stand in another.") }
        let caption = table.children.first { $0.name == "caption" }
        if caption == nil {
            report("template-table-caption", table, "The table does not say what it shows: a caption.")
        } else if caption != table.children.first {
            report("template-table-caption", table, "The caption comes first in a table.")
        }
        let rows = table.children.flatMap(\.children).filter { $0.name == "tr" }
        let header = rows.first { $0.parent?.name == "thead" }
        let headerCells = header?.children.filter { $0.name == "th" } ?? []
        if headerCells.isEmpty {
            report("template-table-headers", table, "The table has no header cells: a thead with th elements.")
        }
        for cell in rows.flatMap(\.children) where cell.name == "th" && !["col", "row"].contains(cell["scope"] ?? "") {
            report(
                "template-table-scope", cell,
                "A header cell does not say whether it heads its column or its row: scope.")
        }
        let columns = header?.children.count ?? rows.first?.children.count ?? 0
        for row in rows where row.children.count != columns {
            report(
                "template-table-columns", row,
                "The row has \(row.children.count) cells, and the table \(columns) columns.")
        }
    }
}
