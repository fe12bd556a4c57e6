import Ledger
import Shares
import Synchronization

/// How things stand with the partners, as last read.
final class RecentExchange: Sendable {
    private let known = Mutex<(count: Int, exchange: Exchange)>((0, Exchange()))

    /// What passed is never changed, so that as much as before is that of before.
    func exchange(in reader: LedgerReader) throws -> Exchange {
        let count = try reader.exchangeCount()
        let kept = known.withLock { $0 }
        if kept.count == count { return kept.exchange }
        let exchange = try reader.exchange()
        known.withLock { $0 = (count, exchange) }
        return exchange
    }
}
