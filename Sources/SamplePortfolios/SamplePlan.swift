/// How the shares of a portfolio are spread over the flows, and which rows repeat others: sums, no rows.
struct SamplePlan: Sendable {
    /// Rows that stand for themselves come first; the rest are derived from them.
    let originals: Int
    let total: Int
    /// Before which place each flow's rows end.
    private let ends: [Int]

    init(shares: Int, weights: [Int], seed: UInt64) {
        total = shares
        let originals = shares - shares * 75 / 1000
        self.originals = originals
        var counts: [Int]
        if originals < weights.count {
            // Too few for all: one each of a seeded choice.
            let order = Shuffle(count: weights.count, seed: seed)
            counts = weights.indices.map { order.position(of: $0) < originals ? 1 : 0 }
        } else {
            let sum = weights.reduce(0, +)
            counts = weights.map { max(1, originals * $0 / sum) }
            // What rounding left over, or took too much, goes to or comes from the largest flow.
            if let largest = weights.indices.max(by: { weights[$0] < weights[$1] }) {
                counts[largest] += originals - counts.reduce(0, +)
            }
        }
        var end = 0
        ends = counts.map {
            end += $0
            return end
        }
    }

    /// The flow at an original place, and how many of its rows stand before.
    func flow(at place: Int) -> (flow: Int, occurrence: Int) {
        var low = 0
        var high = ends.count - 1
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > place { high = middle } else { low = middle + 1 }
        }
        return (low, place - (low == 0 ? 0 : ends[low - 1]))
    }

    /// What kind of repetition a derived place holds: of 75, 30 duplicates, 20 renewals, 15 sub- and supersets, 10 twins.
    func kind(at place: Int) -> SampleRelation.Kind {
        switch (place - originals) % 15 {
        case ..<6: .duplicate
        case ..<10: .renewed
        case 10, 11: .subset
        case 12: .superset
        default: .otherChannel
        }
    }
}
