import Ledger
import Shares
import Synchronization

/// The shares like each one that was looked at lately, for whoever looks again before anything has happened to the register.
final class RecentSimilar: Sendable {
    private struct Version: Hashable {
        var reference: ShareReference
        var version: Int
    }

    private static let most = 2048
    private let kept = Mutex<(position: LedgerPosition, found: [Version: [SimilarShare]])?>(nil)

    func shares(
        like share: Share, in reader: LedgerReader, making make: () throws -> [SimilarShare]
    ) throws -> [SimilarShare] {
        let position = try reader.position()
        let version = Version(reference: share.reference, version: share.version)
        if let known = kept.withLock({ $0?.position == position ? $0?.found[version] : nil }) { return known }
        let made = try make()
        kept.withLock { kept in
            var found = kept?.position == position ? kept?.found ?? [:] : [:]
            // Emptied first, so that the dictionary is changed where it lies.
            kept = nil
            if found.count >= Self.most { found.removeAll() }
            found[version] = made
            kept = (position, found)
        }
        return made
    }
}
