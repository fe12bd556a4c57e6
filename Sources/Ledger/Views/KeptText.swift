import Foundation
internal import GRDB
package import Shares

extension LedgerReader {
    /// The bytes of a document that is kept under its SHA-256; nil where there is none.
    package func text(_ digest: String) throws -> [UInt8]? {
        try Data.fetchOne(database, sql: "SELECT body FROM kept_text WHERE digest = ?", arguments: [digest]).map(
            Array.init)
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
