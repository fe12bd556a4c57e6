import XMLTrees

/// What templates are written in: a small part of XHTML, and the attributes that values enter by.
///
/// Small, because every element has to mean the same in HTML, in ODT and to a screen reader.
enum TemplateLanguage {
    static let elements: Set<String> = Set(
        ["html", "head", "title", "meta", "link", "body", "header", "nav", "main", "footer", "section", "aside", "div"]
    ).union(["h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "p"])
        .union(["table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td"])
        .union(inline)

    /// They stand in running text.
    static let inline = Set(PageTag.Name.allCases.filter(\.isInline).map(\.rawValue))

    /// They hold running text and nothing else: a browser would close them before a block.
    static let textOnly = Set(PageTag.Name.allCases.filter(\.isTextOnly).map(\.rawValue))

    /// What may stand directly inside, where that is not free.
    static let insides: [String: Set<String>] = [
        "html": ["head", "body"], "head": ["link", "meta", "title"], "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"],
        "table": ["caption", "colgroup", "thead", "tbody"], "colgroup": ["col"], "thead": ["tr"], "tbody": ["tr"],
        "tr": ["th", "td"],
    ]

    static let attributes: Set<String> = ["class", "id", "lang", "aria-label", "aria-labelledby"]

    /// Attributes that single elements have beside those.
    static let ownAttributes: [String: Set<String>] = [
        "a": ["href"], "link": ["rel", "href"], "meta": ["charset", "name", "content"], "th": ["scope"],
    ]

    /// Where nothing stands inside, a screen reader has nothing to say.
    static let neverEmpty: Set<String> = ["h1", "h2", "h3", "h4", "caption", "th", "dt", "a", "ul", "ol"]

    /// Classes that the program understands, beside those that the stylesheet has rules for.
    static let understoodClasses: Set<String> = [
        "annex", "guidance", "line", "marking", "narrow", "note", "numbered", signature, "step", "subtitle", "term",
        "wide",
    ]

    /// The class of a place where a party signs.
    static let signature = "signature"

    static func classes(of element: XMLElement) -> [String] {
        element["class"]?.split(separator: " ").map(String.init) ?? []
    }

    /// The ids in the same document that its link or label names.
    static func targets(of element: XMLElement) -> [String] {
        let link = element["href"].flatMap {
            $0.utf8.first == UInt8(ascii: "#") ? String($0.unicodeScalars.dropFirst()) : nil
        }
        return [link].compactMap { $0 } + (element["aria-labelledby"]?.split(separator: " ").map(String.init) ?? [])
    }

    /// Whether it is the place of the list of contents, which is written anew in every document.
    static func isContents(_ element: XMLElement) -> Bool { element.name == "nav" && element["id"] == "contents" }

    /// The attributes that values enter by.
    enum Directive: String, CaseIterable {
        case field = "data-field"
        case each = "data-each"
        case when = "data-if"
        case unless = "data-unless"
        case clause = "data-clause"
    }

    /// Whether a value or a clause takes the place of its sample text.
    static func isFilled(_ element: XMLElement) -> Bool {
        element[Directive.field.rawValue] != nil || element[Directive.clause.rawValue] != nil
    }

    /// The stylesheet that every template links to, so that it looks the same in a browser as when it is filled.
    static let stylesheet = "document.css"

    static func headingLevel(_ name: String) -> Int? {
        switch name {
        case "h1": 1
        case "h2": 2
        case "h3": 3
        case "h4": 4
        default: nil
        }
    }
}
