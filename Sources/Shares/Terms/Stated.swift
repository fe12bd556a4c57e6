/// Something as its source stated it, and the reference term it was understood as.
package struct Stated: Hashable, Sendable, Codable {
    /// The source text, kept as it came.
    package var text: String
    /// The identifier of a term in the reference data; nil where the text was not understood.
    package var term: String?

    package init(_ text: String, term: String? = nil) {
        self.text = text
        self.term = term
    }

    /// What tells two statements apart: the term where it is known, else the words.
    package var identity: String { term ?? "text:" + TermIndex.key(text) }
}

/// A day as its source stated it; no day where the text is not a date.
package struct StatedDay: Hashable, Sendable, Codable {
    package var text: String
    package var day: Day?

    package init(_ text: String, day: Day?) {
        self.text = text
        self.day = day
    }

    package init(_ day: Day) {
        self.init(day.description, day: day)
    }
}
