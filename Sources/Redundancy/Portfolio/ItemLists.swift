/// The items of all shares in one array, so that most pairs are told apart without touching the shares themselves.
struct ItemLists: Sendable {
    /// Where the items of each share begin; one more at the end.
    private var starts: [Int32] = [0]
    private var ids: [Int32] = []
    private let knownCount: Int32

    init(_ facts: [ShareFacts], knownCount: Int32) {
        self.knownCount = knownCount
        starts.reserveCapacity(facts.count + 1)
        for share in facts {
            ids += share.items
            starts.append(Int32(ids.count))
        }
    }

    /// Whether two lists of items may have enough in common for the shares to be compared at all.
    ///
    /// A full name stands for two items, so that one is allowed for.
    func mayBeAlike(_ one: Int32, _ other: Int32) -> Bool {
        ids.withUnsafeBufferPointer { ids in
            let left = UnsafeBufferPointer(rebasing: ids[Int(starts[Int(one)])..<Int(starts[Int(one) + 1])])
            let right = UnsafeBufferPointer(rebasing: ids[Int(starts[Int(other)])..<Int(starts[Int(other) + 1])])
            let fewer = min(left.count, right.count)
            let most = ItemLikeness.mostInCommon(left, right, knownCount: knownCount)
            return (most + 1) * 20 >= 9 * fewer
        }
    }
}
