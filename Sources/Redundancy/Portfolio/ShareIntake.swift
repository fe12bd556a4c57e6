import Dispatch
import Synchronization

/// The shares of a portfolio as they come in: each batch is read while the next one is fetched.
package struct ShareIntake {
    let names: NameReader
    let threads: Int?
    private(set) var shares: [ComparableShare] = []
    private let readings = PendingReadings()

    /// `threads`: how many at most; as many as there are cores where it is not said.
    package init(names: NameReader, threads: Int? = nil) {
        self.names = names
        self.threads = threads
    }

    package mutating func add(_ batch: [ComparableShare]) {
        shares += batch
        readings.read(batch, by: names.register.purposes, atOnce: threads == 1)
    }

    /// Of all shares, in the order in which they came; waits until every batch is read.
    func read() -> [ShareReading] { readings.all() }
}

/// Batches being read on other threads.
private final class PendingReadings: Sendable {
    private let batches = Mutex<[[ShareReading]]>([])
    private let underWay = DispatchGroup()

    func read(_ batch: [ComparableShare], by reader: PurposeReader, atOnce: Bool) {
        let place = batches.withLock { batches in
            batches.append([])
            return batches.count - 1
        }
        @Sendable func read() {
            let readings = batch.map { ShareReading($0, by: reader) }
            batches.withLock { $0[place] = readings }
        }
        if atOnce { read() } else { DispatchQueue.global().async(group: underWay) { read() } }
    }

    func all() -> [ShareReading] {
        underWay.wait()
        return batches.withLock { batches in batches.flatMap(\.self) }
    }
}
