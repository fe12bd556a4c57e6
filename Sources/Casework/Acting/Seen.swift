import JSONValues
import Ledger
package import Shares

/// What somebody saw of what they are about to change, so that of two who change the same at once one is told so.
package enum Seen: Hashable, Sendable {
    /// They did not look: what is there is changed.
    case whatever
    /// There was none, and one is added.
    case nothing
    /// There was one, whatever it said.
    case something
    /// It had one of these fingerprints.
    case states(Set<String>)

    /// Throws `Refusal` where what is there is not what was seen.
    ///
    /// - Parameters:
    ///   - fingerprint: of what is there, read in the transaction that changes it; nil: there is none.
    ///   - what: as a sentence begins: `Webhook 3`.
    func hold(to fingerprint: @autoclosure () throws -> String?, _ what: String) throws {
        switch self {
        case .whatever: return
        case .nothing:
            guard try fingerprint() == nil else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: Self.thereAlready,
                        "\(what) is there already: look at it, and change it as it is.")
                ])
            }
        case .something: if try fingerprint() == nil { throw Self.changed(what) }
        case .states(let states):
            guard let found = try fingerprint(), states.contains(found) else { throw Self.changed(what) }
        }
    }

    /// The rules by which the two cases are told apart.
    package static let thereAlready = "there-already"
    package static let changedSince = "changed-since"

    private static func changed(_ what: String) -> Refusal {
        Refusal([
            Refusal.Reason(
                .possible, rule: changedSince, "\(what) has changed since you looked: look again, then decide.")
        ])
    }
}

extension Fingerprint {
    /// Of a value: it follows from its canonical JSON (RFC 8785).
    static func of(value: some Encodable) throws -> String { of(try JSONValueEncoder.encode(value).canonical()) }
}

extension SavedView {
    package var fingerprint: String { get throws { try Fingerprint.of(value: self) } }
}

extension Delegation {
    package var fingerprint: String { get throws { try Fingerprint.of(value: self) } }
}

extension Webhook {
    package var fingerprint: String { get throws { try Fingerprint.of(value: self) } }
}

extension APIKey {
    /// Not of when it was used, which moves on as programs ask.
    package func fingerprint(on day: Day) throws -> String {
        var lasting = self
        lasting.used = nil
        return try Fingerprint.of(value: [Fingerprint.of(value: lasting), isGood(on: day) ? "good" : "over"])
    }
}
