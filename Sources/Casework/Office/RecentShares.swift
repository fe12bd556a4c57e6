import Ledger
import Shares
import Synchronization

/// Shares folded lately, so that acting on one again does not read its whole history again.
///
/// A share of a version is the same for ever, as events never change; a newer version is folded anew.
final class RecentShares: Sendable {
    /// All of a department’s; a share is some kilobytes.
    private static let most = 2048
    private let shares = Mutex<[ShareReference: Share]>([:])

    func share(_ reference: ShareReference, in reader: LedgerReader) throws -> Share? {
        guard let version = try reader.version(of: reference) else { return try reader.share(reference) }
        if let known = shares.withLock({ $0[reference] }), known.version == version { return known }
        guard let share = try reader.share(reference) else { return nil }
        keep(share)
        return share
    }

    /// For the next act, once what made it is recorded; a transaction that fails leaves a version that is never asked for.
    func keep(_ share: Share) {
        shares.withLock { shares in
            if shares.count >= Self.most { shares.removeAll() }
            shares[share.reference] = share
        }
    }
}
