import Dispatch
import Foundation
import Synchronization

/// The threads that write the manifests of an export while the register is still being read. Whoever reads it writes too where
/// all others are busy, so that no more is held than they have in hand.
final class ManifestCrew: Sendable {
    private let press: ManifestPress
    private let free: DispatchSemaphore
    private let underWay = DispatchGroup()
    private let state = Mutex(State())

    private struct State {
        var handedOut = 0
        /// By the number of the batch.
        var done: [Int: PressRun] = [:]
        var written = 0
    }

    init(_ press: ManifestPress, size: Int = ProcessInfo.processInfo.activeProcessorCount) {
        self.press = press
        free = DispatchSemaphore(value: size)
    }

    /// How many orders have been filled.
    var written: Int { state.withLock { $0.written } }

    /// Has one batch written, now or soon.
    func take(_ batch: [PressOrder]) {
        let number = state.withLock { state in
            state.handedOut += 1
            return state.handedOut
        }
        guard free.wait(timeout: .now()) == .success else { return fill(batch, number) }
        DispatchQueue.global().async(group: underWay) {
            self.fill(batch, number)
            self.free.signal()
        }
    }

    /// Waits for all, and tells what became of them in the order in which they were brought.
    func finish() -> PressRun {
        underWay.wait()
        return state.withLock { state in
            state.done.sorted { $0.key < $1.key }.reduce(into: PressRun()) { $0.append($1.value) }
        }
    }

    private func fill(_ batch: [PressOrder], _ number: Int) {
        let run = press.fill(batch)
        state.withLock {
            $0.done[number] = run
            $0.written += batch.count
        }
    }
}
