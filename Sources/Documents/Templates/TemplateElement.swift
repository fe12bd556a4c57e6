import XMLTrees

/// An element of a template, understood once: what is the same for every share is ready to stand in its page.
final class TemplateElement: Sendable {
    /// What `data-if` and `data-unless` ask.
    enum Question: Sendable {
        case condition(DocumentCondition)
        case list(DocumentList)
        case field(DocumentField)

        init?(_ name: String) {
            if let condition = DocumentCondition(rawValue: name) {
                self = .condition(condition)
            } else if let list = DocumentList(rawValue: name) {
                self = .list(list)
            } else if let field = DocumentField(rawValue: name) {
                self = .field(field)
            } else {
                return nil
            }
        }
    }

    enum Content: Sendable {
        /// The same for every share.
        case fixed(PageContent)
        case element(TemplateElement)
    }

    let tag: PageTag
    let when: Question?
    let unless: Question?
    /// The clause of the library that brought it.
    let clause: String?
    let each: DocumentList?
    let field: DocumentField?
    let content: [Content]
    /// Whether it is about what is missing or which clauses there are, which is known when all else is.
    let asksWhatIsKnownLast: Bool
    /// Whether it, or an element inside it, asks that.
    let waits: Bool

    /// Throws where an element can be no part of a page.
    init(_ element: XMLElement) throws(XMLFaults) {
        func directive(_ directive: TemplateLanguage.Directive) -> String? { element[directive.rawValue] }
        tag = try PageTag(element, leavingOut: Self.directives)
        when = directive(.when).flatMap(Question.init)
        unless = directive(.unless).flatMap(Question.init)
        clause = directive(.clause)
        each = directive(.each).flatMap(DocumentList.init(rawValue:))
        field = directive(.field).flatMap(DocumentField.init(rawValue:))
        var content: [Content] = []
        for piece in element.content {
            switch piece {
            case .text(let text): content.append(.fixed(.text(PageText(text))))
            case .element(let child):
                let child = try TemplateElement(child)
                content.append(child.fixed.map { .fixed(.element($0)) } ?? .element(child))
            }
        }
        self.content = content
        asksWhatIsKnownLast =
            Self.isKnownLast(each)
            || [when, unless].contains { question in
                if case .list(let list) = question { Self.isKnownLast(list) } else { false }
            }
        waits =
            asksWhatIsKnownLast
            || content.contains { piece in
                if case .element(let child) = piece { child.waits } else { false }
            }
    }

    /// Nil where a share may change anything about it.
    private var fixed: PageElement? {
        guard when == nil, unless == nil, clause == nil, each == nil, field == nil else { return nil }
        var fixed: [PageContent] = []
        for piece in content {
            guard case .fixed(let ready) = piece else { return nil }
            fixed.append(ready)
        }
        return PageElement(tag, fixed)
    }

    private static let directives = Set(TemplateLanguage.Directive.allCases.map(\.rawValue))

    private static func isKnownLast(_ list: DocumentList?) -> Bool { list == .missing || list == .clauses }
}
