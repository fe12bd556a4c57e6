import Foundation
internal import GRDB
package import Shares

extension LedgerReader {
    package func account(of person: PersonID) throws -> Account? {
        try Row.fetchOne(database, sql: "SELECT * FROM account WHERE person = ?", arguments: [person.rawValue])
            .map { row in
                Account(
                    person: PersonID(row["person"] as String), verifier: row["verifier"],
                    changed: Instant(milliseconds: row["changed"]))
            }
    }

    /// Whether anybody can sign in at all.
    package func hasAccounts() throws -> Bool {
        try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM account)") ?? false
    }

    package func session(tokenDigest: [UInt8]) throws -> StoredSession? {
        // Asked with each request.
        let statement = try database.cachedStatement(sql: "SELECT * FROM session WHERE token = ?")
        return try Row.fetchOne(statement, arguments: [Data(tokenDigest)]).map { row in
            StoredSession(
                tokenDigest: Array(row["token"] as Data), person: PersonID(row["person"] as String),
                formToken: row["form_token"], began: Instant(milliseconds: row["began"]),
                used: Instant(milliseconds: row["used"]))
        }
    }

    /// When signing in failed since a moment, oldest first: as a person, from an address, or both.
    package func failedSignIns(
        as person: PersonID? = nil, from address: String? = nil, since moment: Instant
    ) throws -> [Instant] {
        try Int64.fetchAll(
            database,
            sql: """
                SELECT at FROM failed_sign_in WHERE at > ? \(person == nil ? "" : "AND person = ?")
                    \(address == nil ? "" : "AND address = ?") ORDER BY at
                """,
            arguments: [moment.milliseconds] + StatementArguments([person?.rawValue, address].compactMap { $0 })
        ).map { Instant(milliseconds: $0) }
    }
}
