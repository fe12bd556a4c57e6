internal import GRDB

extension LedgerWriter {
    /// Where what is searched for words is not what the register says; a sentence each. Nothing is written: SQLite's check
    /// of its index is asked for as a write.
    package func searchFaults() throws -> [String] {
        let others = try String.fetchAll(
            database,
            sql: """
                SELECT reference FROM (
                    SELECT reference, title, providers || char(30) || recipients, purpose, items, gateways,
                        coalesce(owner, '') FROM share
                    EXCEPT SELECT reference, title, parties, purpose, items, gateways, owner FROM searched)
                UNION SELECT reference FROM searched WHERE reference NOT IN (SELECT reference FROM share)
                ORDER BY reference LIMIT 100
                """)
        var faults = others.map { "The words by which \($0) is found are not those of the register." }
        do {
            try database.execute(sql: "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            faults.append("The index of words is not that of the register.")
        }
        return faults
    }
}
