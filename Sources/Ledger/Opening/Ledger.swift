internal import GRDB
package import Shares

/// The record: every event of every share, and tables that are a view of them, in one SQLite database.
///
/// Several processes work on one database at once: each write is one immediate transaction.
package struct Ledger: Sendable {
    let database: any DatabaseWriter

    /// Reads a consistent state.
    package func read<Value>(_ body: (LedgerReader) throws -> Value) throws -> Value {
        try database.read { try body(LedgerReader(database: $0)) }
    }

    /// Writes all that `body` writes, or nothing where it throws; durable when it returns.
    package func write<Value>(_ body: (LedgerWriter) throws -> Value) throws -> Value {
        try database.writeWithoutTransaction { database in
            var value: Value?
            try database.inTransaction(.immediate) {
                value = try body(LedgerWriter(database: database))
                return .commit
            }
            guard let value else { throw LedgerError.transactionLost }
            return value
        }
    }
}

/// What can be wrong with the database itself.
package enum LedgerError: Error, Hashable, Sendable {
    case cannotOpen(file: String, why: String)
    case notALedger(file: String)
    /// Written by a later version of Concordat.
    case newerSchema(file: String)
    /// The disk would not promise to keep what is committed.
    case notDurable(file: String)
    case unreadableEvent(position: Int, why: String)
    /// What is kept of a share for queries is not what this program writes.
    case unreadableView(share: ShareReference, column: String)
    /// More than a reader of it would accept.
    case eventTooLarge(bytes: Int)
    case fileExists(String)
    case diskFull
    case transactionLost

    package var sentence: String {
        switch self {
        case .cannotOpen(let file, let why): "The database \(file) cannot be opened: \(why)."
        case .notALedger(let file): "\(file) is not a Concordat database: nothing was changed in it."
        case .newerSchema(let file):
            "\(file) was written by a newer version of Concordat: update the program; nothing was changed in the file."
        case .notDurable(let file): "SQLite does not run with synchronous=FULL on \(file): refusing to start."
        case .unreadableEvent(let position, let why):
            "The event at position \(position) cannot be read: \(why). Run audit verify."
        case .unreadableView(let share, let column):
            "What the register keeps of \(share) for queries cannot be read (\(column)). Run audit verify."
        case .eventTooLarge(let bytes):
            "What is to be recorded has \(bytes) bytes; 16 MiB is the most: nothing was written."
        case .fileExists(let file): "\(file) exists already: nothing was overwritten."
        case .diskFull: "The disk is full: nothing was written."
        case .transactionLost: "The transaction ended without a result: nothing was written."
        }
    }
}

extension LedgerError {
    /// What SQLite threw, as a sentence: a full disk, a locked file; nil where the error is not SQLite's.
    package static func sentence(for error: any Error) -> String? {
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_FULL: return LedgerError.diskFull.sentence
        case .SQLITE_BUSY: return "The database is busy: another process has been writing for half a minute. Try again."
        case .SQLITE_IOERR: return "The disk failed: nothing was written. SQLite says: \(error.message ?? "")."
        default: return "The database refused: \(error.message ?? "SQLite says \(error.resultCode)")."
        }
    }
}
