import Shares

/// The security marking at the head and foot of every printed page, in the boxes of the page's margin (CSS Paged Media
/// Module Level 3, section 4), where it cannot cover text.
///
/// A browser without such boxes still prints the marking where the document has it: at its own head and foot.
enum RunningMarking {
    /// The margin has room for a marking and not for a text: so many scalars, the last an ellipsis where there were more.
    private static let limit = 151

    /// The element `style` with the rules.
    static func html(_ marking: String) -> Markup {
        let box =
            "{ content: \(string(DocumentText.collapsed(marking).shortened(to: limit))); font-size: 9pt; font-weight: bold; }"
        return Markup(rules: "@page { @top-center \(box) @bottom-center \(box) }\n")
    }

    /// A string of CSS (CSS Syntax Module Level 3, section 4.3.7): all but letters, digits and spaces of ASCII is escaped by
    /// its number, so that nothing can end the string or the element.
    private static func string(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "A"..."Z", "a"..."z", "0"..."9", " ": return String(scalar)
            default:
                let number = String(scalar.value, radix: 16, uppercase: true)
                return "\\" + String(repeating: "0", count: 6 - number.count) + number
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
