import Redundancy
import Shares

/// A share as it truly is, before a register's untidiness.
struct LabelledShare {
    var provider: Int
    var recipient: Int
    var scheme: Int
    var family: Int
    var items: Set<Int>
    var subjects: Set<Int>
    var area: Int?
    var gateway: Int
    var basis: Int
    var step: Int
    var start: Day
    var end: Day?
    var isOpen = true
    var isTest = false
}

/// What pairs of shares truly are: the table of kinds, applied to what the shares truly are.
struct LabelledOracle {
    let world: LabelledWorld

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        one == other || world.bodies[one].above == other || world.bodies[other].above == one
    }

    private func lies(_ one: Int, within other: Int, _ above: (Int) -> Int?) -> Bool {
        var next: Int? = one
        while let current = next {
            if current == other { return true }
            next = above(current)
        }
        return false
    }

    private func isWithin(_ a: LabelledShare, _ b: LabelledShare) -> Bool {
        let people = a.subjects.allSatisfy { one in
            b.subjects.contains { lies(one, within: $0) { world.subjects[$0].above } }
        }
        guard people else { return false }
        guard let wide = b.area else { return true }
        guard let narrow = a.area else { return false }
        return lies(narrow, within: wide) { LabelledWorld.areas[$0].above }
    }

    private func isEqual(_ a: LabelledShare, _ b: LabelledShare) -> Bool {
        a.subjects == b.subjects && a.area == b.area
    }

    private func counts(_ share: LabelledShare) -> Bool { share.isOpen && !share.isTest }

    private func renews(_ new: LabelledShare, _ old: LabelledShare) -> Bool {
        guard let end = old.end, old.start < new.start, new.end.map({ $0 > end }) ?? true else { return false }
        return (-90...200).contains(new.start.number - end.number)
    }

    /// The kind of a pair, and whether the order of the kind is the other way round.
    func kind(_ a: LabelledShare, _ b: LabelledShare) -> (RedundancyKind, Bool)? {
        guard counts(a), counts(b), a.family == b.family, isSame(a.provider, b.provider),
            isSame(a.recipient, b.recipient)
        else { return nil }
        let common = a.items.intersection(b.items).count
        let union = a.items.union(b.items).count
        let jaccard = Double(common) / Double(union)
        let near = abs(a.step - b.step)
        if a.scheme == b.scheme, union - common <= 2, jaccard >= 0.7, isEqual(a, b), near <= 1 {
            if renews(b, a) { return (.renewal, false) }
            if renews(a, b) { return (.renewal, true) }
            let overlap = a.start <= (b.end ?? a.start) && b.start <= (a.end ?? b.start)
            return overlap ? (.duplicate, false) : nil
        }
        if a.scheme == b.scheme {
            if a.items.isSubset(of: b.items), b.items.count >= a.items.count + 3, isWithin(a, b), b.step >= a.step {
                return (.subsumed, false)
            }
            if b.items.isSubset(of: a.items), a.items.count >= b.items.count + 3, isWithin(b, a), a.step >= b.step {
                return (.subsumed, true)
            }
        }
        let contains = a.items.isSubset(of: b.items) || b.items.isSubset(of: a.items)
        return jaccard >= 0.6 && !contains && isEqual(a, b) && near <= 2 ? (.overlap, false) : nil
    }

    /// Whether the two could be an onward and a direct share if there were a feed.
    func mayBeIndirect(_ a: LabelledShare, _ b: LabelledShare) -> Bool {
        guard a.family == b.family, !isSame(a.provider, b.provider), isEqual(a, b) else { return false }
        let common = a.items.intersection(b.items).count
        return Double(common) >= 0.8 * Double(min(a.items.count, b.items.count))
    }

    /// Whether `a` passes on what the recipient has by `b`, given the open share `feed`.
    func isIndirect(_ a: LabelledShare, _ b: LabelledShare, feed: LabelledShare) -> Bool {
        guard counts(a), counts(b), counts(feed), a.family == b.family, a.scheme == b.scheme, a.scheme == feed.scheme,
            isSame(a.recipient, b.recipient), !isSame(a.provider, b.provider), isSame(feed.provider, b.provider),
            isSame(feed.recipient, a.provider), isEqual(a, b), isWithin(a, feed)
        else { return false }
        let common = a.items.intersection(b.items)
        return Double(common.count) >= 0.8 * Double(min(a.items.count, b.items.count))
            && common.isSubset(of: feed.items)
    }
}
