internal import GRDB
package import Shares

extension LedgerReader {
    /// The share of that reference; where there is none, the one whose reference differs in the case of letters alone.
    package func reference(like reference: ShareReference) throws -> ShareReference? {
        try String.fetchOne(
            database,
            sql: """
                SELECT reference FROM share WHERE reference = ?1 COLLATE NOCASE
                ORDER BY reference = ?1 DESC, reference LIMIT 1
                """, arguments: [reference.rawValue]
        ).map { ShareReference($0) }
    }
}
