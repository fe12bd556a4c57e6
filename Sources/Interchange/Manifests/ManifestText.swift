internal import XMLTrees

/// Texts as a manifest holds them, so that JSON and XML can both say them.
enum ManifestText {
    /// The text with U+FFFD for what XML 1.0 cannot hold; nil for an empty one.
    static func optional(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return XMLText.allowed(text).text
    }

    /// The same for a text that must be there: where it is empty the schemas refuse it.
    static func required(_ text: String) -> String {
        XMLText.allowed(text).text
    }
}
