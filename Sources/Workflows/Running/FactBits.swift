/// Which bit of a packed configuration stands for which fact: those, and only those, that invariants speak of.
struct FactBits: Sendable {
    private var needs: [NeedName: UInt64] = [:]
    private var records: [RecordName: UInt64] = [:]

    init(_ definitions: [CheckedDefinition]) {
        var names: (needs: Set<NeedName>, records: Set<RecordName>) = ([], [])
        for invariant in definitions.flatMap(\.definition.invariants) {
            names.needs.formUnion(invariant.needs)
            names.records.formUnion(invariant.records)
        }
        var next = PackedConfiguration.firstFact
        for need in names.needs.sorted() {
            needs[need] = 1 << next
            next += 1
        }
        for record in names.records.sorted() {
            records[record] = 1 << next
            next += 1
        }
    }

    /// No bit where no invariant speaks of it.
    func bit(of need: NeedName) -> UInt64 { needs[need] ?? 0 }
    func bit(of record: RecordName) -> UInt64 { records[record] ?? 0 }
}

extension Invariant {
    /// Every condition in the rule.
    var conditions: [Condition] {
        switch rule {
        case .whenever(let first, let others), .canReach(let first, let others): [first] + others
        case .canAlwaysReach(let others), .whenRecording(_, let others): others
        }
    }

    var needs: [NeedName] { conditions.flatMap(\.established) }

    var records: [RecordName] {
        if case .whenRecording(let records, _) = rule { return records + conditions.flatMap(\.recorded) }
        return conditions.flatMap(\.recorded)
    }
}
