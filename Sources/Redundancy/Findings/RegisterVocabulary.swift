/// What a register says that the reference data does not have, and what the register itself showed that to mean.
package struct RegisterVocabulary: Hashable, Sendable {
    package enum Field: String, Hashable, Sendable, CaseIterable {
        case organisation, item, subject, gateway
    }

    /// Words that were not recognised.
    package struct Unrecognised: Hashable, Sendable {
        package let field: Field
        package let text: String
        /// In how many shares.
        package let count: Int
    }

    /// Two names that the register uses for one thing, for a steward to confirm.
    package struct Synonym: Hashable, Sendable {
        package let field: Field
        package let text: String
        package let meaning: String
        /// How many flows showed it.
        package let votes: Double
        /// How likely it is, 0…1; used in scoring as it stands.
        package let likelihood: Double
    }

    /// The most frequent first.
    package internal(set) var unrecognised: [Unrecognised] = []
    /// The most certain first.
    package internal(set) var synonyms: [Synonym] = []
}
