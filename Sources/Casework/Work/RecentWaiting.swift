import Ledger
import Shares
import Synchronization
import Workflows

/// The open shares with what each waits for. They are read once a day; after that those alone to which something has
/// happened.
final class RecentWaiting: Sendable {
    private struct Kept {
        var position: Int
        var today: Day
        var shares: [ShareReference: WaitingShare]
    }

    private let kept = Mutex<Kept?>(nil)

    /// As the reader sees them, or newer.
    ///
    /// - Parameters:
    ///   - asked: the shares of which somebody may have asked for a step: known where all are read.
    ///   - make: is told whether somebody may have.
    func shares(
        in reader: LedgerReader, on today: Day, asked: () throws -> Set<ShareReference>,
        making make: (OpenShare, Bool) throws -> WaitingShare
    ) throws -> [ShareReference: WaitingShare] {
        let position = try reader.position().size
        return try kept.withLock { kept in
            if let kept, kept.today == today, kept.position >= position { return kept.shares }
            guard var next = kept, next.today == today else {
                let asked = try asked()
                let shares = try reader.openShares().map {
                    ($0.reference, try make($0, asked.contains($0.reference)))
                }
                let fresh = Dictionary(shares, uniquingKeysWith: { first, _ in first })
                kept = Kept(position: position, today: today, shares: fresh)
                return fresh
            }
            kept = nil
            for share in try reader.openShares(changedSince: next.position) {
                next.shares[share.reference] = share.stage == .ended ? nil : try make(share, true)
            }
            next.position = position
            kept = next
            return next.shares
        }
    }
}
