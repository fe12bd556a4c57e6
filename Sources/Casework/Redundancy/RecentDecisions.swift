import Ledger
import Shares
import Synchronization

/// The decisions about redundant shares as last read: every page of a share asks for those about it.
final class RecentDecisions: Sendable {
    private let known = Mutex<[RecordedDecision]>([])

    /// Decisions are never changed, so that as many as before are those of before.
    func decisions(in reader: LedgerReader) throws -> [RecordedDecision] {
        let count = try reader.decisionCount()
        let kept = known.withLock { $0 }
        if kept.count == count { return kept }
        let decisions = try reader.decisions()
        known.withLock { $0 = decisions }
        return decisions
    }
}
