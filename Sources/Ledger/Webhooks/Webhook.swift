internal import GRDB
package import Shares

/// An address of a partner's to which it is told what was issued to it, and how far that has come.
///
/// What was issued is in the record, in order, so that a number says how far: everything after `through` is still to be told.
package struct Webhook: Hashable, Sendable, Codable {
    package var number: Int
    /// The partner, by its identifier.
    package var organisation: String
    package var address: String
    /// The last issue that it took, by its number.
    package var through: Int
    /// How often the next one was tried.
    package var attempts: Int
    /// When the first of these attempts was.
    package var failingSince: Instant?
    /// Nothing is tried before.
    package var nextAttempt: Instant
    /// Why the last attempt failed.
    package var fault: String?
    /// It failed for too long: nothing is tried until somebody says so.
    package var isHeld: Bool
    /// Whether it took anything yet: until then `through` says only from where on it is told.
    package var isTold: Bool

    init(_ row: Row) {
        number = row["number"]
        organisation = row["organisation"]
        address = row["address"]
        through = row["through"]
        attempts = row["attempts"]
        failingSince = (row["failing_since"] as Int64?).map { Instant(milliseconds: $0) }
        nextAttempt = Instant(milliseconds: row["next_attempt"])
        fault = row["fault"]
        isHeld = row["held"]
        isTold = row["told"]
    }
}

/// One attempt to tell a partner of something.
package struct WebhookAttempt: Hashable, Sendable {
    /// Counts from 1, over all webhooks.
    package var number: Int
    /// What it was about, by the number of the issue.
    package var issue: Int
    package var at: String
    /// Nil where it was taken.
    package var fault: String?
}

extension LedgerReader {
    private static let webhooks = """
        SELECT webhook.*, EXISTS (SELECT 1 FROM webhook_attempt AS attempt
        WHERE attempt.webhook = webhook.number AND attempt.fault IS NULL) AS told FROM webhook
        """

    package func webhooks() throws -> [Webhook] {
        try Row.fetchAll(database, sql: "\(Self.webhooks) ORDER BY number").map { Webhook($0) }
    }

    package func webhook(_ number: Int) throws -> Webhook? {
        try Row.fetchOne(database, sql: "\(Self.webhooks) WHERE number = ?", arguments: [number])
            .map { Webhook($0) }
    }

    /// The attempts of a webhook, newest first, of those before a number.
    package func attempts(of webhook: Int, before number: Int? = nil, limit: Int) throws -> [WebhookAttempt] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT number, issue, at, fault FROM webhook_attempt WHERE webhook = ? AND number < ?
                ORDER BY number DESC LIMIT ?
                """,
            arguments: [webhook, number ?? .max, limit]
        ).map { WebhookAttempt(number: $0["number"], issue: $0["issue"], at: $0["at"], fault: $0["fault"]) }
    }
}
