internal import GRDB
package import Shares

/// A letter that has not been delivered, with its number in the outbox: each recipient's go out in the order of numbers.
package struct WaitingLetter: Hashable, Sendable {
    package var number: Int
    package var letter: Letter
}

extension LedgerReader {
    /// Letters that wait, oldest first.
    package func waitingLetters(after number: Int = 0, limit: Int = .max) throws -> [WaitingLetter] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM letter WHERE delivered IS NULL AND number > ? ORDER BY number LIMIT ?",
            arguments: [number, limit]
        )
        .compactMap { row in Letter(row).map { WaitingLetter(number: row["number"], letter: $0) } }
    }
}

extension LedgerWriter {
    /// Notes that a letter was delivered. The record witnesses what was written, not whether it arrived.
    package func markDelivered(_ number: Int, at moment: Instant) throws {
        let statement = try database.cachedStatement(
            sql: "UPDATE letter SET delivered = ? WHERE number = ? AND delivered IS NULL")
        try statement.execute(arguments: [moment.description, number])
    }
}
