/// What must hold of the five machines together, in every configuration that a share can reach.
package struct Invariant: Hashable, Sendable {
    /// All of it must hold.
    package struct Condition: Hashable, Sendable {
        package var position: Position
        /// Named needs that some transition on the way has asked for and nothing has cleared since.
        package var established: [NeedName]
        /// Records that some transition on the way has written.
        package var recorded: [RecordName]

        package init(
            position: Position = Position([:]), established: [NeedName] = [], recorded: [RecordName] = []
        ) {
            self.position = position
            self.established = established
            self.recorded = recorded
        }
    }

    package enum Rule: Hashable, Sendable {
        /// Whenever the first holds, so does at least one of the others.
        case whenever(Condition, then: [Condition])
        /// From every reachable configuration one of these can still be reached.
        case canAlwaysReach([Condition])
        /// From every reachable configuration where the first holds, one of the others can still be reached.
        case canReach(from: Condition, [Condition])
        /// After every step that writes one of these records, at least one of the conditions holds.
        case whenRecording([RecordName], then: [Condition])
    }

    package var name: String
    /// The rule as a sentence, with its source.
    package var says: String
    package var rule: Rule

    package init(name: String, says: String, rule: Rule) {
        self.name = name
        self.says = says
        self.rule = rule
    }
}
