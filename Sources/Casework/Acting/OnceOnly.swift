import Crypto
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
}

extension Office {
    /// What came of a request that was done already; nil where it was not. Throws `Refusal` where the key was used for another.
    func done(_ once: OnceOnly?, by person: PersonID, in reader: LedgerReader) throws -> Outcome? {
        guard let kept = try kept(once, by: person, in: reader) else { return nil }
        let share = try existing(kept.share, in: reader)
        let event = try reader.events(of: kept.share).map(\.event).first { $0.version == kept.version }
        let reference = try self.reference()
        return event.map { Outcome(event: $0, share: share, under: reference) }
    }

    /// The number of the decision about redundant shares that was taken under the key already; nil where none was. Throws
    /// `Refusal` where the key was used for another request.
    package func decision(once: OnceOnly?, by person: PersonID) throws -> Int? {
        try ledger.read { try kept(once, by: person, in: $0)?.version }
    }

    private func kept(_ once: OnceOnly?, by person: PersonID, in reader: LedgerReader) throws -> RequestDone? {
        guard let once, let kept = try reader.requestDone(by: person, key: once.key) else { return nil }
        guard kept.digest == once.digest else {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "key-used-otherwise", "The key “\(once.key)” was used for another request.")
            ])
        }
        return kept
    }

    func keep(_ once: OnceOnly?, of event: Event, on share: ShareReference, _ writer: LedgerWriter) throws {
        try keep(once, by: event.actor, about: share, number: event.version, writer)
    }

    /// `number`: the version of the share that came of it, or the number of the decision. Which of them follows from the
    /// address, which is part of what the key stands for.
    func keep(
        _ once: OnceOnly?, by person: PersonID, about share: ShareReference, number: Int, _ writer: LedgerWriter
    ) throws {
        guard let once else { return }
        let now = surroundings.now()
        try writer.forgetRequests(before: Instant(milliseconds: now.milliseconds - OnceOnly.remembered))
        try writer.keep(
            RequestDone(
                person: person, key: once.key, digest: once.digest, share: share, version: number, at: now))
    }
}
