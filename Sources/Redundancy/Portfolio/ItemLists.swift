/// The items of all shares in one array, so that most pairs are told apart without touching the shares themselves.
struct ItemLists: Sendable {
    /// Where the items of each share begin; one more at the end.
    private var starts: [Int32] = [0]
    private var ids: [Int32] = []
    /// Of each item: whether it is not understood, and whether it is like another.
    private var doubts: [Doubt] = []
    /// Of each share: how much more it may have in common than its names show, where one stands for several.
    private var allowances: [UInt8] = []

    private struct Doubt: Sendable {
        var unknown: UInt8
        var liked: UInt8
    }

    init(_ facts: [ShareFacts], register: UnderstoodRegister) {
        starts.reserveCapacity(facts.count + 1)
        for share in facts {
            ids += share.items
            starts.append(Int32(ids.count))
            allowances.append(register.composites.hasWhole(share.items) ? Self.allowance : 0)
        }
        doubts = ids.map { item in
            Doubt(
                unknown: register.items.isKnown(item) ? 0 : 1, liked: register.likeness.isLikeSome(item) ? 1 : 0)
        }
    }

    /// Whether two lists of items may have enough in common for the shares to be compared at all: never less than
    /// `Comparer.candidates` and `IndirectSearch` would find in common.
    func mayBeAlike(_ one: Int32, _ other: Int32) -> Bool {
        var i = Int(starts[Int(one)])
        var j = Int(starts[Int(other)])
        let (leftEnd, rightEnd) = (Int(starts[Int(one) + 1]), Int(starts[Int(other) + 1]))
        let (left, right) = (leftEnd - i, rightEnd - j)
        var common = 0
        var unknown = 0
        var (leftLiked, rightLiked) = (0, 0)
        while i < leftEnd || j < rightEnd {
            if j == rightEnd || (i < leftEnd && ids[i] < ids[j]) {
                unknown += Int(doubts[i].unknown)
                leftLiked += Int(doubts[i].liked)
                i += 1
            } else if i == leftEnd || ids[j] < ids[i] {
                unknown += Int(doubts[j].unknown)
                rightLiked += Int(doubts[j].liked)
                j += 1
            } else {
                common += 1
                i += 1
                j += 1
            }
        }
        let fewer = min(left, right)
        let possible = min(fewer - common, unknown)
        // Two that are alike count as one at best, two of which one is not understood as six in ten.
        let alike = min(possible, leftLiked, rightLiked)
        let allowed = Int(max(allowances[Int(one)], allowances[Int(other)]))
        return 20 * (common + alike + allowed) + 12 * (possible - alike) >= 9 * fewer
    }

    /// A full name stands for its parts: one item more in common, and the list of parts is shorter.
    private static let allowance: UInt8 = 2
}
