import Foundation
internal import GRDB
package import Shares

/// A program's request that was done, under the key that it chose: beside the record, because it is forgotten.
package struct RequestDone: Hashable, Sendable {
    package var person: PersonID
    package var key: String
    /// SHA-256 of what was asked for.
    package var digest: [UInt8]
    /// The event that came of it.
    package var share: ShareReference
    package var version: Int
    package var at: Instant

    package init(
        person: PersonID, key: String, digest: [UInt8], share: ShareReference, version: Int, at: Instant
    ) {
        self.person = person
        self.key = key
        self.digest = digest
        self.share = share
        self.version = version
        self.at = at
    }
}

extension LedgerReader {
    package func requestDone(by person: PersonID, key: String) throws -> RequestDone? {
        try Row.fetchOne(
            database, sql: "SELECT * FROM request_done WHERE person = ? AND key = ?",
            arguments: [person.rawValue, key]
        ).map { row in
            RequestDone(
                person: person, key: key, digest: Array(row["digest"] as Data),
                share: ShareReference(row["share"] as String), version: row["version"],
                at: Instant(milliseconds: row["at"]))
        }
    }
}

extension LedgerWriter {
    package func keep(_ done: RequestDone) throws {
        try database.execute(
            sql: "INSERT INTO request_done (person, key, digest, share, version, at) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                done.person.rawValue, done.key, Data(done.digest), done.share.rawValue, done.version,
                done.at.milliseconds,
            ])
    }

    package func forgetRequests(before moment: Instant) throws {
        try database.execute(sql: "DELETE FROM request_done WHERE at < ?", arguments: [moment.milliseconds])
    }
}
