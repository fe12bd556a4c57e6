import Dispatch
import Synchronization

/// Work spread over the cores, with the results in the order of the work.
struct Parallel: Sendable {
    /// How many threads there are at most; nil: as many as there are cores.
    let threads: Int?

    func map<Result: Sendable>(
        count: Int, chunk: Int = 64, _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        guard count > chunk, threads != 1 else { return (0..<count).map(work) }
        let parts = (count + chunk - 1) / chunk
        let done = Mutex<[[Result]]>(Array(repeating: [], count: parts))
        let next = Atomic(0)
        @Sendable func finish(_ part: Int) {
            let results = (part * chunk..<min(count, (part + 1) * chunk)).map(work)
            done.withLock { $0[part] = results }
        }
        if let threads {
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                while true {
                    let part = next.add(1, ordering: .relaxed).oldValue
                    if part >= parts { return }
                    finish(part)
                }
            }
        } else {
            DispatchQueue.concurrentPerform(iterations: parts) { finish($0) }
        }
        return done.withLock { $0 }.flatMap { $0 }
    }
}
