/// One state machine as its file states it, not yet checked.
package struct Definition: Hashable, Sendable {
    package var machine: Machine
    /// Counts from 1; published versions are kept for ever.
    package var version: Int
    package var title: String
    /// A sentence on what the machine decides.
    package var summary: String
    package var states: [State]
    package var transitions: [Transition]
    /// Where a share starts, by the way it came in.
    package var entries: [EntryName: StateName]
    package var invariants: [Invariant]
    package var clocks: [Clock]

    package init(
        machine: Machine, version: Int, title: String, summary: String, states: [State], transitions: [Transition],
        entries: [EntryName: StateName], invariants: [Invariant], clocks: [Clock] = []
    ) {
        self.machine = machine
        self.version = version
        self.title = title
        self.summary = summary
        self.states = states
        self.transitions = transitions
        self.entries = entries
        self.invariants = invariants
        self.clocks = clocks
    }
}
