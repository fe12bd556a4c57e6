import Foundation
internal import GRDB
package import Shares
package import Workflows

extension LedgerWriter {
    /// Keeps a new key with the SHA-256 of what proves it, and records it; gives its number.
    package func addAPIKey(
        named name: String, for holder: APIKeyHolder, scopes: [APIScope], last: Day, digest: [UInt8],
        at moment: Instant, by actor: PersonID, role: RoleName
    ) throws -> Int {
        var person: String?
        var organisation: String?
        switch holder {
        case .person(let id): person = id.rawValue
        case .organisation(let id): organisation = id
        }
        try database.execute(
            sql: """
                INSERT INTO api_key (digest, name, person, organisation, scopes, made, made_by, last_day)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(digest), name, person, organisation, scopes.text, moment.description, actor.rawValue,
                last.description,
            ])
        let number = Int(database.lastInsertedRowID)
        let key = AccessChange.Key(number: number, name: name, holder: holder, scopes: scopes, last: last)
        try append(AccessChange.keyMade(key), to: .access, at: moment, actor: actor, role: role)
        return number
    }

    /// From now on the key is good for nothing, nor is what was given for it.
    package func revokeAPIKey(_ number: Int, at moment: Instant, by actor: PersonID, role: RoleName) throws {
        try database.execute(
            sql: "UPDATE api_key SET revoked = ?, revoked_by = ? WHERE number = ?",
            arguments: [moment.description, actor.rawValue, number])
        try database.execute(sql: "DELETE FROM access_token WHERE key = ?", arguments: [number])
        try append(AccessChange.keyRevoked(number), to: .access, at: moment, actor: actor, role: role)
    }

    package func noteUse(ofAPIKey number: Int, at moment: Instant) throws {
        try database.execute(
            sql: "UPDATE api_key SET used = ? WHERE number = ?", arguments: [moment.milliseconds, number])
    }

    /// Keeps a token, and forgets those that have ended.
    package func keep(_ token: AccessToken, at now: Instant) throws {
        try database.execute(sql: "DELETE FROM access_token WHERE ends <= ?", arguments: [now.milliseconds])
        try database.execute(
            sql: "INSERT INTO access_token (digest, key, scopes, ends) VALUES (?, ?, ?, ?)",
            arguments: [Data(token.digest), token.key, token.scopes.text, token.ends.milliseconds])
    }
}
