/// What a program may do with an API key: a scope of OAuth 2.0 (RFC 6749, section 3.3). It never adds to what the holder may.
package enum APIScope: String, CaseIterable, Hashable, Sendable, Codable {
    case readShares = "shares:read"
    case readManifests = "manifests:read"
    case readReceipts = "receipts:read"
    case acknowledge = "receipts:write"
    case readWebhooks = "webhooks:read"
    case propose = "proposals:write"
    case act = "commands:write"

    /// Whether something is done with it in the name of the holder, and not only read.
    package var isChange: Bool { [.acknowledge, .propose, .act].contains(self) }

    package var says: String {
        switch self {
        case .readShares: "Read shares: terms, standing, history, questions"
        case .readManifests: "Read signed manifests and the feeds of their changes"
        case .readReceipts: "Read what waits for a receipt, and receipts"
        case .acknowledge: "Acknowledge manifests"
        case .readWebhooks: "Read webhooks and their log"
        case .propose: "Propose shares and answer questions"
        case .act: "Give commands to shares"
        }
    }
}

/// For whom a key acts, with exactly the reach and the roles that they have at the moment.
package enum APIKeyHolder: Hashable, Sendable {
    case person(PersonID)
    /// A partner, by its identifier: the key acts as somebody of it would who has the role of a partner.
    case organisation(String)
}
