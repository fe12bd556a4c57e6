import Redundancy
import Shares

/// A portfolio whose redundant pairs are known, with hard negatives, and written down as untidily as real registers are.
struct LabelledPortfolio {
    private(set) var shares: [LabelledShare] = []
    private(set) var rows: [[String: String]] = []
    private(set) var truth: [RedundancyMeasurement.Truth] = []
    private let world: LabelledWorld
    private var random: SplitMix
    private let central: [Int]
    private let councils: [Int]
    private let others: [Int]
    private let predecessors: [Int]

    /// `heldOut`: how often a spelling is taken that `Templates` does not have. `blank`: how often a field that may be left out is,
    /// over what every register leaves out.
    init(_ world: LabelledWorld, count: Int, heldOut: Double, blank: Double = 0, seed: UInt64) {
        self.world = world
        random = SplitMix(seed: seed)
        central = world.bodies.indices.filter { world.bodies[$0].isCentral }
        councils = world.bodies.indices.filter { world.bodies[$0].isCouncil }
        predecessors = world.bodies.indices.filter { world.bodies[$0].above != nil }
        others = world.bodies.indices.filter { place in
            let body = world.bodies[place]
            return !body.isCentral && !body.isCouncil && body.above == nil
        }
        while shares.count < count { addSite() }
        if shares.count > count { shares.removeLast(shares.count - count) }
        var clerk = LabelledClerk(world: world, heldOut: heldOut, blank: blank, random: random)
        rows = shares.enumerated().map { clerk.row($0.element, reference: Self.reference($0.offset)) }
        findTruth()
    }

    static func reference(_ place: Int) -> String {
        let digits = String(place + 1)
        return "L-" + String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    }

    // MARK: - Truth

