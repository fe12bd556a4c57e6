/// What is wanting of a fact, for the person who can mend it.
package struct Shortfall: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// One sentence, which names a field as commands take it: `give data_items`.
    package var says: String
    /// The field of the terms that is to be given; nil where none is.
    package var wants: TermsField?

    package init(_ says: String, wants: TermsField? = nil) {
        self.says = says
        self.wants = wants
    }

    package init(stringLiteral says: String) { self.init(says) }
}
