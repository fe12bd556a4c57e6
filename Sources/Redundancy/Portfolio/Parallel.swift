import Dispatch
import Synchronization

/// Work spread over the cores, with the results in the order of the work.
enum Parallel {
    static func map<Result: Sendable>(
        count: Int, chunk: Int = 64, _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        guard count > chunk else { return (0..<count).map(work) }
        let parts = (count + chunk - 1) / chunk
        let done = Mutex<[[Result]]>(Array(repeating: [], count: parts))
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let results = (part * chunk..<min(count, (part + 1) * chunk)).map(work)
            done.withLock { $0[part] = results }
        }
        return done.withLock { $0 }.flatMap { $0 }
    }
}
