/// What people write where they have nothing to say yet.
package enum Placeholder {
    /// Whether the text says only that something will be said, or nothing at all: `TBC`, `to be agreed`, `?`, `-`, `n/a`.
    package static func isOne(_ text: String) -> Bool {
        // The longest of them is short: nothing else is looked at closely.
        guard text.utf8.count < 40 else { return false }
        let key = TermIndex.key(text)
        return key.isEmpty ? text.unicodeScalars.allSatisfy(signs.contains) : words.contains(key)
    }

    private static let signs: Set<Unicode.Scalar> = ["?", "-", "–", "—", ".", "…", "_", "*", "/", " "]

    /// In the place of a date too.
    static let ofAnything: Set<String> = [
        "tbc", "tbd", "tba", "t b c", "t b d", "t b a", "to be confirmed", "to be determined", "to be agreed", "na",
        "n a",
        "not applicable", "not known", "unknown",
    ]

    private static let words = ofAnything.union([
        "to be completed", "to be advised", "to be decided", "to be provided", "to be added", "to follow", "to do",
        "todo", "pending", "not yet known", "not stated", "not yet agreed", "blank", "xx", "xxx", "xxxx",
    ])
}
