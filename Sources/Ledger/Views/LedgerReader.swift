internal import GRDB

/// One consistent reading of the ledger.
package struct LedgerReader {
    let database: Database
}
