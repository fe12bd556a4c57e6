/// What a program may do with an API key: a scope of OAuth 2.0 (RFC 6749, section 3.3). It never adds to what the holder may.
package enum APIScope: String, CaseIterable, Hashable, Sendable, Codable {
    case readShares = "shares:read"
    case readPortfolio = "portfolio:read"
    case readManifests = "manifests:read"
    case readReceipts = "receipts:read"
    case acknowledge = "receipts:write"
    case readWebhooks = "webhooks:read"
    case writeWebhooks = "webhooks:write"
    case propose = "proposals:write"
    case act = "commands:write"
    case decide = "decisions:write"
    case readOffice = "office:read"
    case runOffice = "office:write"
    case readAudit = "audit:read"
    case readSettings = "settings:read"
    case writeSettings = "settings:write"

    /// Whether something is done with it in the name of the holder, and not only read.
    package var isChange: Bool { rawValue.hasSuffix(":write") }

    package var says: String {
        switch self {
        case .readShares: "Read shares: terms, standing, history, versions, questions, documents"
        case .readPortfolio: "Read my work, the report, the board, the map, data in use and redundant shares"
        case .readManifests: "Read signed manifests and the feeds of their changes"
        case .readReceipts: "Read what waits for a receipt, and receipts"
        case .acknowledge: "Acknowledge manifests"
        case .readWebhooks: "Read webhooks and their log"
        case .writeWebhooks: "Add, remove and hold webhooks, and have them tried again"
        case .propose: "Propose shares and answer questions"
        case .act: "Give commands to shares"
        case .decide: "Decide about redundant shares"
        case .readOffice: "Read people, the outbox, reference data and workflows"
        case .runOffice: "Change people, hand over work, import registers, try templates and workflows"
        case .readAudit: "Read the record, verify it, and take evidence away"
        case .readSettings: "Read views, absences and API keys"
        case .writeSettings: "Keep views, let somebody act while away, and revoke API keys"
        }
    }
}

/// For whom a key acts, with exactly the reach and the roles that they have at the moment.
package enum APIKeyHolder: Hashable, Sendable, Codable {
    case person(PersonID)
    /// A partner, by its identifier: the key acts as somebody of it would who has the role of a partner.
    case organisation(String)
}
