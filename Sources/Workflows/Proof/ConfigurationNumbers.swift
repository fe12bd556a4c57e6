/// Numbers configurations in the order in which they are found: a hash table with open addressing.
struct ConfigurationNumbers {
    private(set) var all: [PackedConfiguration] = []
    private var slots: [Int32]
    private var mask: Int

    init() {
        slots = [Int32](repeating: -1, count: 1 << 16)
        mask = (1 << 16) - 1
    }

    /// The number of the configuration, and whether it is new.
    mutating func number(_ configuration: PackedConfiguration) -> (number: Int, isNew: Bool) {
        if all.count &* 2 > mask { grow() }
        var slot = Self.hash(configuration.bits) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if all[number].bits == configuration.bits { return (number, false) }
            slot = (slot &+ 1) & mask
        }
        slots[slot] = Int32(all.count)
        all.append(configuration)
        return (all.count &- 1, true)
    }

    private mutating func grow() {
        mask = slots.count * 2 - 1
        slots = [Int32](repeating: -1, count: mask + 1)
        for (number, configuration) in all.enumerated() {
            var slot = Self.hash(configuration.bits) & mask
            while slots[slot] >= 0 { slot = (slot &+ 1) & mask }
            slots[slot] = Int32(number)
        }
    }

    /// Spreads neighbouring configurations (the finaliser of MurmurHash3).
    @inline(__always)
    private static func hash(_ bits: UInt64) -> Int {
        var hash = bits
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return Int(truncatingIfNeeded: (hash ^ hash >> 33) >> 1)
    }
}
