/// A configuration and the facts that invariants speak of, in one word: six bits a machine, then one bit a fact.
struct PackedConfiguration: Hashable, Sendable {
    static let bitsPerMachine: UInt64 = 6
    static let statesPerMachine = 64
    static let firstFact = UInt64(Machine.allCases.count) * bitsPerMachine
    static let factLimit = 64 - Int(firstFact)

    var bits: UInt64

    /// The number of the state in which the machine stands.
    @inline(__always)
    func state(_ machine: Int) -> Int {
        Int((bits >> (UInt64(machine) &* Self.bitsPerMachine)) & 63)
    }

    @inline(__always)
    mutating func place(_ machine: Int, in state: Int) {
        let shift = UInt64(machine) &* Self.bitsPerMachine
        bits = bits & ~(63 << shift) | UInt64(state) << shift
    }
}

/// What must hold of a packed configuration: a set of allowed states for each machine, and facts.
struct PackedCondition: Sendable {
    /// A bit for each allowed state, by machine; a machine that is not spoken of is left out.
    var allowed: [(machine: Int, states: UInt64)]
    var facts: UInt64

    @inline(__always)
    func holds(in configuration: PackedConfiguration) -> Bool {
        guard configuration.bits & facts == facts else { return false }
        for (machine, states) in allowed where states >> UInt64(configuration.state(machine)) & 1 == 0 {
            return false
        }
        return true
    }
}
