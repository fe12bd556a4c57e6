import Shares
import XMLTrees

/// Writes a pack as a page: every text as a text node, so that nothing in the register can become markup.
struct BoardPackPage {
    private let pack: BoardPack
    private var replaced = 0
    private var tables = 0

    private static let frame = """
        <html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><meta charset="UTF-8"/>\
        <meta name="viewport" content="width=device-width, initial-scale=1"/><title/></head>\
        <body><header/><nav id="contents" aria-labelledby="contents-heading">\
        <p id="contents-heading" class="subtitle">Contents</p></nav><main/><footer/></body></html>
        """

    static func document(_ pack: BoardPack, stylesheet: Stylesheet) throws -> FilledDocument {
        var page = BoardPackPage(pack: pack)
        let read = try PageElement(try page.tree().root)
        return FilledDocument(
            page: ContentsList.write(into: SectionNumbers.number(read)), stylesheet: stylesheet,
            properties: DocumentProperties(
                title: DocumentText.clean("\(pack.title): \(pack.scope)").text, language: "en-GB",
                reference: DocumentText.clean(pack.scope).text,
                marking: pack.marking, day: pack.day.description, templateVersion: "", templateDigest: "",
                ledgerPosition: String(pack.ledgerPosition)),
            gaps: [], replacedCharacters: page.replaced)
    }

    private init(pack: BoardPack) {
        self.pack = pack
    }

    private mutating func tree() throws -> XMLTree {
        let tree = try XMLTree.parse(Array(Self.frame.utf8), limits: .own)
        let xhtml = XMLNamespace.xhtml.uri
        func element(_ name: String) -> XMLElement? { tree.root.descendants(name, in: xhtml).first }
        if let title = element("title") { put("\(pack.title): \(pack.scope)", into: title) }
        if let header = element("header") {
            marking(into: header)
            put(pack.title, into: header.append("h1"))
            put(pack.scope, into: header.append("p"), as: "subtitle")
            put(
                "As at \(pack.day.inWords), from the register at position \(pack.ledgerPosition) of its record.",
                into: header.append("p"))
        }
        if let main = element("main") {
            for section in pack.sections { write(section, into: main) }
        }
        if let footer = element("footer") { marking(into: footer) }
        return tree
    }

    private mutating func write(_ section: BoardPack.Section, into main: XMLElement) {
        let element = main.append("section")
        element.set("class", to: section.isAnnex ? "annex" : "numbered")
        put(section.title, into: element.append("h2"))
        for sentence in section.sentences { put(sentence, into: element.append("p")) }
        for table in section.tables where !table.rows.isEmpty { write(table, into: element) }
    }

    private mutating func write(_ table: BoardPack.Table, into parent: XMLElement) {
        tables += 1
        if table.isCharted {
            let rows = table.rows.compactMap { row in
                row.dropFirst().first.flatMap(Int.init).map { (name: clean(row[0]), figure: $0) }
            }
            BarChart.draw(rows, caption: table.caption, id: "chart-\(tables)", into: parent)
        }
        let element = parent.append("table")
        put(table.caption, into: element.append("caption"))
        let head = element.append("thead").append("tr")
        for heading in table.headings {
            let cell = head.append("th")
            cell.set("scope", to: "col")
            put(heading, into: cell)
        }
        let body = element.append("tbody")
        for row in table.rows {
            let line = body.append("tr")
            for (index, value) in row.enumerated() {
                let cell = line.append(index == 0 ? "th" : "td")
                if index == 0 { cell.set("scope", to: "row") }
                put(value, into: cell)
            }
        }
    }

    private mutating func marking(into element: XMLElement) {
        put(pack.marking, into: element.append("p"), as: "marking")
    }

    private mutating func put(_ text: String, into element: XMLElement, as name: String? = nil) {
        if let name { element.set("class", to: name) }
        let text = clean(text)
        if DocumentText.runsRightToLeft(text) { element.set("dir", to: "auto") }
        element.append(text: text)
    }

    private mutating func clean(_ text: String) -> String {
        let (clean, count) = DocumentText.clean(text)
        replaced += count
        return clean
    }
}

extension DocumentTemplates {
    /// The pack in the dress of the department's documents.
    package func document(of pack: BoardPack) throws -> FilledDocument {
        try BoardPackPage.document(pack, stylesheet: stylesheet)
    }
}
