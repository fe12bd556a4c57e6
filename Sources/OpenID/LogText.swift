import JSONValues

/// What somebody else wrote, short and escaped, so that it stays on its line of the log.
package enum LogText {
    package static func quoted(_ text: String) -> String {
        JSONValue.string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(80)))).compact
    }
}
