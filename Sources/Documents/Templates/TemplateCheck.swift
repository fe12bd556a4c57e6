import Shares
import XMLTrees

/// Looks for everything that is wrong with one template or clause, so that a template which passes can always be filled.
struct TemplateCheck {
    let file: TemplateFile
    let isClause: Bool
    /// By their ids.
    private let clauses: [String: ClauseOutline]
    private let classes: Set<String>
    private(set) var findings = Findings()
    private var headingLevel: Int
    private var ids: Set<String> = []
    /// What links and labels name, and where.
    private var targets: [(id: String, element: XMLElement)] = []
    /// Whether parties sign what the template makes.
    private(set) var isSigned = false

    private init(
        _ file: TemplateFile, isClause: Bool, clauses: [String: ClauseOutline], stylesheet: Stylesheet?
    ) {
        self.file = file
        self.isClause = isClause
        self.clauses = clauses
        classes = TemplateLanguage.understoodClasses.union(stylesheet?.classes ?? [])
        // Which level a clause may begin with is for the place where it stands to say.
        headingLevel = isClause ? (file.headingLevels.first ?? 1) - 1 : 0
    }

    /// Every fault, each with its line.
    static func findings(
        in file: TemplateFile, isClause: Bool, clauses: [String: ClauseOutline], stylesheet: Stylesheet?
    ) -> Findings {
        var check = TemplateCheck(file, isClause: isClause, clauses: clauses, stylesheet: stylesheet)
        check.checkDocument()
        for instruction in file.tree.instructions {
            check.report(
                "template-instruction", line: instruction.line,
                "The processing instruction \(instruction.target) is not allowed.")
        }
        check.check(file.tree.root, within: [])
        // A clause's links may lead out of it: the templates that it stands in are checked for that.
        if !isClause {
            check.checkTargets()
            check.checkParts()
        }
        return check.findings
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
        checkContent(of: element)
        if name == "table" { checkTable(element) }
        if ["table", "ul", "ol"].contains(name) { checkEntries(of: element) }
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
        targets += TemplateLanguage.targets(of: element).map { ($0, element) }
        for name in TemplateLanguage.classes(of: element) where !classes.contains(name) {
            report("template-class", element, "The class \(name) means nothing: neither here nor in the stylesheet.")
        }
        if TemplateLanguage.classes(of: element).contains(TemplateLanguage.signature) { isSigned = true }
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

    private mutating func checkTargets() {
        for (id, element) in targets where !ids.contains(id) {
            // The list of contents is written anew.
            if element.parent?.parent?.parent.map(TemplateLanguage.isContents) ?? false { continue }
            report("template-link-dead", element, "There is nothing with the id “\(id)”.")
        }
    }

    // MARK: Directives

    private mutating func checkDirectives(
        of element: XMLElement, within lists: [DocumentList], inside: inout [DocumentList]
    ) {
        for directive in [TemplateLanguage.Directive.when, .unless] {
            if let name = element[directive.rawValue] { checkQuestion(name, at: element, within: lists) }
        }
        if let name = element[TemplateLanguage.Directive.when.rawValue],
            name == element[TemplateLanguage.Directive.unless.rawValue]
        {
            report("template-never", element, "Nothing stands both where there is “\(name)” and where there is not.")
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
        } else if let clause = clauses[id] {
            checkHeadings(clause.headingLevels, at: element)
            for name in clause.ids where !ids.insert(name).inserted {
                report("template-id-doubled", element, "The id \(name), which the clause “\(id)” has, is given twice.")
            }
            targets += clause.targets.map { ($0, element) }
            if clause.isSigned { isSigned = true }
        } else {
            report("template-clause", element, "There is no clause “\(id)”: no file clauses/\(id).xhtml.")
        }
    }

    mutating func report(_ rule: String, _ element: XMLElement, _ message: String) {
        report(rule, line: element.line, message)
    }

    mutating func report(_ rule: String, line: Int?, _ message: String) {
        findings.append(.error(rule, at: .line(line ?? 1, column: nil), "\(file.name): \(message)"))
    }
}
