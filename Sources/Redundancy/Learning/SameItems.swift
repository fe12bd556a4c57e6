/// Names of items that the register showed to be one thing, each led to the one that stands for it: a term of the
/// vocabulary where there is one.
struct SameItems: Sendable {
    private var pairs: [(votes: Double, one: Int32, other: Int32)] = []
    private var known: Set<Int32> = []
    private(set) var leaders: [Int32: Int32] = [:]

    var isEmpty: Bool { leaders.isEmpty }

    mutating func join(_ one: Int32, _ other: Int32, votes: Double, isKnown: (Int32) -> Bool) {
        pairs.append((votes, one, other))
        for item in [one, other] where isKnown(item) { known.insert(item) }
    }

    /// To be called when all pairs are joined: those of the most votes first, so that two terms never become one.
    mutating func conclude() {
        for (_, one, other) in pairs.sorted(by: { ($1.votes, $0.one, $0.other) < ($0.votes, $1.one, $1.other) }) {
            let first = leader(one)
            let second = leader(other)
            if first == second || known.contains(first) && known.contains(second) { continue }
            // A term has the lower number.
            leaders[max(first, second)] = min(first, second)
        }
    }

    /// What a later lesson showed as well.
    mutating func add(_ other: SameItems) {
        for (item, leader) in other.leaders.sorted(by: { $0.key < $1.key }) where leaders[item] == nil {
            let top = self.leader(leader)
            if top != item { leaders[item] = top }
        }
    }

    func leader(_ item: Int32) -> Int32 {
        var current = item
        while let next = leaders[current] { current = next }
        return current
    }

    /// The items, each as the one that stands for it, in rising order, each once; nil where that changes nothing.
    func applied(to items: [Int32]) -> [Int32]? {
        guard items.contains(where: { leaders[$0] != nil }) else { return nil }
        return items.map(leader).sortedUnique()
    }
}
