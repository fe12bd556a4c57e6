import Shares
import XMLTrees

/// Puts the values of one share into a template: into its tree and as text, so that no value can become markup.
struct DocumentFiller {
    private let subject: DocumentSubject
    private let template: DocumentTemplate
    private var gaps = DocumentGaps()
    private var replaced = 0
    /// Elements about what is missing or which clauses there are, filled when that is known.
    private var deferred: [XMLElement] = []
    /// The clauses of which something stands in the document.
    private var standing: Set<String> = []
    private var values: [DocumentField: String] = [:]

    static func fill(
        _ template: DocumentTemplate, for subject: DocumentSubject, stylesheet: String
    ) throws -> FilledDocument {
        let tree = try XMLTree.parse(template.marked, limits: .own)
        var filler = DocumentFiller(subject: subject, template: template)
        filler.fill(tree.root, row: nil)
        filler.isLast = true
        for element in filler.deferred { filler.fill(element, row: nil) }
        let properties = filler.finish(tree)
        return FilledDocument(
            title: properties.title, missing: filler.gaps.sentences, replacedCharacters: filler.replaced,
            source: try tree.serialised(declaration: false), page: try HTMLPage.bytes(of: tree, stylesheet: stylesheet),
            properties: properties)
    }

    private init(subject: DocumentSubject, template: DocumentTemplate) {
        self.subject = subject
        self.template = template
    }

    private var isLast = false

    /// A row with the list that it is one of.
    private struct Row {
        let list: DocumentList
        let values: DocumentRow
    }

    private mutating func fill(_ element: XMLElement, row: Row?) {
        if !isLast, row == nil, asksWhatIsKnownLast(element) {
            deferred.append(element)
            return
        }
        guard isWanted(element, row) else {
            element.remove()
            return
        }
        if let clause = take(.clause, of: element) { standing.insert(clause) }
        if let list = take(.each, of: element).flatMap(DocumentList.init(rawValue:)) {
            for values in rows(of: list) {
                fill(element.insertBefore(element.copy()), row: Row(list: list, values: values))
            }
            element.remove()
        } else if let field = take(.field, of: element).flatMap(DocumentField.init(rawValue:)) {
            put(field, into: element, row)
        } else {
            for child in element.children { fill(child, row: row) }
        }
    }

    private func asksWhatIsKnownLast(_ element: XMLElement) -> Bool {
        [TemplateLanguage.Directive.each, .when, .unless].contains {
            let asked = element[$0.rawValue]
            return asked == DocumentList.missing.rawValue || asked == DocumentList.clauses.rawValue
        }
    }

    private mutating func isWanted(_ element: XMLElement, _ row: Row?) -> Bool {
        if let name = take(.when, of: element), !holds(name, row) { return false }
        if let name = take(.unless, of: element), holds(name, row) { return false }
        return true
    }

    private mutating func holds(_ name: String, _ row: Row?) -> Bool {
        if let condition = DocumentCondition(rawValue: name) { return condition.holds(for: subject) }
        if let list = DocumentList(rawValue: name) {
            return !known(list).isEmpty
        }
        return DocumentField(rawValue: name).flatMap { value(of: $0, row) } != nil
    }

    /// A list that no agreement can be without has one row that asks for everything, where the share has none.
    private func rows(of list: DocumentList) -> [DocumentRow] {
        let rows = known(list)
        return rows.isEmpty && list.isRequired ? [[:]] : rows
    }

    private func known(_ list: DocumentList) -> [DocumentRow] {
        switch list {
        case .missing: gaps.sentences.map { [.missingFact: $0] }
        case .clauses:
            template.clauses.filter { standing.contains($0.name) }.map {
                [.clauseName: $0.name, .clauseTitle: $0.title, .clauseVersion: $0.version]
            }
        default: list.rows(for: subject)
        }
    }

    private mutating func value(of field: DocumentField, _ row: Row?) -> String? {
        if let row, row.list.columns.contains(field) { return row.values[field] }
        if field == .templateVersion { return template.version }
        if field == .templateTitle { return template.title }
        if let known = values[field] { return known }
        let value = field.value(for: subject)
        values[field] = value
        return value
    }

    private mutating func put(_ field: DocumentField, into element: XMLElement, _ row: Row?) {
        element.removeChildren()
        guard let value = value(of: field, row) else {
            gaps.note(field, in: row?.values[row?.list.columns.first ?? field])
            let mark = element.append("span")
            mark.set("class", to: "missing")
            mark.append(text: "[To be completed: \(field.label)]")
            return
        }
        let (text, count) = DocumentText.clean(value)
        replaced += count
        if DocumentText.runsRightToLeft(text) { element.set("dir", to: "auto") }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { element.append("br") }
            element.append(text: String(line))
        }
    }

    /// The directive's value, and the element without it.
    private func take(_ directive: TemplateLanguage.Directive, of element: XMLElement) -> String? {
        guard let value = element[directive.rawValue] else { return nil }
        element.removeAttribute(directive.rawValue)
        return value
    }

    /// Numbers the sections, lists the contents and sets the title.
    private mutating func finish(_ tree: XMLTree) -> DocumentProperties {
        SectionNumbers.write(into: tree)
        ContentsList.write(into: tree)
        let (share, count) = DocumentText.clean(subject.terms.title)
        let (reference, more) = DocumentText.clean(subject.share.reference.rawValue)
        let (marking, yetMore) = DocumentText.clean(
            template.isPublic ? "For release" : subject.marking ?? "[To be completed: the security classification]")
        replaced += count + more + yetMore
        let title = DocumentText.collapsed("\(template.title): \(share) (\(reference))")
        tree.root.descendants("title", in: XMLNamespace.xhtml.uri).first?.replaceChildren(text: title)
        return DocumentProperties(
            title: title, language: tree.root["lang"] ?? "en-GB", reference: reference, marking: marking,
            day: subject.day.description, templateVersion: template.version,
            templateDigest: subject.templateDigest ?? "", ledgerPosition: subject.ledgerPosition.map(String.init) ?? "")
    }
}
