/// One thing that makes a data protection impact assessment necessary, alone or together with others.
package struct ScreeningTrigger: Term, Hashable {
    package static let file = "screening-triggers.json"
    package static let array = "triggers"

    package enum List: String, Hashable, Sendable, Decodable {
        /// Article 35(3): an assessment is always required.
        case article = "article-35-3"
        /// The Commissioner's list under Article 35(4).
        case ico
        /// The criteria of WP248: two or more usually require one.
        case criteria = "wp248"
    }

    package let id: String
    package let list: List
    package let name: String
    /// The question that finds out.
    package let asks: String
    /// On the Commissioner's list: counts only together with a criterion of WP248.
    package let needsAnother: Bool?
    /// The criterion of WP248 that says the same, and is therefore not another.
    package let sameAs: String?

    package var spellings: [String] { [name, id] }
}

/// A field of the terms whose change makes the assessment be looked at again.
package struct ReassessmentField: Decodable, Hashable, Sendable {
    package static let file = "reassessment-fields.json"
    package static let array = "fields"

    package let field: TermsField
}
