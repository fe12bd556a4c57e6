internal import GRDB
package import Shares

extension LedgerReader {
    /// The five definition files of a published edition, as one JSON text; nil where it is not published here.
    package func edition(_ digest: String) throws -> String? {
        let statement = try database.cachedStatement(sql: "SELECT body FROM edition WHERE digest = ?")
        return try String.fetchOne(statement, arguments: [digest])
    }

    /// The digests of all that were ever published here.
    package func editions() throws -> [String] {
        try String.fetchAll(database, sql: "SELECT digest FROM edition ORDER BY digest")
    }
}

extension LedgerWriter {
    /// Keeps an edition of the workflows for ever; nothing happens where it is kept already.
    package func publish(edition digest: String, body: String, at moment: Instant) throws {
        try database.execute(
            sql: "INSERT INTO edition (digest, published, body) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
            arguments: [digest, moment.description, body])
    }
}
