import Foundation
internal import GRDB
package import Shares

extension LedgerReader {
    /// The bytes of a document that is kept under its SHA-256; nil where there is none.
    package func text(_ digest: String) throws -> [UInt8]? {
        try Data.fetchOne(database, sql: "SELECT body FROM kept_text WHERE digest = ?", arguments: [digest]).map(
            Array.init)
    }

    /// The digests of what is kept; where a share is given, of what its events name.
    package func texts(namedBy share: ShareReference?) throws -> [String] {
        guard let share else {
            return try String.fetchAll(database, sql: "SELECT digest FROM kept_text ORDER BY digest")
        }
        return try String.fetchAll(
            database,
            sql: """
                SELECT digest FROM kept_text WHERE EXISTS (
                    SELECT 1 FROM event WHERE stream = 'share' AND share = ? AND instr(body, digest) > 0)
                ORDER BY digest
                """, arguments: [share.rawValue])
    }
}

extension LedgerWriter {
    /// Keeps a document for ever; nothing happens where the same bytes are kept already.
    package func keep(text bytes: [UInt8], digest: String, at moment: Instant) throws {
        try database.execute(
            sql: "INSERT INTO kept_text (digest, kept, body) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
            arguments: [digest, moment.description, Data(bytes)])
    }
}
