import Crypto
import JSONValues
import Ledger
package import Shares

/// A request that a program may send again without its being done again (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header).
package struct OnceOnly: Hashable, Sendable {
    /// How long a key is remembered, in milliseconds: a day.
    static let remembered: Int64 = 24 * 60 * 60 * 1000

    /// Chosen by the program; each person's are their own.
    package var key: String
    /// SHA-256 of what is asked for.
    package var digest: [UInt8]

    /// `request` is everything that makes two requests the same: the address and the body.
    package init(key: String, request: some Sequence<UInt8>) {
        self.key = key
        digest = Array(SHA256.hash(data: Array(request)))
    }

    /// What came of one about a share: the version of the share, or the number of the decision. Which of them follows from the
    /// address, which is part of what the key stands for.
    struct Done: Codable {
        var share: ShareReference
        var number: Int
    }
}

/// It was decided under the key already.
package struct DecidedAlready: Error, Hashable, Sendable {
    /// Of the decision.
    package var number: Int
}

extension Office {
    /// One write transaction that is done once under a key: where it was done, what came of it then is told again.
    func write<Result: Codable>(
        once: OnceOnly?, by person: PersonID?, _ body: (LedgerWriter) throws -> Result
    ) throws -> Result {
        try writeNoting { writer in
            guard let once, let person else { return try body(writer) }
            if let told: Result = try told(once, by: person, in: writer.reader) { return told }
            let result = try body(writer)
            try keep(once, by: person, result, writer)
            return result
        }
    }

    /// What came of a request that was done already; nil where it was not. Throws `Refusal` where the key was used for another.
    func told<Result: Codable>(_ once: OnceOnly?, by person: PersonID, in reader: LedgerReader) throws -> Result? {
        guard let once, let kept = try reader.requestDone(by: person, key: once.key) else { return nil }
        guard kept.digest == once.digest else {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "key-used-otherwise", "The key “\(once.key)” was used for another request.")
            ])
        }
        let limits = JSONLimits(size: kept.result.utf8.count)
        return try JSONValueDecoder.decode(Result.self, from: JSONValue(parsing: kept.result, limits: limits))
    }

    func keep(_ once: OnceOnly?, by person: PersonID, _ result: some Encodable, _ writer: LedgerWriter) throws {
        guard let once else { return }
        try forgetRequests(writer)
        let now = surroundings.now()
        let text = String(decoding: try JSONValueEncoder.encode(result).canonical(), as: UTF8.self)
        try writer.keep(RequestDone(person: person, key: once.key, digest: once.digest, result: text, at: now))
    }

    /// Those that were remembered for their day: what came of them names people.
    func forgetRequests(_ writer: LedgerWriter) throws {
        let now = surroundings.now().milliseconds
        try writer.forgetRequests(before: Instant(milliseconds: now - OnceOnly.remembered))
    }

    // MARK: - Of shares

    /// What came of an act that was done under the key already; nil where none was. Throws `Refusal` where the key was used for
    /// another request.
    package func outcome(once: OnceOnly?, by person: PersonID) throws -> Outcome? {
        try ledger.read { try done(once, by: person, in: $0) }
    }

    func done(_ once: OnceOnly?, by person: PersonID, in reader: LedgerReader) throws -> Outcome? {
        guard let done: OnceOnly.Done = try told(once, by: person, in: reader) else { return nil }
        let share = try existing(done.share, in: reader)
        let event = try reader.events(of: done.share).map(\.event).first { $0.version == done.number }
        let reference = try self.reference()
        return event.map { Outcome(event: $0, share: share, under: reference) }
    }

    /// The number of the decision about redundant shares that was taken under the key already; nil where none was. Throws
    /// `Refusal` where the key was used for another request.
    package func decision(once: OnceOnly?, by person: PersonID) throws -> Int? {
        try ledger.read { reader in
            let done: OnceOnly.Done? = try told(once, by: person, in: reader)
            return done?.number
        }
    }

    func keep(_ once: OnceOnly?, of event: Event, on share: ShareReference, _ writer: LedgerWriter) throws {
        try keep(once, by: event.actor, OnceOnly.Done(share: share, number: event.version), writer)
    }
}
