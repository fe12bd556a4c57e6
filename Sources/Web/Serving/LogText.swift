import JSONValues

/// What somebody else wrote, short and escaped, so that it stays on its line of the log.
enum LogText {
    static func quoted(_ text: String) -> String {
        JSONValue.string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(120)))).compact
    }
}
