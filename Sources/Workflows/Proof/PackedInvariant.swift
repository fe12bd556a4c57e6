/// An invariant in the numbers of the tables.
struct PackedInvariant: Sendable {
    enum Kind: Sendable {
        case whenever, canReach
        /// The bits of the records.
        case whenRecording(UInt64)
    }

    let machine: Machine
    let invariant: Invariant
    let kind: Kind
    let first: PackedCondition
    let others: [PackedCondition]

    init(_ invariant: Invariant, of machine: Machine, in definitions: [CheckedDefinition], facts: FactBits) {
        func pack(_ condition: Invariant.Condition) -> PackedCondition {
            PackedCondition(condition, in: definitions, facts: facts)
        }
        self.machine = machine
        self.invariant = invariant
        switch invariant.rule {
        case .whenever(let first, let others):
            (kind, self.first, self.others) = (.whenever, pack(first), others.map(pack))
        case .canReach(let first, let others):
            (kind, self.first, self.others) = (.canReach, pack(first), others.map(pack))
        case .canAlwaysReach(let others):
            (kind, first, self.others) = (.canReach, pack(Invariant.Condition()), others.map(pack))
        case .whenRecording(let records, let others):
            kind = .whenRecording(records.reduce(0) { $0 | facts.bit(of: $1) })
            (first, self.others) = (pack(Invariant.Condition()), others.map(pack))
        }
    }

    func isGoal(_ configuration: PackedConfiguration) -> Bool {
        for other in others where other.holds(in: configuration) { return true }
        return false
    }

    func isBroken(in configuration: PackedConfiguration) -> Bool {
        first.holds(in: configuration) && !isGoal(configuration)
    }
}
