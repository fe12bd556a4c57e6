/// What two lists of items have in common, with what is not understood scored between match and mismatch.
struct ItemComparison: Sendable {
    /// Items that are surely in both.
    var certain = 0
    /// What is probably the same under other words: each pair counts its likeness.
    var likely = 0.0
    /// How many such pairs there are.
    var pairs = 0
    /// Understood items that only the one has.
    var leftOnly = 0
    var rightOnly = 0
    /// Items not understood that have no likely partner.
    var leftUnknown = 0
    var rightUnknown = 0
    var leftCount = 0
    var rightCount = 0
    /// Pairs that could still be the same because one at least is not understood.
    var possible: Int { min(leftOnly + leftUnknown, rightOnly + rightUnknown, leftUnknown + rightUnknown) }

    /// How many items are in both when left-over items of which one is not understood are the same with the chance.
    func common(chance: Double) -> Double {
        Double(certain) + likely + (Double(pairs) - likely) * chance + chance * Double(possible)
    }

    /// The list with the other's items and more: what each is expected to lack.
    func apart(chance: Double) -> ItemsApart {
        let common = common(chance: chance)
        return ItemsApart(left: Double(leftCount) - common, right: Double(rightCount) - common, common: common)
    }

    /// The part of what is compared that is understood on both sides.
    var understood: Double {
        let doubt = Double(possible) + Double(pairs) - likely
        return 1 - min(1, doubt / Double(max(1, min(leftCount, rightCount))))
    }
}

/// What is expected to be in one list only, and in both.
struct ItemsApart: Sendable {
    /// How many of the left list the right one lacks, and the other way round.
    let left: Double
    let right: Double
    let common: Double

    var jaccard: Double {
        let union = left + right + common
        return union > 0 ? common / union : 0
    }

    /// As a duplicate or renewal asks: at most two differ, and seven in ten or more are common.
    var asTwin: Double {
        min(Degree.rising(jaccard, from: 0.5, to: 0.7), Degree.falling(left + right, from: 2, to: 4))
    }

    /// As a subsumed share asks: the inner, left unless reversed, lacks nothing in the outer, which has three more.
    func asInner(isReversed: Bool) -> Double {
        let (lacking, extra) = isReversed ? (right, left) : (left, right)
        return min(Degree.falling(lacking, from: 0, to: 1.8), Degree.rising(extra, from: 1, to: 3))
    }

    /// As an overlap asks: six in ten or more are common, and neither contains the other.
    var asOverlap: Double {
        min(Degree.rising(jaccard, from: 0.42, to: 0.6), Degree.rising(min(left, right), from: 0, to: 1))
    }
}

/// The items of two shares, sorted by where they are.
struct ItemAccount: Sendable {
    /// Two names that probably mean one item.
    struct Pair: Hashable, Sendable {
        let left: Int32
        let right: Int32
    }

    /// Of a whole on one side and its parts on the other, the whole.
    var inBoth: [Int32]
    var alike: [Pair] = []
    var onlyLeft: [Int32]
    var onlyRight: [Int32]
}
