/// Why a person may not do something now: every reason, in words for the person who can mend it.
package struct Refusal: Error, Hashable, Sendable {
    package enum Question: String, Hashable, Sendable, Codable {
        /// May this person?
        case who
        /// Is it possible where the share stands?
        case possible
        /// Is everything there that it needs?
        case complete
    }

    package struct Reason: Hashable, Sendable, Codable {
        package var question: Question
        /// A short name that stays the same: a need's name, or `not-your-role`.
        package var rule: String
        package var says: String
        /// The field of the order that is to blame, by its name; nil where none is.
        package var field: String?
        /// The field of the share's terms that is wanting; nil where none is.
        package var wants: TermsField?

        package init(
            _ question: Question, rule: String, _ says: String, field: String? = nil, wants: TermsField? = nil
        ) {
            self.question = question
            self.rule = rule
            self.says = says
            self.field = field
            self.wants = wants
        }
    }

    package var reasons: [Reason]

    package init(_ reasons: [Reason]) {
        self.reasons = reasons
    }
}

/// What `decide` answers.
package enum Decision: Hashable, Sendable {
    case event(Event)
    case refused(Refusal)
}
