internal import GRDB
package import Shares

/// A key with which a program proves for whom it acts. What it is checked against is kept beside it and never told.
package struct APIKey: Hashable, Sendable, Codable {
    /// Counts from 1; the program's name is made of it.
    package var number: Int
    /// What it is for, in the words of whoever made it.
    package var name: String
    package var holder: APIKeyHolder
    package var scopes: [APIScope]
    package var made: Instant
    package var madeBy: PersonID
    /// The last day on which it is good.
    package var last: Day
    package var revoked: Instant?
    package var revokedBy: PersonID?
    /// When it was last used, to the minute.
    package var used: Instant?

    /// Who acted, as the record names it, and the `client_id` of OAuth 2.0. No person can have such an id.
    package var actor: PersonID { PersonID("key_\(number)") }

    package func isGood(on day: Day) -> Bool { revoked == nil && day <= last }

    init?(_ row: Row) {
        guard let made = Instant(rfc3339: row["made"] as String), let last = Day(iso: row["last_day"] as String) else {
            return nil
        }
        number = row["number"]
        name = row["name"]
        let person: String? = row["person"]
        holder = person.map { .person(PersonID($0)) } ?? .organisation(row["organisation"] as String? ?? "")
        scopes = APIScope.read(row["scopes"] as String)
        self.made = made
        madeBy = PersonID(row["made_by"] as String)
        self.last = last
        revoked = (row["revoked"] as String?).flatMap { Instant(rfc3339: $0) }
        revokedBy = (row["revoked_by"] as String?).map { PersonID($0) }
        used = (row["used"] as Int64?).map { Instant(milliseconds: $0) }
    }
}

extension APIScope {
    /// Scopes with spaces between them (RFC 6749, section 3.3); what is not known is left aside.
    static func read(_ text: String) -> [APIScope] {
        text.split(separator: " ").compactMap { APIScope(rawValue: String($0)) }
    }
}

extension [APIScope] {
    /// With spaces between them, in the order in which scopes are listed.
    package var text: String { APIScope.allCases.filter(contains).map(\.rawValue).joined(separator: " ") }
}

/// What a program was given for its key, for a short time (RFC 6749, section 5.1).
package struct AccessToken: Hashable, Sendable {
    /// SHA-256 of the token that the program holds.
    package var digest: [UInt8]
    /// The number of the key.
    package var key: Int
    package var scopes: [APIScope]
    package var ends: Instant

    package init(digest: [UInt8], key: Int, scopes: [APIScope], ends: Instant) {
        self.digest = digest
        self.key = key
        self.scopes = scopes
        self.ends = ends
    }
}
