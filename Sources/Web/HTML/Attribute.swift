/// An attribute of an element; its value is escaped when it is written.
package struct Attribute: Sendable {
    /// The attributes that take any text; addresses are not among them.
    package enum Name: String, Sendable {
        case accept, autocomplete, charset, content, datetime, enctype, `for`, lang, maxlength, method, name, rel, role,
            rows, tabindex,
            type
        case value
        // Of SVG.
        case d, height, preserveAspectRatio, viewBox, width, x, y
        case strokeWidth = "stroke-width"
        case textAnchor = "text-anchor"
        case ariaCurrent = "aria-current"
        case ariaDescribedBy = "aria-describedby"
        case ariaHidden = "aria-hidden"
        case ariaInvalid = "aria-invalid"
        case ariaLabel = "aria-label"
        case ariaLabelledBy = "aria-labelledby"
    }

    let name: String
    /// Nil: the attribute stands alone, as `open`.
    let value: String?

    private init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    package static func with(_ name: Name, _ value: String) -> Attribute { Attribute(name.rawValue, value) }

    static let autofocus = Attribute("autofocus", nil)
    static let selected = Attribute("selected", nil)
    static let checked = Attribute("checked", nil)
    static let columnScope = Attribute("scope", "col")
    static let rowScope = Attribute("scope", "row")

    static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
    static func id(_ value: String) -> Attribute { Attribute("id", value) }
    static func href(_ link: Link) -> Attribute { Attribute("href", link.text) }
    static func action(_ link: Link) -> Attribute { Attribute("action", link.text) }
}

/// An address within these pages: only a route, or a place on the same page, makes one.
package struct Link: Hashable, Sendable {
    package let text: String

    init(_ route: Route) { text = route.path }

    /// A place on another page, by the id of an element.
    init(_ route: Route, at id: String) { text = route.path + "#" + id }

    /// A place on the same page, by the id of an element.
    init(toID id: String) { text = "#" + id }
}
