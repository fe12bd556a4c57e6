/// How an element of a page begins: its name and attributes, from closed lists, understood and written once.
final class PageTag: Sendable {
    /// All that a page can be made of.
    enum Name: String, CaseIterable, Sendable {
        case html, head, title, meta, link, body, header, nav, main, footer, section, aside, div
        case h1, h2, h3, h4
        case ul, ol, li, dl, dt, dd, p
        case table, caption, colgroup, col, thead, tbody, tr, th, td
        case a, br, em, span, strong
        // Of comparisons.
        case ins, del
        // Of charts.
        case svg, desc, text, rect
    }

    enum AttributeName: String, Sendable {
        case `class`, id, lang, dir, role
        case label = "aria-label"
        case labelledBy = "aria-labelledby"
        case href, rel, charset, name, content, scope
        // Of charts.
        case viewBox, width, height, x, y, fill
        case anchor = "text-anchor"
        case fontSize = "font-size"
    }

    struct Attribute: Hashable, Sendable {
        let name: AttributeName
        let value: String
    }

    let name: Name
    let attributes: [Attribute]
    /// The words of its class.
    let classes: [String]
    let id: String?
    /// The start tag.
    let html: Markup

    init(_ name: Name, _ attributes: [Attribute] = []) {
        self.name = name
        self.attributes = attributes
        id = attributes.first { $0.name == .id }?.value
        classes = attributes.first { $0.name == .class }?.value.split(separator: " ").map(String.init) ?? []
        var html = Markup()
        html.append("<")
        html.append(name)
        for attribute in attributes {
            html.append(" ")
            html.append(attribute.name)
            html.append("=\"")
            html.append(text: attribute.value, as: .html)
            html.append("\"")
        }
        html.append(">")
        self.html = html
    }

    convenience init(_ name: Name, _ attribute: AttributeName, _ value: String) {
        self.init(name, [Attribute(name: attribute, value: value)])
    }

    /// The tag with one attribute more; that of the same name is replaced where it stands.
    func setting(_ name: AttributeName, to value: String) -> PageTag {
        let new = Attribute(name: name, value: value)
        guard let place = attributes.firstIndex(where: { $0.name == name }) else {
            return PageTag(self.name, attributes + [new])
        }
        var attributes = attributes
        attributes[place] = new
        return PageTag(self.name, attributes)
    }

    subscript(_ name: AttributeName) -> String? { attributes.first { $0.name == name }?.value }
}

extension PageTag.Name {
    /// They have no end tag and nothing inside (HTML, section 13.1.2).
    var isVoid: Bool {
        switch self {
        case .br, .col, .link, .meta: true
        default: false
        }
    }

    /// They stand in running text.
    var isInline: Bool {
        switch self {
        case .a, .br, .em, .span, .strong: true
        default: false
        }
    }

    /// They hold running text and nothing else.
    var isTextOnly: Bool {
        switch self {
        case .a, .caption, .dt, .em, .h1, .h2, .h3, .h4, .p, .span, .strong, .title: true
        default: false
        }
    }

    /// 1…4
    var headingLevel: Int? { TemplateLanguage.headingLevel(rawValue) }
}
