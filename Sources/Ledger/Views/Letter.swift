internal import GRDB
package import Shares

/// A message in the outbox, to be delivered at least once.
package struct Letter: Hashable, Sendable {
    package var share: ShareReference
    /// What it is about: `remind:review:due`.
    package var kind: String
    /// The day that it is about: the same letter is not written twice.
    package var due: Day
    /// A person's identifier, or a role where nobody holds it: `role:dpo`.
    package var recipient: String
    package var subject: String
    package var body: String
    package var written: Instant

    package init(
        share: ShareReference, kind: String, due: Day, recipient: String, subject: String, body: String,
        written: Instant
    ) {
        self.share = share
        self.kind = kind
        self.due = due
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.written = written
    }
}

extension LedgerWriter {
    /// Puts a letter into the outbox; false where the same letter was written before.
    package func post(_ letter: Letter) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO letter (share, kind, due, recipient, subject, body, written) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (share, kind, due, recipient) DO NOTHING
                """)
        try statement.execute(arguments: [
            letter.share.rawValue, letter.kind, letter.due.description, letter.recipient, letter.subject, letter.body,
            letter.written.description,
        ])
        return database.changesCount > 0
    }
}

extension LedgerReader {
    /// The outbox, oldest first.
    package func letters() throws -> [Letter] {
        try Row.fetchAll(database, sql: "SELECT * FROM letter ORDER BY number").compactMap { row in
            guard let due = Day(iso: row["due"] as String), let written = Instant(rfc3339: row["written"]) else {
                return nil
            }
            return Letter(
                share: ShareReference(row["share"] as String), kind: row["kind"], due: due, recipient: row["recipient"],
                subject: row["subject"], body: row["body"], written: written)
        }
    }
}
