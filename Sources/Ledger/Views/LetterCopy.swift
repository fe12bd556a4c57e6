internal import GRDB
package import Shares

/// One recipient's copy of a letter that has not been delivered: it is sent, retried and held for itself.
package struct LetterCopy: Hashable, Sendable {
    /// The letter's number in the outbox: each recipient's go out in the order of numbers.
    package var number: Int
    /// A person's identifier; `role:x` while nobody holds the role that the letter is for.
    package var recipient: String
    package var letter: Letter
    package var attempts: Int
    /// Not before this moment; nil where it was not tried yet.
    package var nextAttempt: Instant?
    /// Why it did not leave the last time: a sentence.
    package var fault: String?
    /// Not tried again until somebody puts it back.
    package var isHeld: Bool
}

extension LetterCopy {
    /// The columns that `init(row)` reads.
    static let columns = """
        letter.*, copy.recipient AS copy_recipient, copy.attempts, copy.next_attempt, copy.fault, copy.held
        """

    init?(_ row: Row) {
        guard let letter = Letter(row) else { return nil }
        let next: Int64 = row["next_attempt"] ?? 0
        self.init(
            number: row["number"], recipient: row["copy_recipient"] ?? letter.recipient, letter: letter,
            attempts: row["attempts"] ?? 0, nextAttempt: next == 0 ? nil : Instant(milliseconds: next),
            fault: row["fault"], isHeld: row["held"] ?? false)
    }
}

extension LedgerReader {
    /// Every copy that was not delivered, held ones too, oldest letter first.
    package func waitingLetters() throws -> [LetterCopy] {
        try copies(
            """
            FROM letter LEFT JOIN letter_copy AS copy ON copy.letter = letter.number
            WHERE letter.delivered IS NULL AND copy.delivered IS NULL ORDER BY letter.number, copy.recipient
            """, [])
    }

    /// Letters of which nobody has a copy yet, oldest first.
    package func unaddressedLetters(after number: Int, limit: Int) throws -> [LetterCopy] {
        try copies(
            """
            FROM letter LEFT JOIN letter_copy AS copy ON copy.letter = letter.number
            WHERE letter.delivered IS NULL AND copy.letter IS NULL AND letter.number > ?
            ORDER BY letter.number LIMIT ?
            """, [number, limit])
    }

    /// Whose copies wait and are not held, who has waited longest first.
    package func recipientsOfWaitingLetters() throws -> [String] {
        try String.fetchAll(
            database,
            sql: """
                SELECT recipient FROM letter_copy WHERE delivered IS NULL AND held = 0
                GROUP BY recipient ORDER BY min(letter), recipient
                """)
    }

    /// A recipient's copies that wait and are not held, in their order.
    package func waitingLetters(to recipient: String) throws -> [LetterCopy] {
        try copies("\(Self.open) ORDER BY copy.letter", [recipient])
    }

    /// The one of them that is next.
    func nextLetter(to recipient: String) throws -> LetterCopy? {
        try copies("\(Self.open) ORDER BY copy.letter LIMIT 1", [recipient]).first
    }

    private static let open = """
        FROM letter_copy AS copy JOIN letter ON letter.number = copy.letter
        WHERE copy.recipient = ? AND copy.delivered IS NULL AND copy.held = 0
        """

    private func copies(_ rest: String, _ arguments: StatementArguments) throws -> [LetterCopy] {
        let statement = try database.cachedStatement(sql: "SELECT \(LetterCopy.columns) \(rest)")
        return try Row.fetchAll(statement, arguments: arguments).compactMap { LetterCopy($0) }
    }
}
