import Crypto
internal import GRDB
import JSONValues
package import Shares
import Workflows

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

/// Letters as the record witnesses them: the SHA-256 of each, in hexadecimal, by its number in the outbox.
struct PostedLetters: Codable {
    var letters: [String: String]
}

extension Letter {
    /// SHA-256, in hexadecimal, over the canonical JSON of everything that the letter says.
    package var digest: String {
        let value: JSONValue = [
            "body": .string(body), "due": .string(due.description), "kind": .string(kind),
            "recipient": .string(recipient), "share": .string(share.rawValue), "subject": .string(subject),
            "written": .string(written.description),
        ]
        return Array(SHA256.hash(data: value.canonical())).hexadecimal
    }
}

extension LedgerWriter {
    /// Puts letters into the outbox and records them; those that were written before are left out. Gives the new ones.
    package func post(_ letters: [Letter], at moment: Instant) throws -> [Letter] {
        var posted: [Letter] = []
        var digests: [String: String] = [:]
        for letter in letters {
            let statement = try database.cachedStatement(
                sql: """
                    INSERT INTO letter (share, kind, due, recipient, subject, body, written) VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (share, kind, due, recipient) DO NOTHING
                    """)
            try statement.execute(arguments: [
                letter.share.rawValue, letter.kind, letter.due.description, letter.recipient, letter.subject,
                letter.body, letter.written.description,
            ])
            guard database.changesCount > 0 else { continue }
            posted.append(letter)
            digests[String(database.lastInsertedRowID)] = letter.digest
        }
        if !posted.isEmpty {
            try append(PostedLetters(letters: digests), to: .outbox, at: moment, actor: .system, role: "system")
        }
        return posted
    }
}

extension LedgerReader {
    /// The outbox, oldest first.
    package func letters() throws -> [Letter] {
        try Row.fetchAll(database, sql: "SELECT * FROM letter ORDER BY number").compactMap { Letter($0) }
    }

    /// What the outbox holds otherwise than it was recorded, a sentence each.
    func outboxFaults() throws -> [String] {
        var recorded: [String: String] = [:]
        let events = try Row.fetchCursor(
            database, sql: "SELECT position, body FROM event WHERE stream = 'outbox' AND share = ''")
        while let row = try events.next() {
            let posted = try EventBody.read(PostedLetters.self, in: row["body"], at: row["position"])
            recorded.merge(posted.letters) { first, _ in first }
        }
        var faults: [String] = []
        let rows = try Row.fetchCursor(database, sql: "SELECT * FROM letter ORDER BY number")
        while let row = try rows.next() {
            let number: Int = row["number"]
            guard let digest = recorded.removeValue(forKey: String(number)) else {
                faults.append("Letter \(number) of the outbox is not in the record.")
                continue
            }
            if Letter(row)?.digest != digest { faults.append("Letter \(number) of the outbox was altered.") }
        }
        let missing = recorded.keys.compactMap { Int($0) }.sorted()
        return faults + missing.map { "Letter \($0) is missing from the outbox." }
    }
}

extension Letter {
    init?(_ row: Row) {
        guard let due = Day(iso: row["due"] as String), let written = Instant(rfc3339: row["written"]) else {
            return nil
        }
        self.init(
            share: ShareReference(row["share"] as String), kind: row["kind"], due: due, recipient: row["recipient"],
            subject: row["subject"], body: row["body"], written: written)
    }
}
