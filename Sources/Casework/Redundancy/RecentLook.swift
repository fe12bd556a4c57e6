import Foundation
import Ledger
import Redundancy
import Synchronization

/// The last search for redundant shares, for whoever asks again before much has changed.
final class RecentLook: Sendable {
    private let kept = Mutex<(position: LedgerPosition, look: RedundancyLook)?>(nil)

    /// The last look, whatever has happened since.
    var last: RedundancyLook? { kept.withLock { $0?.look } }

    func look(in reader: LedgerReader, making make: () throws -> RedundancyLook) throws -> RedundancyLook {
        let position = try reader.position()
        if let kept = kept.withLock({ $0 }), kept.position == position { return kept.look }
        let look = try make()
        kept.withLock { $0 = (position, look) }
        return look
    }

    private let isLooking = Mutex(false)
    private let hasLookedAhead = Mutex(false)

    /// Whether this program looks while nobody waits.
    var searchesAhead: Bool { hasLookedAhead.withLock { $0 } }

    /// Looks, and forms the groups, while nobody waits, once at a time and behind whoever asks for a page. Where it fails,
    /// whoever looks for themself is told why.
    func look(ahead look: @escaping @Sendable () throws -> RedundancyLook) {
        hasLookedAhead.withLock { $0 = true }
        let begins = isLooking.withLock { isLooking in
            defer { isLooking = true }
            return !isLooking
        }
        guard begins else { return }
        // A thread of its own, as the rank of one that Dispatch lends cannot be raised again.
        Thread.detachNewThread {
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, Self.rank)
            if let look = try? look() { _ = self.groups(of: look) }
            self.isLooking.withLock { $0 = false }
        }
    }

    /// As a nice value: a tenth of a core that others want too.
    private static let rank: Int32 = 10

    /// Held while groups are formed, so that many who ask at once are answered by one search.
    private let forming = Mutex(())
    private let keptGroups = Mutex<(position: Int, groups: AskedGroups)?>(nil)

    /// The groups that a search finds at the usual score, searched for once.
    func groups(of look: RedundancyLook) -> AskedGroups {
        if let kept = groupsFormed(of: look) { return kept }
        return forming.withLock { _ in
            if let kept = groupsFormed(of: look) { return kept }
            let groups = look.groups()
            keptGroups.withLock { $0 = (look.position, groups) }
            return groups
        }
    }

    /// The same where they are formed already.
    func groupsFormed(of look: RedundancyLook) -> AskedGroups? {
        keptGroups.withLock { $0?.position == look.position ? $0?.groups : nil }
    }
}
