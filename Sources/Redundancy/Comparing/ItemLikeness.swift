/// How much unknown items are like others, by their words.
struct ItemLikeness: Sendable {
    /// For each unknown item, other items whose words are like its own, with how much: 0…1.
    private var likes: [[(item: Int32, likeness: Double)]] = []
    /// By item: whether it is like another, or another like it.
    private var isLiked: [Bool] = []
    static let least = 0.45

    init() {}

    /// Compares the words of each unknown item with those of every spelling and every other unknown item that shares a
    /// telling word; rare words tell more, light words little.
    init(_ items: ItemNames, isLight: (UInt64) -> Bool) {
        var spellings: [(item: Int32, words: [UInt64])] = []
        for (position, own) in items.spellings.enumerated() {
            for words in own { spellings.append((Int32(position), words.sortedUnique())) }
        }
        for (position, unknown) in items.unknown.enumerated() {
            spellings.append((Int32(items.knownCount + position), unknown.words.sortedUnique()))
        }
        var holders: [UInt64: [Int32]] = [:]
        for (place, spelling) in spellings.enumerated() {
            for word in spelling.words { holders[word, default: []].append(Int32(place)) }
        }
        func weight(_ word: UInt64) -> Double {
            isLight(word) ? 0.25 : 1 / (1 + Double(holders[word]?.count ?? 1) / 60)
        }
        for (position, unknown) in items.unknown.enumerated() {
            let own = Int32(items.knownCount + position)
            // Sums are made in one order, so that they are the same to the last bit.
            let words = unknown.words.sortedUnique()
            let total = words.reduce(0) { $0 + weight($1) }
            guard total > 0 else { continue }
            var candidates: Set<Int32> = []
            for word in words where !isLight(word) {
                guard let places = holders[word], places.count <= 400 else { continue }
                candidates.formUnion(places)
            }
            var best: [Int32: Double] = [:]
            for place in candidates {
                let (item, other) = spellings[Int(place)]
                guard item != own else { continue }
                var common = 0.0
                var otherTotal = 0.0
                for word in other {
                    let value = weight(word)
                    otherTotal += value
                    if words.contains(word) { common += value }
                }
                let likeness = common / (total + otherTotal - common)
                if likeness >= Self.least { best[item] = max(best[item] ?? 0, likeness) }
            }
            if !best.isEmpty {
                reserve(own)
                noteLiked(own)
                for item in best.keys { noteLiked(item) }
                likes[Int(own)] = best.map { (item: $0.key, likeness: $0.value) }.sorted { $0.item < $1.item }
            }
        }
    }

    private mutating func reserve(_ item: Int32) {
        while likes.count <= Int(item) { likes.append([]) }
    }

    private mutating func noteLiked(_ item: Int32) {
        while isLiked.count <= Int(item) { isLiked.append(false) }
        isLiked[Int(item)] = true
    }

    /// What the register itself teaches, over what the words say.
    mutating func learn(_ item: Int32, _ other: Int32, likeness: Double) {
        for (one, two) in [(item, other), (other, item)] {
            reserve(one)
            noteLiked(one)
            if let place = likes[Int(one)].firstIndex(where: { $0.item == two }) {
                let held = likes[Int(one)][place].likeness
                likes[Int(one)][place].likeness = 1 - (1 - held) * (1 - likeness)
            } else {
                likes[Int(one)].append((item: two, likeness: likeness))
            }
        }
    }

    func of(_ left: Int32, _ right: Int32) -> Double { max(from(left, to: right), from(right, to: left)) }

    private func from(_ item: Int32, to other: Int32) -> Double {
        guard Int(item) < likes.count else { return 0 }
        for like in likes[Int(item)] where like.item == other { return like.likeness }
        return 0
    }

    /// Whether the item is like any other.
    func isLikeSome(_ item: Int32) -> Bool { Int(item) < isLiked.count && isLiked[Int(item)] }

