/// A lawful basis as one side of the share relies on it.
package struct LawfulBasisCitation: Hashable, Sendable, Codable {
    /// Which article of the UK GDPR the basis answers.
    package enum Article: String, Hashable, Sendable, Codable {
        case lawfulness = "6"
        case specialCategory = "9"
        case criminalOffence = "10"
    }

    package var article: Article
    package var basis: Stated
    /// The side that relies on it; nil: every party.
    package var party: Party.Part?

    package init(_ article: Article, _ basis: Stated, party: Party.Part? = nil) {
        self.article = article
        self.basis = basis
        self.party = party
    }
}
