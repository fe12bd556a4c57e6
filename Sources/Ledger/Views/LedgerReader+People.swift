import Foundation
internal import GRDB
package import Shares
import Workflows

extension LedgerReader {
    package func people() throws -> [Person] {
        try Row.fetchAll(database, sql: "SELECT * FROM person ORDER BY id").map { Person($0) }
    }

    package func person(_ id: PersonID) throws -> Person? {
        try Row.fetchOne(database, sql: "SELECT * FROM person WHERE id = ?", arguments: [id.rawValue]).map {
            Person($0)
        }
    }
}

extension LedgerWriter {
    /// Adds a person, or changes what is known of them.
    package func keep(_ person: Person) throws {
        try database.execute(
            sql: """
                INSERT INTO person (id, name, roles, organisation, spoke, email) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, roles = excluded.roles,
                organisation = excluded.organisation, spoke = excluded.spoke, email = excluded.email
                """,
            arguments: [
                person.id.rawValue, person.name, person.roles.map(\.rawValue).joined(separator: " "),
                person.organisation, person.spoke, person.email,
            ])
    }
}

extension Person {
    init(_ row: Row) {
        let roles: String = row["roles"]
        self.init(
            id: PersonID(row["id"] as String), name: row["name"],
            roles: roles.split(separator: " ").map { RoleName(rawValue: String($0)) },
            organisation: row["organisation"],
            spoke: row["spoke"], email: row["email"])
    }
}
