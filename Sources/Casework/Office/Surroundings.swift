import Foundation
package import Shares

/// What the world supplies: the clock and new references.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Instant
    /// A reference for a share proposed here: the year and six random characters.
    package var newReference: @Sendable (Day) -> ShareReference

    package init(now: @escaping @Sendable () -> Instant, newReference: @escaping @Sendable (Day) -> ShareReference) {
        self.now = now
        self.newReference = newReference
    }

    /// The machine's own clock and random numbers.
    package static let real = Surroundings(
        now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
        newReference: { today in
            // Without letters and digits that are mistaken for each other.
            let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
            let tail = String((0..<6).compactMap { _ in alphabet.randomElement() })
            return ShareReference("DS-\(today.parts.year)-\(tail)")
        })
}
