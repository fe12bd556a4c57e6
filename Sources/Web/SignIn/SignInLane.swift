import Dispatch
import Foundation
import Synchronization

/// Where passwords are checked: on a thread of its own, so that pages go on being answered however many try, and with so few waiting that
/// nobody waits for long.
///
/// A check takes some tenths of a second of a core and 32 MiB on purpose. Half of the cores are left to the pages.
final class SignInLane: Sendable {
    /// More would wait longer than a browser does.
    static let mostWaiting = 8

    private static let mostAtOnce = 2

    /// Serial queues have threads of their own, which the shared pool does not count.
    private let lanes = (0..<min(mostAtOnce, max(1, ProcessInfo.processInfo.activeProcessorCount / 2))).map {
        DispatchQueue(label: "concordat.sign-in.\($0)")
    }
    private let state = Mutex((waiting: 0, next: 0))

    /// Throws `TooManySignIns` where too many wait already.
    func run<Value: Sendable>(_ check: @escaping @Sendable () throws -> Value) async throws -> Value {
        let lane = state.withLock { state -> DispatchQueue? in
            guard state.waiting < Self.mostWaiting else { return nil }
            state.waiting += 1
            state.next = (state.next + 1) % lanes.count
            return lanes[state.next]
        }
        guard let lane else { throw TooManySignIns() }
        defer { state.withLock { $0.waiting -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            lane.async { continuation.resume(with: Result { try check() }) }
        }
    }
}

/// So many passwords are being checked that another would not be in a reasonable time.
struct TooManySignIns: Error {}
