import Synchronization

/// Parts of pages that were made lately, for whoever is shown the same.
///
/// A key holds all that its part is made of, so that a part is never out of date, and never somebody else's.
package final class KeptParts<Key: Hashable & Sendable>: Sendable {
    private struct Shelf {
        var parts: [Key: HTML] = [:]
        var bytes = 0
    }

    private let most: Int
    private let shelf = Mutex(Shelf())

    /// `most`: in bytes; where more would be kept, all is made anew.
    package init(most: Int) {
        self.most = most
    }

    package func part(_ key: Key, making make: () -> HTML) -> HTML {
        if let known = shelf.withLock({ $0.parts[key] }) { return known }
        let part = make()
        let size = part.bytes.count
        guard size < most / 4 else { return part }
        shelf.withLock { shelf in
            if shelf.bytes + size > most { shelf = Shelf() }
            if shelf.parts.updateValue(part, forKey: key) == nil { shelf.bytes += size }
        }
        return part
    }
}
