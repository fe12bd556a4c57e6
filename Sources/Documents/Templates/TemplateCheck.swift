import Shares
import XMLTrees

/// Looks for everything that is wrong with one template or clause, so that a template which passes can always be filled.
struct TemplateCheck {
    private let file: TemplateFile
    private let isClause: Bool
    /// The heading levels of each clause, by its id.
    private let clauses: [String: [Int]]
    private(set) var findings = Findings()
    private var headingLevel: Int
    private var ids: Set<String> = []

    init(_ file: TemplateFile, isClause: Bool, clauses: [String: [Int]]) {
        self.file = file
        self.isClause = isClause
        self.clauses = clauses
        // Which level a clause may begin with is for the place where it stands to say.
        headingLevel = isClause ? (file.headingLevels.first ?? 1) - 1 : 0
    }

    /// Every fault, each with its line.
    static func findings(in file: TemplateFile, isClause: Bool, clauses: [String: [Int]]) -> Findings {
        var check = TemplateCheck(file, isClause: isClause, clauses: clauses)
        check.checkDocument()
        check.check(file.tree.root, within: [])
        return check.findings
    }

    private mutating func checkDocument() {
        let root = file.tree.root
        guard root.isNamed("html", in: XMLNamespace.xhtml.uri) else {
            report(
                "template-not-xhtml", root, "The document is not XHTML: its root must be html in the XHTML namespace.")
            return
        }
        if DocumentText.isBlank(root["lang"] ?? "") {
            report("template-language-missing", root, "The html element does not say its language: lang=\"en-GB\".")
        }
        if DocumentText.isBlank(file.title) { report("template-title-missing", root, "The document has no title.") }
        if file.meta("version") == nil {
            report("template-version-missing", root, "The document does not say its version: meta name=\"version\".")
        }
        if file.body == nil { report("template-body-missing", root, "The document has no body.") }
        for (name, known) in [("audience", "public"), ("terms", "in-force")] {
            if let given = file.meta(name), given != known {
                report("template-meta", root, "The meta \(name) takes \(known), not “\(given)”.")
            }
        }
        if isClause, DocumentText.isBlank(file.meta("applies") ?? "") {
            report(
                "template-applies-missing", root, "The clause does not say when it applies: meta name=\"applies\".")
        }
        guard !isClause else { return }
        let all = root.descendants
        if !all.contains(where: { $0.name == "main" }) {
            report("template-main-missing", root, "There is no main element.")
        }
        let titles = all.filter { $0.name == "h1" }
        if titles.count != 1 { report("template-heading-one", titles.last ?? root, "There must be exactly one h1.") }
    }

    /// - Parameter lists: those that the element is repeated for, the outermost first.
    private mutating func check(_ element: XMLElement, within lists: [DocumentList]) {
        let name = element.name
        guard element.namespace?.uri == XMLNamespace.xhtml.uri, TemplateLanguage.elements.contains(name) else {
            report("template-element", element, "The element \(name) is not allowed.")
            return
        }
        checkPlace(of: element)
        checkAttributes(of: element)
        if name == "table" { checkTable(element) }
        if let level = TemplateLanguage.headingLevel(name) { checkHeadings([level], at: element) }
        var inside = lists
        checkDirectives(of: element, within: lists, inside: &inside)
        for child in element.children { check(child, within: inside) }
    }

    private mutating func checkPlace(of element: XMLElement) {
        guard let parent = element.parent?.name else { return }
        if let allowed = TemplateLanguage.insides[parent], !allowed.contains(element.name) {
            report("template-nesting", element, "The element \(element.name) cannot stand directly in \(parent).")
        } else if TemplateLanguage.textOnly.contains(parent), !TemplateLanguage.inline.contains(element.name) {
            report(
                "template-nesting", element, "The element \(element.name) cannot stand in \(parent), which holds text.")
        }
    }

