import Crypto
import Foundation
internal import GRDB
import JSONValues
package import Shares
package import Workflows

/// A file of the reference data in the state in which the program began to go by it: from then on, until the next one of the
/// same file.
///
/// States are a chain of their own beside the events, as readings are; the bytes are kept once, under their SHA-256.
package struct ReferenceState: Hashable, Sendable {
    /// What the program did when it went by the state for the first time.
    package enum Occasion: String, Sendable {
        /// It recorded what somebody did.
        case act
        /// It let time pass.
        case tick
        /// It began to serve the pages.
        case serving
    }

    /// Counts from 1, over all files.
    package var number: Int
    package var at: Instant
    /// Its name in `Templates/reference`: `channels.json`.
    package var file: String
    /// SHA-256 in hexadecimal; nil: the file was taken away.
    package var digest: String?
    package var occasion: Occasion
    package var actor: PersonID
    package var role: RoleName
    /// The hash of the state before it, of whichever file; zeros in the first.
    package var previous: [UInt8]
    /// SHA-256 of the text.
    package var hash: [UInt8]

    /// The canonical JSON (RFC 8785) of all but the hash.
    package var text: [UInt8] {
        JSONValue.object([
            "number": .number(number), "at": .string(at.description), "file": .string(file),
            "digest": digest.map { .string($0) } ?? .null, "occasion": .string(occasion.rawValue),
            "actor": .string(actor.rawValue), "role": .string(role.rawValue),
            "previous": .string(previous.hexadecimal),
        ]).canonical()
    }

    init(
        number: Int, at: Instant, file: String, digest: String?, occasion: Occasion, actor: PersonID, role: RoleName,
        previous: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.file = file
        self.digest = digest
        self.occasion = occasion
        self.actor = actor
        self.role = role
        self.previous = previous
        hash = []
        hash = Array(SHA256.hash(data: text))
    }

    init(_ row: Row) throws {
        let stored: String = row["at"]
        let occasion: String = row["occasion"]
        guard let at = Instant(rfc3339: stored), let occasion = Occasion(rawValue: occasion) else {
            throw LedgerError.unreadableEvent(
                position: row["number"], why: "the time or the occasion of a state of the reference data is not known")
        }
        number = row["number"]
        self.at = at
        file = row["file"]
        digest = row["digest"]
        self.occasion = occasion
        actor = PersonID(row["actor"] as String)
        role = RoleName(rawValue: row["role"])
        previous = Array(row["previous"] as Data)
        hash = Array(row["hash"] as Data)
    }
}
