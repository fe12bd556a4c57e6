import Dispatch

/// Lets so many through at once; the others wait their turn.
struct Gate: Sendable {
    private let turns: DispatchSemaphore

    init(width: Int) {
        turns = DispatchSemaphore(value: width)
    }

    func pass<Value>(_ work: () throws -> Value) rethrows -> Value {
        turns.wait()
        defer { turns.signal() }
        return try work()
    }
}
