package import Shares

/// What somebody wants a key for.
package struct APIKeyWish: Hashable, Sendable {
    /// What it is for: 1 to 100 characters.
    package var name: String
    /// The id of the person for whom it acts; nil: an organisation.
    package var person: PersonID?
    /// The organisation for which it acts, by its identifier or any of its names; nil: a person.
    package var organisation: String?
    package var scopes: [APIScope]
    /// The last day on which it is good.
    package var last: Day

    package init(
        name: String, person: PersonID? = nil, organisation: String? = nil, scopes: [APIScope], last: Day
    ) {
        self.name = name
        self.person = person
        self.organisation = organisation
        self.scopes = scopes
        self.last = last
    }

    /// How long a key may be good, in days.
    package static let longest = 366
    /// So many that are good may a person or an organisation have at a time.
    package static let most = 20
}

/// A key that was just made: the secret is told this once.
package struct MadeAPIKey: Hashable, Sendable, Codable {
    package var number: Int
    /// The `client_id` of OAuth 2.0.
    package var client: String
    /// Begins with `concordat_`, so that programs that look for secrets in files find it. Empty where it was told before: it is
    /// kept nowhere.
    package var secret = ""

    private enum CodingKeys: CodingKey {
        case number, client
    }
}
