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
    private let histories = Mutex<[ShareReference: [PlacedEvent]]>([:])

    /// The events of a share, oldest first; empty where there is none.
    func events(of reference: ShareReference, in reader: LedgerReader) throws -> [PlacedEvent] {
        let version = try reader.version(of: reference)
        if let known = histories.withLock({ $0[reference] }), known.count == version { return known }
        let events = try reader.events(of: reference)
        histories.withLock { histories in
            if histories.count >= Self.most { histories.removeAll() }
            histories[reference] = events
        }
        return events
    }

    func share(_ reference: ShareReference, in reader: LedgerReader) throws -> Share? {
        guard let version = try reader.version(of: reference) else { return try reader.share(reference) }
        if let known = shares.withLock({ $0[reference] }), known.version == version { return known }
        // Whoever looks at a share looks at its history next.
        guard let share = Share(events: try events(of: reference, in: reader).lazy.map(\.event)) else { return nil }
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
