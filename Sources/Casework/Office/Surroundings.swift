import Foundation
package import Shares

/// What the world supplies: the clock, new references, and where names are.
package struct Surroundings: Sendable {
    package var now: @Sendable () -> Instant
    /// A reference for a share proposed here: the year and six random characters.
    package var newReference: @Sendable (Day) -> ShareReference

    /// Bytes that nobody can foresee.
    package var randomBytes: @Sendable (Int) -> [UInt8]

    /// Every address of the internet that a name has; empty where it has none.
    package var addresses: @Sendable (String) -> [InternetAddress]

    package init(
        now: @escaping @Sendable () -> Instant, newReference: @escaping @Sendable (Day) -> ShareReference,
        randomBytes: @escaping @Sendable (Int) -> [UInt8] = Surroundings.systemBytes,
        addresses: @escaping @Sendable (String) -> [InternetAddress] = InternetAddress.all
    ) {
        self.now = now
        self.newReference = newReference
        self.randomBytes = randomBytes
        self.addresses = addresses
    }

    package static let systemBytes: @Sendable (Int) -> [UInt8] = { count in
        var source = SystemRandomNumberGenerator()
        // Eight at a time, as the system is asked for each.
        let words = (0..<(count + 7) / 8).map { _ in source.next() }
        return Array(words.flatMap { word in withUnsafeBytes(of: word) { Array($0) } }.prefix(count))
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
