import Foundation
internal import GRDB
package import Shares

/// What became of a copy that somebody tried to send.
package enum LetterSettlement: Hashable, Sendable {
    case delivered
    /// Tried again, not before the moment.
    case postponed(until: Instant, fault: String)
    case held(fault: String)
}

extension LedgerWriter {
    /// Gives each recipient a copy of a letter.
    package func address(_ number: Int, to recipients: [String]) throws {
        let statement = try database.cachedStatement(
            sql: "INSERT INTO letter_copy (letter, recipient) VALUES (?, ?) ON CONFLICT DO NOTHING")
        for recipient in recipients { try statement.execute(arguments: [number, recipient]) }
    }

    /// The next copy of a recipient, for whoever holds the claim to send until the moment given; none where it has to wait,
    /// because it is retried later or somebody else is sending it.
    ///
    /// `joins` says which letters go out together with another such: they are all claimed. Each claim counts as an attempt, so
    /// that a letter on which the program ends is tried no more often than another.
    package func claimLetters(
        to recipient: String, at now: Instant, until end: Instant, claim: [UInt8],
        joins: (Letter) -> Bool = { _ in false }
    ) throws -> [LetterCopy] {
        guard let first = try reader.nextLetter(to: recipient), first.isDue(at: now) else { return [] }
        var claimed = [first]
        if joins(first.letter) {
            claimed += try reader.waitingLetters(to: recipient).dropFirst()
                .filter { joins($0.letter) && $0.isDue(at: now) }
        }
        let statement = try database.cachedStatement(
            sql: """
                UPDATE letter_copy SET attempts = attempts + 1, next_attempt = ?, claim = ?
                WHERE letter = ? AND recipient = ?
                """)
        for index in claimed.indices {
            try statement.execute(arguments: [end.milliseconds, Data(claim), claimed[index].number, recipient])
            claimed[index].attempts += 1
            claimed[index].nextAttempt = end
        }
        return claimed
    }

    /// Notes what became of a copy. What was sent is delivered whoever claims it now; only who holds the claim postpones or
    /// holds it. A letter is delivered when all its copies are.
    package func settle(_ copy: LetterCopy, claim: [UInt8], as settlement: LetterSettlement, at now: Instant) throws {
        switch settlement {
        case .delivered:
            try execute(
                """
                UPDATE letter_copy SET delivered = ?, held = 0, fault = NULL, claim = NULL
                WHERE letter = ? AND recipient = ? AND delivered IS NULL
                """, [now.description, copy.number, copy.recipient])
            try execute(
                """
                UPDATE letter SET delivered = ? WHERE number = ? AND delivered IS NULL
                AND NOT EXISTS (SELECT 1 FROM letter_copy WHERE letter = number AND letter_copy.delivered IS NULL)
                """, [now.description, copy.number])
        case .postponed(let moment, let fault):
            try execute(
                """
                UPDATE letter_copy SET next_attempt = ?, fault = ?, claim = NULL
                WHERE letter = ? AND recipient = ? AND claim = ? AND delivered IS NULL
                """, [moment.milliseconds, fault, copy.number, copy.recipient, Data(claim)])
        case .held(let fault):
            try execute(
                """
                UPDATE letter_copy SET held = 1, fault = ?, claim = NULL
                WHERE letter = ? AND recipient = ? AND claim = ? AND delivered IS NULL
                """, [fault, copy.number, copy.recipient, Data(claim)])
        }
    }

    /// Notes why nothing can be sent to a recipient: they wait without being tried.
    package func note(_ fault: String, onLettersTo recipient: String) throws {
        try execute(
            """
            UPDATE letter_copy SET fault = ?
            WHERE recipient = ? AND delivered IS NULL AND held = 0 AND fault IS NOT ?
            """, [fault, recipient, fault])
    }

    /// Puts back what is held: it is tried again at once, as if it were new. With a number, the copies of that letter alone,
    /// and those too that wait for their next attempt; not what somebody is sending now. Gives how many.
    package func putBackLetters(_ number: Int?, at now: Instant) throws -> Int {
        let which =
            number == nil
            ? "held = 1"
            : "letter = ? AND (held = 1 OR (next_attempt > 0 AND (claim IS NULL OR next_attempt <= ?)))"
        try execute(
            """
            UPDATE letter_copy SET held = 0, attempts = 0, next_attempt = 0, fault = NULL, claim = NULL
            WHERE delivered IS NULL AND \(which)
            """, number.map { [$0, now.milliseconds] } ?? [])
        return database.changesCount
    }

    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }
}

extension LetterCopy {
    fileprivate func isDue(at now: Instant) -> Bool { nextAttempt.map { $0 <= now } ?? true }
}
