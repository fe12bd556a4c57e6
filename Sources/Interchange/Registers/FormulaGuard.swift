/// Keeps spreadsheet programs from running a cell as a formula (OWASP, "CSV Injection").
///
/// A cell whose first character, after white space and apostrophes, could begin a formula is written with an apostrophe
/// before it, which spreadsheets read as "this is text". `undone` takes exactly that apostrophe off again, so that nothing
/// changes between an export and its import.
package enum FormulaGuard {
    package static func applied(to text: String) -> String {
        isDangerous(text.unicodeScalars[...]) ? "'" + text : text
    }

    package static func undone(in text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'") else { return text }
        let rest = text.unicodeScalars.dropFirst()
        return isDangerous(rest) ? String(rest) : text
    }

    private static func isDangerous(_ text: Substring.UnicodeScalarView) -> Bool {
        for scalar in text {
            switch scalar {
            case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
            case "\t", "\r": return true
            case "'": continue
            default:
                guard scalar.properties.isWhitespace else { return false }
            }
        }
        return false
    }
}
