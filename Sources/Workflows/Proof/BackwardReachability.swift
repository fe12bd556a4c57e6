/// From which configurations a goal can still be reached.
struct BackwardReachability {
    /// The steps into configuration `n` come from `sources[offsets[n]..<offsets[n + 1]]`.
    private var offsets: [Int32]
    private var sources: [Int32]

    /// Turns the steps of the exploration round.
    init(_ exploration: Exploration) {
        let count = exploration.numbers.all.count
        var offsets = [Int32](repeating: 0, count: count + 1)
        for target in exploration.targets { offsets[Int(target) + 1] += 1 }
        for number in 0..<count { offsets[number + 1] += offsets[number] }
        var free = offsets
        var sources = [Int32](repeating: 0, count: exploration.targets.count)
        for number in 0..<count {
            for step in Int(exploration.offsets[number])..<Int(exploration.offsets[number + 1]) {
                let target = Int(exploration.targets[step])
                sources[Int(free[target])] = Int32(number)
                free[target] += 1
            }
        }
        self.offsets = offsets
        self.sources = sources
    }

    /// The first configuration, in the order given, that is a start of the rule and that no way leads from to a goal.
    func firstStranded(_ invariant: PackedInvariant, in configurations: [PackedConfiguration]) -> Int? {
        var reaches = configurations.map { invariant.isGoal($0) }
        var open: [Int32] = []
        for (number, isGoal) in reaches.enumerated() where isGoal { open.append(Int32(number)) }
        while let number = open.popLast() {
            for step in Int(offsets[Int(number)])..<Int(offsets[Int(number) + 1]) {
                let source = Int(sources[step])
                if !reaches[source] {
                    reaches[source] = true
                    open.append(sources[step])
                }
            }
        }
        return configurations.indices.first { !reaches[$0] && invariant.first.holds(in: configurations[$0]) }
    }
}
