/// Every configuration that can be reached, breadth first, so that the first way found to any is a shortest one.
///
/// A named need may always be met: what is safe here is safe whatever people give, and roles do not matter.
struct Exploration {
    private(set) var numbers = ConfigurationNumbers()
    /// For each configuration, the one before it on a shortest way (−1 at a start) and the entry taken there.
    private(set) var parents: [Int32] = []
    private(set) var takenTo: [Int32] = []
    /// The steps from configuration `n` are `targets[offsets[n]..<offsets[n + 1]]`.
    private(set) var offsets: [Int32] = [0]
    private(set) var targets: [Int32] = []
    /// Which entries of the tables were taken somewhere.
    private(set) var taken: [Bool]
    /// The first configuration that breaks each invariant; for `whenRecording`, with the entry that led there.
    private(set) var broken: [Int: (configuration: Int, entry: Int?)] = [:]

    private let tables: TransitionTables
    private let invariants: [PackedInvariant]

    /// True where it was given up because there are too many configurations.
    private(set) var isCutShort = false

    init(
        tables: TransitionTables, invariants: [PackedInvariant], starts: [PackedConfiguration], stopsEarly: Bool,
        limit: Int
    ) {
        self.tables = tables
        self.invariants = invariants
        taken = [Bool](repeating: false, count: tables.entries.count)
        for start in starts { reach(start, from: -1, by: -1) }
        var next = 0
        var moves: [Int] = []
        while next < numbers.all.count, !(stopsEarly && !broken.isEmpty) {
            guard numbers.all.count <= limit else {
                isCutShort = true
                return
            }
            expand(next, moves: &moves)
            offsets.append(Int32(targets.count))
            next += 1
        }
    }

    private mutating func expand(_ number: Int, moves: inout [Int]) {
        let configuration = numbers.all[number]
        for machine in tables.leaving.indices {
            for entry in tables.leaving[machine][configuration.state(machine)] {
                guard tables.entries[entry].isDirect, !(tables.entries[entry].isSilent && taken[entry]),
                    let after = tables.advance(configuration, taking: entry, moves: &moves)
                else { continue }
                var records: UInt64 = 0
                for move in moves {
                    taken[move] = true
                    records |= tables.entries[move].records
                }
                if after.bits != configuration.bits {
                    targets.append(Int32(reach(after, from: number, by: entry)))
                }
                if records != 0 { checkRecording(records, in: after, from: number, by: entry) }
            }
        }
    }

    @discardableResult
    private mutating func reach(_ configuration: PackedConfiguration, from parent: Int, by entry: Int) -> Int {
        let (number, isNew) = numbers.number(configuration)
        guard isNew else { return number }
        parents.append(Int32(parent))
        takenTo.append(Int32(entry))
        for (index, invariant) in invariants.enumerated() {
            guard case .whenever = invariant.kind, broken[index] == nil, invariant.isBroken(in: configuration)
            else { continue }
            broken[index] = (number, nil)
        }
        return number
    }

    private mutating func checkRecording(
        _ records: UInt64, in after: PackedConfiguration, from number: Int, by entry: Int
    ) {
        for (index, invariant) in invariants.enumerated() {
            guard case .whenRecording(let these) = invariant.kind, these & records != 0, broken[index] == nil,
                !invariant.isGoal(after)
            else { continue }
            broken[index] = (number, entry)
        }
    }
}
