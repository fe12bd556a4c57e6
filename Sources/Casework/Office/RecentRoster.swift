import Ledger
import Shares
import Synchronization

/// The roster as last read, so that an act does not read all of it again.
final class RecentRoster: Sendable {
    private let known = Mutex<(version: Int, roster: Roster)>((0, Roster()))

    func roster(in reader: LedgerReader) throws -> Roster {
        let version = try reader.rosterVersion()
        let kept = known.withLock { $0 }
        if kept.version == version { return kept.roster }
        let roster = try reader.roster()
        known.withLock { $0 = (version, roster) }
        return roster
    }
}
