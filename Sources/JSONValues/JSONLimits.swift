/// How much a reader of JSON accepts before it refuses.
package struct JSONLimits: Hashable, Sendable {
    /// In bytes.
    package let size: Int
    /// How many lists and objects may stand inside each other; 512 at most, because the reader is recursive.
    package let depth: Int
    /// Whether whole numbers beyond ±(2^53 − 1) are read: exactly within `Int64`, as doubles beyond it.
    package let readsLargeIntegers: Bool

    package init(size: Int, depth: Int = 64, readsLargeIntegers: Bool = false) {
        self.size = size
        self.depth = min(depth, 512)
        self.readsLargeIntegers = readsLargeIntegers
    }

    /// For whatever comes from outside: 16 MiB and 64 deep.
    package static let standard = JSONLimits(size: 16 * 1024 * 1024)
}
