/// Puts markup together as it is written; a `String` among it is text and is escaped.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ html: HTML) -> HTML { html }
    package static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    package static func buildExpression(_ component: some Component) -> HTML { component.html }

    package static func buildBlock(_ parts: HTML...) -> HTML { joined(parts) }
    package static func buildArray(_ parts: [HTML]) -> HTML { joined(parts) }
    package static func buildOptional(_ part: HTML?) -> HTML { part ?? HTML() }
    package static func buildEither(first part: HTML) -> HTML { part }
    package static func buildEither(second part: HTML) -> HTML { part }

    private static func joined(_ parts: [HTML]) -> HTML {
        if parts.count == 1 { return parts[0] }
        var html = HTML()
        html.reserve(parts.reduce(0) { $0 + $1.bytes.count })
        for part in parts { html.append(part) }
        return html
    }
}

/// A pattern of the design system, such as a summary list, that has one form on every page.
package protocol Component {
    var html: HTML { get }
}

extension HTML {
    /// One after the other.
    static func + (left: HTML, right: HTML) -> HTML {
        var html = left
        html.append(right)
        return html
    }
}
