/// How much XML is accepted before it is refused unread.
package struct XMLLimits: Hashable, Sendable {
    /// In bytes; at most 1 GiB, as libxml2 counts in 32 bits.
    package let size: Int
    /// In one tag, declarations of namespaces included: libxml2's time grows with the square.
    package let attributes: Int
    /// Declared at once, on an element and on those around it: time grows with the square here too.
    package let namespaces: Int
    /// How many elements may stand inside each other.
    package let depth: Int

    package init(size: Int, attributes: Int = 200, namespaces: Int = 200, depth: Int = 64) {
        self.size = min(size, 1024 * 1024 * 1024)
        self.attributes = attributes
        self.namespaces = namespaces
        self.depth = depth
    }

    /// For whatever somebody else sent: 1 MiB.
    package static let outside = XMLLimits(size: 1024 * 1024)
    /// For bulk files that this installation wrote itself: 64 MiB.
    package static let own = XMLLimits(size: 64 * 1024 * 1024)
}
