/// The five machines as numbers, so that a step is a few operations on words: the proof takes millions of them.
///
/// A person's act and the proof use the same tables and the same `advance`: there is no second meaning to drift.
struct TransitionTables: Sendable {
    struct Entry: Sendable {
        let machine: Int
        /// Its place in the definition.
        let number: Int
        /// Nil: the state stays.
        let to: Int?
        /// The position needs.
        let needs: PackedCondition
        /// Facts that taking it shows to hold: its named needs and its records, as far as invariants speak of them.
        let establishes: UInt64
        let clears: UInt64
        /// Records written, as bits of `facts`.
        let records: UInt64
        let causes: [(machine: Int, command: Int)]
        /// False where it only ever follows from another command.
        let isDirect: Bool

        /// Nothing that a proof can see changes.
        var isSilent: Bool { to == nil && establishes == 0 && clears == 0 && causes.isEmpty }
    }

    let entries: [Entry]
    /// Entries by machine and state.
    let leaving: [[[Int]]]
    /// Of entries by machine, then state, then command number.
    private let doors: [[[Int: Int]]]
    let facts: FactBits
    /// Where each machine's entries begin: an entry for every transition, in the order of its definition.
    private let offsets: [Int]

    init(_ definitions: [CheckedDefinition]) {
        let facts = FactBits(definitions)
        var commands: [CommandName: Int] = [:]
        for definition in definitions {
            for transition in definition.definition.transitions where commands[transition.command] == nil {
                commands[transition.command] = commands.count
            }
        }
        var entries: [Entry] = []
        var offsets: [Int] = []
        var leaving: [[[Int]]] = []
        var doors: [[[Int: Int]]] = []
        for definition in definitions {
            offsets.append(entries.count)
            var out = [[Int]](repeating: [], count: definition.definition.states.count)
            var doorsHere = [[Int: Int]](repeating: [:], count: definition.definition.states.count)
            for (number, transition) in definition.definition.transitions.enumerated() {
                for from in transition.from {
                    guard let state = definition.stateNumbers[from], let command = commands[transition.command]
                    else { continue }
                    out[state].append(entries.count)
                    doorsHere[state][command] = entries.count
                }
                entries.append(
                    Entry(transition, number: number, of: definition, in: definitions, facts: facts, commands: commands)
                )
            }
            leaving.append(out)
            doors.append(doorsHere)
        }
        self.entries = entries
        self.offsets = offsets
        self.leaving = leaving
        self.doors = doors
        self.facts = facts
    }

    func entry(machine: Int, number: Int) -> Int { offsets[machine] + number }

    /// Takes a transition and what it causes.
    ///
    /// - Parameter moves: receives the entries taken, in order; left empty where the answer is nil.
    /// - Returns: nil where the position needs do not hold. Named needs are the caller's business.
    func advance(
        _ configuration: PackedConfiguration, taking first: Int, moves: inout [Int]
    ) -> PackedConfiguration? {
        moves.removeAll(keepingCapacity: true)
        guard entries[first].needs.holds(in: configuration) else { return nil }
        var reached = configuration
        apply(first, to: &reached)
        moves.append(first)
        guard !entries[first].causes.isEmpty else { return reached }
        var moved = 1 << entries[first].machine
        var next = 0
        while next < moves.count {
            for cause in entries[moves[next]].causes where moved >> cause.machine & 1 == 0 {
                guard let caused = doors[cause.machine][reached.state(cause.machine)][cause.command],
                    entries[caused].needs.holds(in: reached)
                else { continue }
                apply(caused, to: &reached)
                moves.append(caused)
                moved |= 1 << cause.machine
            }
            next += 1
        }
        return reached
    }

    @inline(__always)
    private func apply(_ entry: Int, to configuration: inout PackedConfiguration) {
        if let to = entries[entry].to { configuration.place(entries[entry].machine, in: to) }
        configuration.bits = (configuration.bits | entries[entry].establishes) & ~entries[entry].clears
    }
}
