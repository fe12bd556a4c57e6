internal import GRDB
package import Shares

/// A question that a person asks of the register again and again, by the name that they gave it.
package struct SavedView: Hashable, Sendable, Codable {
    package var name: String
    /// As the address has it, without the question mark.
    package var query: String

    package init(name: String, query: String) {
        self.name = name
        self.query = query
    }
}

extension LedgerReader {
    /// In the order of their names.
    package func savedViews(of person: PersonID) throws -> [SavedView] {
        let statement = try database.cachedStatement(
            sql: "SELECT name, query FROM saved_view WHERE person = ? ORDER BY name")
        return try Row.fetchAll(statement, arguments: [person.rawValue])
            .map { SavedView(name: $0["name"], query: $0["query"]) }
    }
}

extension LedgerWriter {
    /// In the place of a view of the same name, where there is one.
    package func keep(_ view: SavedView, of person: PersonID) throws {
        try database.execute(
            sql: """
                INSERT INTO saved_view (person, name, query) VALUES (?, ?, ?)
                ON CONFLICT (person, name) DO UPDATE SET query = excluded.query
                """,
            arguments: [person.rawValue, view.name, view.query])
    }

    package func forgetView(named name: String, of person: PersonID) throws {
        try database.execute(
            sql: "DELETE FROM saved_view WHERE person = ? AND name = ?", arguments: [person.rawValue, name])
    }
}
