/// The items of all shares in one array, so that most pairs are told apart without touching the shares themselves.
struct ItemLists: Sendable {
    /// Where the items of each share begin; one more at the end.
    private var starts: [Int32] = [0]
    private var ids: [Int32] = []
    /// Of each item: whether it is not understood, and whether it is like another.
    private var doubts: [Doubt] = []
    private var outlines: [Outline] = []

    /// What tells at a glance that two lists have little in common.
    private struct Outline: Sendable {
        /// A bit for each item, by its last seven bits: what the one has and the other lacks is not in the other.
        var bits: SIMD2<UInt64> = .zero
        var count: Int32 = 0
        var unknown: Int32 = 0
        var liked: Int32 = 0
        /// How much more it may have in common than its names show, where one stands for several.
        var allowance: Int32 = 0

        func common(with other: Outline) -> Int32 {
            let own = bits & ~other.bits
            let others = other.bits & ~bits
            return min(
                count - Int32(own.x.nonzeroBitCount + own.y.nonzeroBitCount),
                other.count - Int32(others.x.nonzeroBitCount + others.y.nonzeroBitCount))
        }
    }

    private struct Doubt: Sendable {
        var unknown: UInt8
        var liked: UInt8
    }

    init(_ facts: [ShareFacts], register: UnderstoodRegister) {
        starts.reserveCapacity(facts.count + 1)
        for share in facts {
            var outline = Outline()
            for item in share.items {
                let doubt = Doubt(
                    unknown: register.items.isKnown(item) ? 0 : 1, liked: register.likeness.isLikeSome(item) ? 1 : 0)
                ids.append(item)
                doubts.append(doubt)
                outline.bits[Int(item >> 6 & 1)] |= 1 << UInt64(item & 63)
                outline.unknown += Int32(doubt.unknown)
                outline.liked += Int32(doubt.liked)
            }
            outline.count = Int32(share.items.count)
            outline.allowance = register.composites.hasWhole(share.items) ? Self.allowance : 0
            starts.append(Int32(ids.count))
            outlines.append(outline)
        }
    }

    /// Whether two lists of items may have enough in common for the shares to be compared at all: never less than
    /// `Comparer.candidates` and `IndirectSearch` would find in common.
    func mayBeAlike(_ one: Int32, _ other: Int32) -> Bool {
        let left = outlines[Int(one)]
        let right = outlines[Int(other)]
        let fewer = min(left.count, right.count)
        let allowed = max(left.allowance, right.allowance)
        let most = left.common(with: right)
        return Self.isEnough(
            most, unknown: left.unknown + right.unknown, liked: min(left.liked, right.liked), allowed, of: fewer)
            && isEnough(one, other, allowed, of: fewer)
    }

    /// The same, item by item.
    private func isEnough(_ one: Int32, _ other: Int32, _ allowed: Int32, of fewer: Int32) -> Bool {
        var i = Int(starts[Int(one)])
        var j = Int(starts[Int(other)])
        let (leftEnd, rightEnd) = (Int(starts[Int(one) + 1]), Int(starts[Int(other) + 1]))
        var common: Int32 = 0
        var unknown: Int32 = 0
        var (leftLiked, rightLiked) = (Int32(0), Int32(0))
        while i < leftEnd || j < rightEnd {
            if j == rightEnd || (i < leftEnd && ids[i] < ids[j]) {
                unknown += Int32(doubts[i].unknown)
                leftLiked += Int32(doubts[i].liked)
                i += 1
            } else if i == leftEnd || ids[j] < ids[i] {
                unknown += Int32(doubts[j].unknown)
                rightLiked += Int32(doubts[j].liked)
                j += 1
            } else {
                common += 1
                i += 1
                j += 1
            }
        }
        return Self.isEnough(common, unknown: unknown, liked: min(leftLiked, rightLiked), allowed, of: fewer)
    }

    /// More in common, in doubt or like one another never makes it too little.
    private static func isEnough(
        _ common: Int32, unknown: Int32, liked: Int32, _ allowed: Int32, of fewer: Int32
    ) -> Bool {
        let possible = min(fewer - common, unknown)
        // Two that are alike count as one at best, two of which one is not understood as six in ten.
        let alike = min(possible, liked)
        return 20 * (common + alike + allowed) + 12 * (possible - alike) >= 9 * fewer
    }

    /// A full name stands for its parts: one item more in common, and the list of parts is shorter.
    private static let allowance: Int32 = 2
}
