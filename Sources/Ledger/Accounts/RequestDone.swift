import Foundation
internal import GRDB
package import Shares

/// A program's request that was done, under the key that it chose: beside the record, because it is forgotten.
package struct RequestDone: Hashable, Sendable {
    package var person: PersonID
    package var key: String
    /// SHA-256 of what was asked for.
    package var digest: [UInt8]
    /// What came of it, in JSON; nothing secret is in it.
    package var result: String
    package var at: Instant

    package init(person: PersonID, key: String, digest: [UInt8], result: String, at: Instant) {
        self.person = person
        self.key = key
        self.digest = digest
        self.result = result
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
                person: person, key: key, digest: Array(row["digest"] as Data), result: row["result"],
                at: Instant(milliseconds: row["at"]))
        }
    }
}

extension LedgerWriter {
    package func keep(_ done: RequestDone) throws {
        try database.execute(
            sql: "INSERT INTO request_done (person, key, digest, result, at) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                done.person.rawValue, done.key, Data(done.digest), done.result, done.at.milliseconds,
            ])
    }

    package func forgetRequests(before moment: Instant) throws {
        try database.execute(sql: "DELETE FROM request_done WHERE at < ?", arguments: [moment.milliseconds])
    }
}
