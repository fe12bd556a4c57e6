import Shares

/// Puts the values of one share into a template, as texts of a page, so that no value can become markup.
///
/// A class, as what it holds is large and would be copied at every element; it is filled once and never shared.
final class DocumentFiller {
    private let subject: DocumentSubject
    private let template: DocumentTemplate
    /// Whether only what is lacking is asked for: no page is made then.
    private let onlyGaps: Bool
    private var gaps = DocumentGaps()
    private var replaced = 0
    /// The clauses of which something stands in the document.
    private var standing: Set<String> = []
    /// Those that were asked for already; nil for what is not known.
    private var values: [DocumentField: String?] = [:]
    /// Those that were asked for already, but for what is known last.
    private var lists: [DocumentList: [DocumentRow]] = [:]

    /// Filled as far as can be before all else is known.
    private enum Draft {
        case ready([PageContent])
        case open(PageTag, [Draft])
        case waiting(TemplateElement)
    }

    /// A row with the list that it is one of.
    private struct Row {
        let list: DocumentList
        let values: DocumentRow

        /// What names it; of a basis that is not understood, how it was stated.
        func name(beside field: DocumentField) -> String? {
            values[list.columns.first ?? field] ?? values[.basisStated]
        }
    }

    static func fill(
        _ template: DocumentTemplate, for subject: DocumentSubject, stylesheet: Stylesheet
    ) -> FilledDocument {
        let filler = DocumentFiller(subject: subject, template: template, onlyGaps: false)
        let page = PageElement(template.page.tag, filler.content())
        let properties = filler.properties()
        return FilledDocument(
            page: ContentsList.write(into: SectionNumbers.number(page)).titled(properties.title),
            stylesheet: stylesheet, properties: properties,
            gaps: filler.gaps.all(in: subject),
            replacedCharacters: filler.replaced)
    }

    /// What the document would lack; the same as `fill` says, without the document.
    static func gaps(of template: DocumentTemplate, for subject: DocumentSubject) -> [DocumentGap] {
        let filler = DocumentFiller(subject: subject, template: template, onlyGaps: true)
        _ = filler.content()
        return filler.gaps.all(in: subject)
    }

    private init(subject: DocumentSubject, template: DocumentTemplate, onlyGaps: Bool) {
        self.subject = subject
        self.template = template
        self.onlyGaps = onlyGaps
    }

    private func content() -> [PageContent] {
        template.page.content.map { draft($0, row: nil) }.flatMap { settled($0) }
    }

    private func draft(_ piece: TemplateElement.Content, row: Row?) -> Draft {
        switch piece {
        case .fixed(let content): return .ready([content])
        case .element(let element):
            guard element.waits, row == nil, element.each == nil || element.asksWhatIsKnownLast else {
                return .ready(filled(element, row: row))
            }
            if element.asksWhatIsKnownLast { return .waiting(element) }
            guard isWanted(element, row) else { return .ready([]) }
            if let clause = element.clause { standing.insert(clause) }
            if element.field != nil { return .ready([.element(inside(element, row: row))]) }
            return .open(element.tag, element.content.map { draft($0, row: row) })
        }
    }

    private func settled(_ draft: Draft) -> [PageContent] {
        switch draft {
        case .ready(let content): content
        case .open(let tag, let drafts): [.element(PageElement(tag, drafts.flatMap { settled($0) }))]
        case .waiting(let element): filled(element, row: nil)
        }
    }

    /// None where it is not wanted, and many for the rows of a list.
    private func filled(_ element: TemplateElement, row: Row?) -> [PageContent] {
        guard isWanted(element, row) else { return [] }
        if let clause = element.clause { standing.insert(clause) }
        guard let list = element.each else { return kept(inside(element, row: row)) }
        return rows(of: list).flatMap { kept(inside(element, row: Row(list: list, values: $0))) }
    }

    private func kept(_ element: PageElement) -> [PageContent] {
        onlyGaps ? [] : [.element(element)]
    }

    private func inside(_ element: TemplateElement, row: Row?) -> PageElement {
        if let field = element.field { return put(field, into: element.tag, row) }
        var content: [PageContent] = []
        if !onlyGaps { content.reserveCapacity(element.content.count) }
        for piece in element.content {
            switch piece {
            case .fixed(let ready): if !onlyGaps { content.append(ready) }
            case .element(let child): content += filled(child, row: row)
            }
        }
        return PageElement(element.tag, content)
    }

    private func isWanted(_ element: TemplateElement, _ row: Row?) -> Bool {
        if let question = element.when, !holds(question, row) { return false }
        if let question = element.unless, holds(question, row) { return false }
        return true
    }

    private func holds(_ question: TemplateElement.Question, _ row: Row?) -> Bool {
        switch question {
        case .condition(let condition): condition.holds(for: subject)
        case .list(let list): !known(list).isEmpty
        case .field(let field): value(of: field, row) != nil
        }
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
        default: stated(list)
        }
    }

    private func stated(_ list: DocumentList) -> [DocumentRow] {
        if let known = lists[list] { return known }
        let rows = list.rows(for: subject)
        lists[list] = rows
        return rows
    }

    /// What is not said yet is missing, whatever stands in its place.
    private func value(of field: DocumentField, _ row: Row?) -> String? {
        stated(field, row).flatMap { Placeholder.isOne($0) ? nil : $0 }
    }

    private func stated(_ field: DocumentField, _ row: Row?) -> String? {
        if let row, row.list.columns.contains(field) { return row.values[field] }
        if field == .templateVersion { return template.version }
        if field == .templateTitle { return template.title }
        if let known = values[field] { return known }
        let value = field.value(for: subject)
        values.updateValue(value, forKey: field)
        return value
    }

    private static let missing = PageTag(.span, .class, "missing")
    private static let lineBreak = PageTag(.br)

    private func put(_ field: DocumentField, into tag: PageTag, _ row: Row?) -> PageElement {
        guard let value = value(of: field, row) else {
            gaps.note(field, in: row?.name(beside: field), of: row?.list)
            let mark = PageElement(Self.missing, text: "[To be completed: \(field.label)]")
            return PageElement(tag, [.element(mark)])
        }
        if onlyGaps { return PageElement(tag) }
        let (text, count) = DocumentText.clean(value)
        replaced += count
        let tag = DocumentText.runsRightToLeft(text) ? tag.setting(.dir, to: "auto") : tag
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return PageElement(tag, text: text) }
        var content: [PageContent] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !content.isEmpty { content.append(.element(PageElement(Self.lineBreak))) }
            content.append(.text(PageText(String(line))))
        }
        return PageElement(tag, content)
    }

    private func properties() -> DocumentProperties {
        let (share, count) = DocumentText.clean(subject.terms.title)
        let (reference, more) = DocumentText.clean(subject.share.reference.rawValue)
        let (marking, yetMore) = DocumentText.clean(
            template.isPublic ? "For release" : subject.marking ?? "[To be completed: the security classification]")
        replaced += count + more + yetMore
        let title = DocumentText.collapsed("\(template.title): \(share) (\(reference))")
        return DocumentProperties(
            title: title, language: template.page.tag[.lang] ?? "en-GB", reference: reference, marking: marking,
            day: subject.day.description, templateVersion: template.version,
            templateDigest: subject.templateDigest ?? "", ledgerPosition: subject.ledgerPosition.map(String.init) ?? "")
    }
}

extension PageElement {
    /// The page with that title.
    fileprivate func titled(_ title: String) -> PageElement {
        replacing { head in
            guard head.name == .head else { return nil }
            return head.replacing { $0.name == .title ? PageElement($0.tag, text: title) : nil }
        } ?? self
    }
}
