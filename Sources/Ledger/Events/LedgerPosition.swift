package import Shares

/// How far the ledger reaches: what a partner keeps to witness that nothing before it was altered.
package struct LedgerPosition: Hashable, Sendable {
    /// The number of events.
    package var size: Int
    /// The hash of the last, 32 bytes; zeros where there is none.
    package var head: [UInt8]

    package init(size: Int, head: [UInt8]) {
        self.size = size
        self.head = head
    }
}

/// An event with its place in the ledger.
package struct PlacedEvent: Hashable, Sendable {
    package var position: Int
    package var event: Event
}
