import Dispatch
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

    /// Looks while nobody waits, once at a time. Where it fails, whoever looks for themself is told why.
    func look(ahead look: @escaping @Sendable () throws -> RedundancyLook) {
        let begins = isLooking.withLock { isLooking in
            defer { isLooking = true }
            return !isLooking
        }
        guard begins else { return }
        DispatchQueue.global(qos: .utility).async {
            _ = try? look()
            self.isLooking.withLock { $0 = false }
        }
    }

    private let keptGroups = Mutex<(position: Int, groups: AskedGroups)?>(nil)

    /// The groups that a search finds at the usual score, searched for once.
    func groups(of look: RedundancyLook) -> AskedGroups {
        if let kept = keptGroups.withLock({ $0 }), kept.position == look.position { return kept.groups }
        let groups = look.groups()
        keptGroups.withLock { $0 = (look.position, groups) }
        return groups
    }
}
