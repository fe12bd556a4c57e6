/// How a department narrows the master workflows: what it asks beyond them, and what it does without.
///
/// There is nothing here that could widen: no way to say less is needed, or that more people may.
package struct Overlay: Hashable, Sendable {
    /// What a department's overlay adds to one transition.
    package struct TransitionChange: Hashable, Sendable {
        package var command: CommandName
        /// The states in which the change holds; nil: wherever the command may be given.
        package var from: [StateName]?
        package var title: String?
        /// The only roles that still may; nil: as in the master.
        package var roles: [RoleName]?
        package var needs: [Need]
        package var evidence: [EvidenceName]
        package var notBy: [CommandName]
    }

    package struct StateChange: Hashable, Sendable {
        package var name: StateName
        package var title: String?
        package var meaning: String?
        /// Each comes in the place of the master's deadline of the same date, unit and effect.
        package var deadlines: [Deadline]
    }

    package struct ClockChange: Hashable, Sendable {
        package var name: String
        package var target: Int
    }

    package struct MachineChange: Hashable, Sendable {
        package var states: [StateChange]
        package var transitions: [TransitionChange]
        package var clocks: [ClockChange]
        package var invariants: [Invariant]
    }

    /// Whose shares run on it. An empty list leaves that side open; both are never empty.
    package struct Department: Hashable, Sendable {
        /// Identifiers of the reference data.
        package var organisations: [String]
        package var spokes: [String]

        package init(organisations: [String], spokes: [String]) {
            self.organisations = organisations
            self.spokes = spokes
        }
    }

    package var name: String
    /// Counts from 1.
    package var version: Int
    package var title: String
    package var department: Department
    /// The optional commands that the department uses; it does without the others.
    package var uses: [Machine: [CommandName]]
    package var changes: [Machine: MachineChange]
}

/// The departments that an overlay may name, by the identifiers of the reference data.
package struct DepartmentNames: Hashable, Sendable {
    package var organisations: Set<String>
    package var spokes: Set<String>

    package init(organisations: Set<String>, spokes: Set<String>) {
        self.organisations = organisations
        self.spokes = spokes
    }
}