    /// Every pair of the portfolio is judged, not only those that were made to be related.
    private mutating func findTruth() {
        let oracle = LabelledOracle(world: world)
        struct Way: Hashable {
            let provider: Int
            let recipient: Int
        }
        struct Arrival: Hashable {
            let recipient: Int
            let scheme: Int
        }
        var ways: [Way: [Int]] = [:]
        var arrivals: [Arrival: [Int]] = [:]
        for (place, share) in shares.enumerated() where share.isOpen && !share.isTest {
            let recipient = root(share.recipient)
            ways[Way(provider: root(share.provider), recipient: recipient), default: []].append(place)
            arrivals[Arrival(recipient: recipient, scheme: share.scheme), default: []].append(place)
        }
        for group in ways.values {
            for (rank, i) in group.enumerated() {
                for j in group[(rank + 1)...] {
                    guard let (kind, isReversed) = oracle.kind(shares[i], shares[j]) else { continue }
                    add(isReversed ? (j, i) : (i, j), kind)
                }
            }
        }
        for group in arrivals.values {
            for a in group {
                for b in group where oracle.mayBeIndirect(shares[a], shares[b]) {
                    let way = Way(provider: root(shares[b].provider), recipient: root(shares[a].provider))
                    let feeds = ways[way] ?? []
                    if feeds.contains(where: {
                        $0 != a && $0 != b && oracle.isIndirect(shares[a], shares[b], feed: shares[$0])
                    }) {
                        add((a, b), .indirect)
                    }
                }
            }
        }
        truth.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private mutating func add(_ pair: (Int, Int), _ kind: RedundancyKind) {
        truth.append(.init(a: .init(Self.reference(pair.0)), b: .init(Self.reference(pair.1)), kind: kind))
    }

    private func root(_ body: Int) -> Int {
        var body = body
        while let heir = world.bodies[body].above { body = heir }
        return body
    }

    // MARK: - Making

    private mutating func addSite() {
        let base = fresh()
        switch random.below(1000) {
        case ..<55: shares += duplicate(of: base)
        case ..<100: shares += renewal(of: base)
        case ..<145: shares += subsumed(in: base)
        case ..<190: shares += overlap(with: base)
        case ..<222: shares += indirect(base, hasFeed: true)
        case ..<262: shares += indirect(base, hasFeed: false)
        case ..<282: shares += template(base)
        default: shares += negative(base)
        }
    }

    private mutating func fresh() -> LabelledShare {
        let dwp = world.bodies.firstIndex { $0.id == "department-for-work-pensions" } ?? 0
        let other =
            random.chance(0.4)
            ? random.pick(councils, else: 1)
            : random.chance(0.55) ? random.pick(central, else: 1) : random.pick(others, else: 1)
        var pair = random.chance(0.7) ? (dwp, other) : (random.pick(central, else: 0), other)
        if random.chance(0.35) { swap(&pair.0, &pair.1) }
        while root(pair.0) == root(pair.1) { pair.1 = random.pick(councils, else: 1) }
        let scheme = random.below(world.schemes.count)
        let family = random.pick([0, 0, 0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7], else: 0)
        let profile = world.profiles[scheme]
        var items = Set(random.sample(profile, random.within(5...11)))
        for _ in 0..<random.below(4) { items.insert(random.below(world.items.count)) }
        let subjects = Set(random.sample(Array(world.subjects.indices), random.chance(0.75) ? 1 : 2))
        let start = Day(number: 15_000 + random.below(5200))
        let end = random.chance(0.35) ? nil : start.adding(days: 365 * random.within(1...5) - 1)
        return LabelledShare(
            provider: pair.0, recipient: pair.1, scheme: scheme, family: family, items: items, subjects: subjects,
            area: random.chance(0.2) ? random.below(LabelledWorld.areas.count) : nil,
            gateway: random.below(max(1, world.gateways[family].count)), basis: random.below(3),
            step: random.pick([0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7], else: 4), start: start, end: end,
            isOpen: random.chance(0.9))
    }

    private mutating func other(than items: Set<Int>) -> Int {
        while true {
            let item = random.below(world.items.count)
            if !items.contains(item) { return item }
        }
    }

    private mutating func changed(_ items: Set<Int>, dropping drop: Int, adding add: Int) -> Set<Int> {
        var changed = items
        for item in random.sample(items.sorted(), drop) { changed.remove(item) }
        for _ in 0..<add { changed.insert(other(than: changed.union(items))) }
        return changed
    }

    private mutating func nearStep(_ step: Int, _ most: Int) -> Int {
        max(0, min(7, step + random.within(-most...most)))
    }

    private mutating func duplicate(of base: LabelledShare) -> [LabelledShare] {
        var base = base
        base.isOpen = true
        var copy = base
        switch random.below(5) {
        case 0, 1: break
        case 2: copy.items = changed(base.items, dropping: 1, adding: 0)
        case 3: copy.items = changed(base.items, dropping: 0, adding: random.within(1...2))
        default: copy.items = changed(base.items, dropping: 1, adding: 1)
        }
        if random.chance(0.3) { copy.step = nearStep(base.step, 1) }
        let days = max(30, (base.end.map { $0.number - base.start.number } ?? 1500) - 120)
        copy.start = base.start.adding(days: random.below(days))
        copy.end = base.end.map { $0.adding(days: random.within(-80...700)) }
        if random.chance(0.15) { copy.gateway = random.below(max(1, world.gateways[base.family].count)) }
        if random.chance(0.12), let heir = world.bodies[base.provider].above { copy.provider = heir }
        return [base, copy]
    }

    private mutating func renewal(of base: LabelledShare) -> [LabelledShare] {
        var old = base
        old.isOpen = true
        if random.chance(0.25) {
            old.provider = random.pick(predecessors, else: old.provider)
            while root(old.provider) == root(old.recipient) { old.recipient = random.pick(councils, else: 0) }
        }
        let end = old.start.adding(days: 365 * random.within(1...4) - 1)
        old.end = end
        var new = old
        if let heir = world.bodies[old.provider].above, heir != old.recipient { new.provider = heir }
        if random.chance(0.5) { new.items = changed(old.items, dropping: random.below(2), adding: random.below(2)) }
        if random.chance(0.25) { new.step = nearStep(old.step, 1) }
        new.start = end.adding(days: random.chance(0.5) ? 1 : random.within(-85...195))
        new.end = random.chance(0.25) ? nil : new.start.adding(days: 365 * random.within(1...4))
        return [old, new]
    }

    private mutating func subsumed(in base: LabelledShare) -> [LabelledShare] {
        var inner = base
        inner.isOpen = true
        var outer = inner
        outer.items = changed(inner.items, dropping: 0, adding: random.within(3...6))
        outer.step = min(7, inner.step + random.below(3))
        if random.chance(0.35) {
            outer.subjects = Set(inner.subjects.map { world.subjects[$0].above ?? $0 })
        } else if random.chance(0.25), let area = inner.area {
            outer.area = LabelledWorld.areas[area].above
        }
        outer.start = inner.start.adding(days: random.within(-600...600))
        outer.end = outer.start.adding(days: 365 * random.within(1...5))
        if random.chance(0.3) { outer.gateway = random.below(max(1, world.gateways[base.family].count)) }
        return random.chance(0.5) ? [inner, outer] : [outer, inner]
    }

    private mutating func overlap(with base: LabelledShare) -> [LabelledShare] {
        var one = base
        one.isOpen = true
        while one.items.count < 7 { one.items.insert(other(than: one.items)) }
        var two = one
        two.items = changed(one.items, dropping: 1, adding: random.within(1...2))
        if one.items.count > 9, random.chance(0.5) { two.items = changed(one.items, dropping: 2, adding: 1) }
        if random.chance(0.8) { two.scheme = random.below(world.schemes.count) }
        two.step = nearStep(one.step, 2)
        two.start = one.start.adding(days: random.within(-600...600))
        two.end = two.start.adding(days: 365 * random.within(1...5))
        if random.chance(0.3) { two.gateway = random.below(max(1, world.gateways[base.family].count)) }
        return [one, two]
    }

    private mutating func indirect(_ base: LabelledShare, hasFeed: Bool) -> [LabelledShare] {
        var onward = base
        onward.isOpen = true
        let source = random.pick(central, else: 0)
        guard root(source) != root(onward.provider), root(source) != root(onward.recipient) else { return [onward] }
        var direct = onward
        direct.provider = source
        if random.chance(0.6) { direct.items = changed(onward.items, dropping: 1, adding: random.below(3)) }
        direct.step = random.below(8)
        direct.start = onward.start.adding(days: random.within(-700...700))
        direct.gateway = random.below(max(1, world.gateways[base.family].count))
        var feed = onward
        feed.provider = source
        feed.recipient = onward.provider
        feed.items = changed(onward.items.union(direct.items), dropping: 0, adding: random.below(4))
        if random.chance(0.4) { feed.subjects = Set(onward.subjects.map { world.subjects[$0].above ?? $0 }) }
        feed.start = onward.start.adding(days: random.within(-900...100))
        feed.family = random.chance(0.7) ? onward.family : 0
        if hasFeed { return [onward, direct, feed] }
        switch random.below(4) {
        case 0: return [onward, direct]
        case 1: feed.isOpen = false
        case 2: feed.scheme = (feed.scheme + 1) % world.schemes.count
        default: feed.items = Set(world.profiles[(feed.scheme + 2) % world.schemes.count].prefix(7))
        }
        return [onward, direct, feed]
    }

    private mutating func template(_ base: LabelledShare) -> [LabelledShare] {
        random.sample(councils, random.within(4...24)).map { council in
            var share = base
            share.provider = world.bodies.firstIndex { $0.id == "department-for-work-pensions" } ?? 0
            share.recipient = council
            share.isOpen = true
            if random.chance(0.15) { share.items = changed(share.items, dropping: 1, adding: 0) }
            return share
        }
    }

    private mutating func negative(_ base: LabelledShare) -> [LabelledShare] {
        var one = base
        var two = base
        two.start = base.start.adding(days: random.within(-400...400))
        switch random.below(14) {
        case 0:
            two.subjects = Set(random.sample(Array(world.subjects.indices), base.subjects.count))
        case 1: two.isTest = true
        case 2: (one.family, two.family) = (0, 3)
        case 3:
            two.family = random.below(world.gateways.count)
            two.gateway = random.below(max(1, world.gateways[two.family].count))
        case 4:
            // The same fields under another power for another function.
            two.scheme = random.below(world.schemes.count)
            two.gateway = random.below(max(1, world.gateways[two.family].count))
        case 5:
            one.isOpen = false
            two.start = (one.end ?? one.start).adding(days: 1)
        case 6:
            let pairs = predecessors.filter { world.bodies[$0].above != nil }
            let first = random.pick(pairs, else: 0)
            let siblings = pairs.filter { $0 != first && world.bodies[$0].above == world.bodies[first].above }
            guard !siblings.isEmpty, root(first) != root(base.recipient) else { return [one] }
            one.provider = first
            two.provider = random.pick(siblings, else: first)
        case 7: two.items = changed(base.items, dropping: base.items.count / 2, adding: base.items.count / 2)
        case 8: two.step = base.step > 3 ? base.step - 3 : base.step + 3
        case 9:
            let end = base.start.adding(days: 700)
            one.end = end
            two.start = end.adding(days: random.within(260...900))
            two.end = two.start.adding(days: 800)
        case 10:
            one.area = 4
            two.area = random.pick([3, 2, 5], else: 3)
        case 11:
            two.recipient = random.chance(0.5) ? random.pick(councils, else: 0) : random.pick(central, else: 0)
        case 12:
            two.scheme = random.below(world.schemes.count)
            two.items = Set(random.sample(world.profiles[two.scheme], base.items.count))
        default: return [one]
        }
        if let end = two.end, end <= two.start { two.end = two.start.adding(days: 365 * random.within(1...3)) }
        return random.chance(0.5) ? [one, two] : [two, one]
    }
}
