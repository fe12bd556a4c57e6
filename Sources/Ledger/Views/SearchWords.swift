/// What a person typed to search for, as the full-text index takes it: nothing of it is understood as an operator.
struct SearchWords: Hashable, Sendable {
    /// Phrases, each the beginning of words that follow one another, all of which must be met (SQLite, FTS5, section 3).
    let match: String

    /// Nil where there is no letter or digit to look for.
    init?(_ text: String) {
        let phrases = text.split(whereSeparator: \.isWhitespace)
            .filter { $0.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
        guard !phrases.isEmpty else { return nil }
        match = phrases.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"*" }.joined(separator: " ")
    }
}
