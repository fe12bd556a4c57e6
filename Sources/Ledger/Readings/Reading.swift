import Crypto
import Foundation
internal import GRDB
import JSONValues
package import Shares
package import Workflows

/// Somebody saw something of a share that is not for every eye: who, in which role, what, and when.
///
/// Readings are a chain of their own beside the events: they change nothing, and there may be many more of them.
package struct Reading: Hashable, Sendable {
    /// Counts from 1.
    package var number: Int
    package var at: Instant
    package var actor: PersonID
    package var role: RoleName
    package var share: ShareReference
    /// In a few words: `the contact details`.
    package var what: String
    /// The hash of the reading before it; zeros in the first.
    package var previous: [UInt8]
    /// SHA-256 of the text.
    package var hash: [UInt8]

    /// The canonical JSON (RFC 8785) of all but the hash.
    package var text: [UInt8] {
        JSONValue.object([
            "number": .number(number), "at": .string(at.description), "actor": .string(actor.rawValue),
            "role": .string(role.rawValue), "share": .string(share.rawValue), "what": .string(what),
            "previous": .string(previous.hexadecimal),
        ]).canonical()
    }

    init(
        number: Int, at: Instant, actor: PersonID, role: RoleName, share: ShareReference, what: String,
        previous: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.role = role
        self.share = share
        self.what = what
        self.previous = previous
        hash = []
        hash = Array(SHA256.hash(data: text))
    }

    init(_ row: Row) throws {
        let stored: String = row["at"]
        number = row["number"]
        guard let at = Instant(rfc3339: stored) else {
            throw LedgerError.unreadableEvent(position: number, why: "the time of a reading is not RFC 3339")
        }
        self.at = at
        actor = PersonID(row["actor"] as String)
        role = RoleName(rawValue: row["role"])
        share = ShareReference(row["share"] as String)
        what = row["what"]
        previous = Array(row["previous"] as Data)
        hash = Array(row["hash"] as Data)
    }
}
