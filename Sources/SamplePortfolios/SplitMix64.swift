/// A small seeded generator (Steele, Lea and Flood, 2014), so that the same seed gives the same portfolio everywhere.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    /// A generator of its own for one row: neither the order nor the number of draws elsewhere changes it.
    package init(seed: UInt64, stream: UInt64) {
        state = SplitMix64.scrambled(seed &+ SplitMix64.scrambled(stream &+ 0x9e37_79b9_7f4a_7c15))
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return SplitMix64.scrambled(state)
    }

    /// A whole number from 0 to one less than the limit; 0 where the limit is not above 1.
    mutating func below(_ limit: Int) -> Int {
        guard limit > 1 else { return 0 }
        return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// True so many times in a thousand.
    mutating func chance(perMille: Int) -> Bool {
        below(1000) < perMille
    }

    /// One of the elements; nil where there is none.
    mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[below(elements.count)]
    }

    /// The place of a weight, the more often the larger the weight is.
    mutating func place(among weights: [Int]) -> Int {
        var left = below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if left < weight { return place }
            left -= weight
        }
        return 0
    }

    static func scrambled(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
