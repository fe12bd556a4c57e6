import Synchronization

/// Whose turn it is to be told: many partners at once, none twice, and first who has waited longest.
///
/// A partner whose server is slow keeps nobody else waiting.
final class PartnerTurns: Sendable {
    private struct State {
        var begun = 0
        /// When each was begun last, counted.
        var last: [String: Int] = [:]
        var busy: Set<String> = []
    }

    private let most: Int
    private let state = Mutex(State())

    /// `most`: how many are told at once.
    init(most: Int) {
        self.most = most
    }

    /// Those to begin with now; each is to be ended.
    func begin(of partners: [String]) -> [String] {
        state.withLock { state in
            let waiting = partners.filter { !state.busy.contains($0) }
                .sorted { (state.last[$0] ?? 0, $0) < (state.last[$1] ?? 0, $1) }
            let next = Array(waiting.prefix(max(0, most - state.busy.count)))
            state.begun += 1
            for partner in next {
                state.last[partner] = state.begun
                state.busy.insert(partner)
            }
            return next
        }
    }

    func end(_ partner: String) { _ = state.withLock { $0.busy.remove(partner) } }
}
