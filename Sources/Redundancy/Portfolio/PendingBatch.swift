import Dispatch
import Shares
import Synchronization

/// Shares that are being read on another thread.
final class PendingBatch: Sendable {
    let shares: [ComparableShare]
    private let done = Mutex<[ShareReading]>([])
    private let underWay = DispatchGroup()

    /// `atOnce`: on this thread, before anything else is done.
    init(_ shares: [ComparableShare], reader: PurposeReader, atOnce: Bool) {
        self.shares = shares
        if atOnce {
            read(by: reader)
        } else {
            DispatchQueue.global().async(group: underWay) { [self] in read(by: reader) }
        }
    }

    private func read(by reader: PurposeReader) {
        let readings = shares.map { ShareReading($0, by: reader) }
        done.withLock { $0 = readings }
    }

    var isRead: Bool { underWay.wait(timeout: .now()) == .success }

    /// Of the shares in their order; waits until they are read.
    func readings() -> [ShareReading] {
        underWay.wait()
        return done.withLock { $0 }
    }
}