    private mutating func checkAttributes(of element: XMLElement) {
        let own = TemplateLanguage.ownAttributes[element.name] ?? []
        for attribute in element.attributes {
            let isDirective = TemplateLanguage.Directive(rawValue: attribute.name) != nil
            let isLanguage = attribute.name == "lang"
            if attribute.namespace != nil
                ? !isLanguage
                : !(isDirective || own.contains(attribute.name)
                    || TemplateLanguage.attributes.contains(attribute.name))
            {
                report(
                    "template-attribute", element, "The attribute \(attribute.name) is not allowed on \(element.name).")
            }
        }
        if let id = element["id"], !ids.insert(id).inserted {
            report("template-id-doubled", element, "The id \(id) is given twice.")
        }
        if element.name == "a", let address = element["href"],
            !["#", "https://", "mailto:"].contains(where: { address.utf8.starts(with: $0.utf8) })
        {
            report("template-address", element, "An address must begin with https://, mailto: or #.")
        }
        let links = [TemplateLanguage.stylesheet, "../" + TemplateLanguage.stylesheet]
        if element.name == "link", element["rel"] != "stylesheet" || !links.contains(element["href"] ?? "") {
            report("template-link", element, "The only link allowed is the stylesheet \(TemplateLanguage.stylesheet).")
        }
    }

    private mutating func checkHeadings(_ levels: [Int], at element: XMLElement) {
        for level in levels {
            if level > headingLevel + 1 {
                report(
                    "template-heading-skipped", element,
                    headingLevel == 0
                        ? "The first heading is h\(level) and not h1."
                        : "A heading level is skipped: h\(level) comes after h\(headingLevel).")
            }
            headingLevel = level
        }
    }

    private mutating func checkTable(_ table: XMLElement) {
        let rows = table.descendants.filter { $0.name == "tr" }
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

    // MARK: Directives

    private mutating func checkDirectives(
        of element: XMLElement, within lists: [DocumentList], inside: inout [DocumentList]
    ) {
        for directive in [TemplateLanguage.Directive.when, .unless] {
            if let name = element[directive.rawValue] { checkQuestion(name, at: element, within: lists) }
        }
        if let name = element[TemplateLanguage.Directive.each.rawValue] {
            if let list = DocumentList(rawValue: name) {
                inside.append(list)
            } else {
                report("template-list", element, "There is no list “\(name)”.")
            }
            if ["html", "head", "body", "main", "title"].contains(element.name) {
                report("template-each", element, "The element \(element.name) cannot be repeated.")
            }
        }
        if let name = element[TemplateLanguage.Directive.field.rawValue] {
            checkField(name, at: element, within: inside)
            if !element.children.isEmpty {
                report(
                    "template-field-content", element, "The value replaces all that is inside: only sample text may be."
                )
            }
            if TemplateLanguage.insides[element.name] != nil || ["meta", "link", "br", "col"].contains(element.name) {
                report("template-field-place", element, "The element \(element.name) cannot hold a value.")
            }
        }
        if let id = element[TemplateLanguage.Directive.clause.rawValue] { checkClause(id, at: element) }
    }

    private mutating func checkField(_ name: String, at element: XMLElement, within lists: [DocumentList]) {
        guard let field = DocumentField(rawValue: name) else {
            report("template-field", element, "There is no field “\(name)”.")
            return
        }
        if field.isOfRow, !lists.contains(where: { $0.columns.contains(field) }) {
            let homes = DocumentList.allCases.filter { $0.columns.contains(field) }.map(\.rawValue)
            report(
                "template-field-place", element,
                "The field “\(name)” belongs to a list: put it inside data-each with \(homes.joined(separator: " or "))."
            )
        }
    }

    private mutating func checkQuestion(_ name: String, at element: XMLElement, within lists: [DocumentList]) {
        guard DocumentCondition(rawValue: name) == nil, DocumentList(rawValue: name) == nil else { return }
        guard DocumentField(rawValue: name) != nil else {
            report("template-condition", element, "There is no field, list or condition “\(name)”.")
            return
        }
        checkField(name, at: element, within: lists)
    }

    private mutating func checkClause(_ id: String, at element: XMLElement) {
        if isClause {
            report("template-clause-nested", element, "A clause cannot include another.")
        } else if let levels = clauses[id] {
            checkHeadings(levels, at: element)
        } else {
            report("template-clause", element, "There is no clause “\(id)”: no file clauses/\(id).xhtml.")
        }
    }

    private mutating func report(_ rule: String, _ element: XMLElement, _ message: String) {
        findings.append(.error(rule, at: .line(element.line ?? 1, column: nil), "\(file.name): \(message)"))
    }
}
