package import Shares

/// One share as the exports of the whole register state it: what its manifest says, and when its record last changed.
package struct PortfolioEntry: Hashable, Sendable {
    package var manifest: Manifest
    /// The time of the share's last event.
    package var changed: Instant

    package init(_ manifest: Manifest, changed: Instant) {
        self.manifest = manifest
        self.changed = changed
    }
}

extension PortfolioEntry {
    /// Whether the parties ever agreed to the share: what is only proposed, or was refused or withdrawn, is none.
    var isAgreed: Bool { manifest.status.isAgreed }

    /// Whether data may still flow, or soon will.
    var isUnderWay: Bool { isAgreed && manifest.status != .ended }

    /// False only where every item is known to be about nobody.
    var mayHavePersonalData: Bool {
        manifest.dataItems.isEmpty || manifest.dataItems.contains { $0.isPersonal != false }
    }
}
