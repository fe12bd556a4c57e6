import Foundation
internal import GRDB
import Shares

extension LedgerReader {
    /// All keys, also those that are good no more, in the order of their numbers.
    package func apiKeys() throws -> [APIKey] {
        try Row.fetchAll(database, sql: "SELECT * FROM api_key ORDER BY number").compactMap { APIKey($0) }
    }

    package func apiKey(_ number: Int) throws -> APIKey? {
        try Row.fetchOne(database, sql: "SELECT * FROM api_key WHERE number = ?", arguments: [number])
            .flatMap { APIKey($0) }
    }

    /// The key that a program proved to hold, by the SHA-256 of it.
    package func apiKey(digest: [UInt8]) throws -> APIKey? {
        // Asked with each request of a program, as the next one is.
        let statement = try database.cachedStatement(sql: "SELECT * FROM api_key WHERE digest = ?")
        return try Row.fetchOne(statement, arguments: [Data(digest)]).flatMap { APIKey($0) }
    }

    package func accessToken(digest: [UInt8]) throws -> AccessToken? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM access_token WHERE digest = ?")
        return try Row.fetchOne(statement, arguments: [Data(digest)]).map { row in
            AccessToken(
                digest: digest, key: row["key"], scopes: APIScope.read(row["scopes"] as String),
                ends: Instant(milliseconds: row["ends"]))
        }
    }
}
