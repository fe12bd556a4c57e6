internal import GRDB
package import Shares

extension LedgerReader {
    /// What lies ahead of a share; nil where there is none.
    package func outlook(of share: ShareReference) throws -> ShareOutlook? {
        let statement = try database.cachedStatement(
            sql: "SELECT \(ShareOutlook.columnNames.joined(separator: ", ")) FROM outlook WHERE share = ?")
        return try Row.fetchOne(statement, arguments: [share.rawValue]).map { try ShareOutlook($0) }
    }

    /// Of the shares that have conditions to meet or whose assessments state risks.
    package func outlooksWithConditionsOrRisks() throws -> [ShareOutlook] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT \(ShareOutlook.columnNames.joined(separator: ", ")) FROM outlook
                WHERE condition_due IS NOT NULL OR risks <> '' ORDER BY share
                """
        ).map { try ShareOutlook($0) }
    }
}