    /// Compares two lists in rising order.
    func compare(_ left: [Int32], _ right: [Int32], knownCount: Int32, composites: Composites) -> ItemComparison {
        if !composites.hasWhole(left), !composites.hasWhole(right), let plain = plain(left, right, knownCount) {
            return plain
        }
        var result = ItemComparison()
        var leftRest: [Int32] = []
        var rightRest: [Int32] = []
        leftRest.reserveCapacity(left.count)
        rightRest.reserveCapacity(right.count)
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i] < right[j]) {
                leftRest.append(left[i])
                i += 1
            } else if i == left.count || right[j] < left[i] {
                rightRest.append(right[j])
                j += 1
            } else {
                result.certain += 1
                i += 1
                j += 1
            }
        }
        composites.cancel(&leftRest, &rightRest, certain: &result.certain)
        if !likes.isEmpty {
            pair(&leftRest, &rightRest, knownCount) { _, _, likeness in
                result.likely += likeness
                result.pairs += 1
            }
        }
        result.leftUnknown = leftRest.filter { $0 >= knownCount }.count
        result.rightUnknown = rightRest.filter { $0 >= knownCount }.count
        result.leftOnly = leftRest.count - result.leftUnknown
        result.rightOnly = rightRest.count - result.rightUnknown
        let matched = result.certain + result.pairs
        result.leftCount = matched + leftRest.count
        result.rightCount = matched + rightRest.count
        return result
    }

    /// The same of two lists of which nothing is left over that could be alike: counted without taking them apart; nil where
    /// something could.
    private func plain(_ left: [Int32], _ right: [Int32], _ knownCount: Int32) -> ItemComparison? {
        var result = ItemComparison()
        var (leftLiked, rightLiked) = (false, false)
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i] < right[j]) {
                if left[i] < knownCount { result.leftOnly += 1 } else { result.leftUnknown += 1 }
                leftLiked = leftLiked || isLikeSome(left[i])
                i += 1
            } else if i == left.count || right[j] < left[i] {
                if right[j] < knownCount { result.rightOnly += 1 } else { result.rightUnknown += 1 }
                rightLiked = rightLiked || isLikeSome(right[j])
                j += 1
            } else {
                result.certain += 1
                i += 1
                j += 1
            }
        }
        if leftLiked, rightLiked, result.leftUnknown + result.rightUnknown > 0 { return nil }
        result.leftCount = left.count
        result.rightCount = right.count
        return result
    }

    /// The same, item by item, for the sentence that says why.
    func account(_ left: [Int32], _ right: [Int32], knownCount: Int32, composites: Composites) -> ItemAccount {
        var account = ItemAccount(
            inBoth: left.filter(right.contains), onlyLeft: left.filter { !right.contains($0) },
            onlyRight: right.filter { !left.contains($0) })
        account.inBoth += composites.cancel(&account.onlyLeft, &account.onlyRight)
        var alike: [ItemAccount.Pair] = []
        pair(&account.onlyLeft, &account.onlyRight, knownCount) { one, other, _ in
            alike.append(.init(left: one, right: other))
        }
        account.alike = alike
        return account
    }

    /// The likeliest pairs first; both leave the lists.
    private func pair(
        _ left: inout [Int32], _ right: inout [Int32], _ knownCount: Int32, _ found: (Int32, Int32, Double) -> Void
    ) {
        // In rising order, what is not understood comes last; two terms are never taken for one.
        func hasUnknown(_ items: [Int32]) -> Bool { items.contains { $0 >= knownCount } }
        while hasUnknown(left) && !right.isEmpty || hasUnknown(right) && !left.isEmpty {
            var best = Self.least
            var places: (Int, Int)?
            for (i, one) in left.enumerated() {
                for (j, other) in right.enumerated() where one >= knownCount || other >= knownCount {
                    let likeness = of(one, other)
                    if likeness > best {
                        best = likeness
                        places = (i, j)
                    }
                }
            }
            guard let (i, j) = places else { return }
            found(left[i], right[j], best)
            left.remove(at: i)
            right.remove(at: j)
        }
    }
}
