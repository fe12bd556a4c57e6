/// A seeded generator: the same numbers for the same seed on every machine.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }
    mutating func chance(_ probability: Double) -> Bool { Double(next() >> 11) / 9_007_199_254_740_992 < probability }

    mutating func pick<Element>(_ elements: [Element], else other: Element) -> Element {
        elements.isEmpty ? other : elements[below(elements.count)]
    }

    mutating func sample<Element>(_ elements: [Element], _ count: Int) -> [Element] {
        var rest = elements
        var taken: [Element] = []
        while taken.count < count, !rest.isEmpty { taken.append(rest.remove(at: below(rest.count))) }
        return taken
    }
}
