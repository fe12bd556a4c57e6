/// The elements that pages are made of; what is not here cannot be sent (no `script`, no `iframe`).
package enum Element: String, Sendable {
    case html, head, body, title, meta, link
    case header, nav, main, footer, section, aside, div, span
    case h1, h2, h3, h4, p, a, strong, small, code, time, br, hr
    case ul, ol, li, dl, dt, dd
    case table, caption, thead, tbody, tr, th, td
    case form, label, input, textarea, select, option, button, fieldset, legend
    case details, summary
    // Of SVG, for charts.
    case svg, rect, path, text

    /// Without content and end tag.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .br, .hr, .input: true
        default: false
        }
    }

    /// Followed by a line end, so that a page can be read and compared line by line.
    var isBlock: Bool {
        switch self {
        case .a, .span, .text, .strong, .small, .code, .time, .br, .label, .option, .th, .td, .button, .textarea: false
        default: true
        }
    }
}

/// An element with its content: `tag(.p, .class("hint")) { text }`.
func tag(_ element: Element, _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { HTML() }) -> HTML {
    HTML(element, attributes.compactMap { $0 }, content: content())
}
