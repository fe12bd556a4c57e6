import Foundation
internal import GRDB
package import Shares
import Workflows

extension LedgerWriter {
    /// Adds one that is told of what is issued from now on, after the issue of that number; nil where the partner has it already.
    package func addWebhook(
        of organisation: String, to address: String, after issue: Int, at now: Instant, by person: PersonID
    ) throws -> Int? {
        let known = try Int.fetchOne(
            database, sql: "SELECT number FROM webhook WHERE organisation = ? AND address = ?",
            arguments: [organisation, address])
        guard known == nil else { return nil }
        try database.execute(
            sql: "INSERT INTO webhook (organisation, address, added, added_by, through) VALUES (?, ?, ?, ?, ?)",
            arguments: [organisation, address, now.description, person.rawValue, issue])
        return Int(database.lastInsertedRowID)
    }

    /// Forgets one and its attempts; false where there is none.
    package func removeWebhook(_ number: Int) throws -> Bool {
        try database.execute(sql: "DELETE FROM webhook WHERE number = ?", arguments: [number])
        return database.changesCount > 0
    }

    /// Whether one that was held, or that waits for another attempt, is tried at once as if it were new.
    package func retryWebhook(_ number: Int) throws -> Bool {
        try database.execute(
            sql: """
                UPDATE webhook SET attempts = 0, failing_since = NULL, next_attempt = 0, held = 0, fault = NULL
                WHERE number = ? AND (attempts > 0 OR held = 1)
                """, arguments: [number])
        return database.changesCount > 0
    }

    /// Whether one that was not held is from now on; a message on its way is the last.
    package func holdWebhook(_ number: Int, saying why: String) throws -> Bool {
        try database.execute(
            sql: "UPDATE webhook SET held = 1, claim = NULL, fault = ? WHERE number = ? AND held = 0",
            arguments: [why, number])
        return database.changesCount > 0
    }

    /// Keeps everybody else from sending until a moment. The attempt counts from here, so that one on which the program ends
    /// is not tried for ever.
    package func claim(_ webhook: Webhook, by claim: [UInt8], at now: Instant, until end: Instant) throws {
        try database.execute(
            sql: """
                UPDATE webhook SET claim = ?, next_attempt = ?, attempts = attempts + 1,
                    failing_since = coalesce(failing_since, ?)
                WHERE number = ?
                """, arguments: [Data(claim), end.milliseconds, now.milliseconds, webhook.number])
    }

    /// Notes that an issue was taken. One that was held meanwhile stays held: it has no claim.
    package func settle(_ webhook: Webhook, took issue: Int, at now: Instant) throws {
        try log(webhook, issue, nil, at: now)
        try database.execute(
            sql: """
                UPDATE webhook SET through = max(through, ?), attempts = 0, failing_since = NULL, next_attempt = 0,
                    fault = CASE WHEN claim IS NULL THEN fault END, held = CASE WHEN claim IS NULL THEN held ELSE 0 END,
                    claim = NULL
                WHERE number = ?
                """, arguments: [issue, webhook.number])
    }

    /// Notes that an issue was not taken: it is tried again at the moment given, or held where there is none. Only whoever holds
    /// the claim says so.
    package func settle(
        _ webhook: Webhook, claim: [UInt8], failed issue: Int, why fault: String, next: Instant?, at now: Instant
    ) throws {
        try log(webhook, issue, fault, at: now)
        try database.execute(
            sql: """
                UPDATE webhook SET next_attempt = ?, claim = NULL, fault = ?, held = ?
                WHERE number = ? AND claim = ? AND through < ?
                """,
            arguments: [next?.milliseconds ?? 0, fault, next == nil, webhook.number, Data(claim), issue])
    }

    private func log(_ webhook: Webhook, _ issue: Int, _ fault: String?, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO webhook_attempt (webhook, issue, at, fault)
                SELECT number, ?, ?, ? FROM webhook WHERE number = ?
                """, arguments: [issue, now.description, fault, webhook.number])
    }
}
