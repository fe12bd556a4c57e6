/// A command that takes a machine from some states to another, or that records something where it stands.
package struct Transition: Hashable, Sendable {
    package var command: CommandName
    /// What the button says: `Submit for decision`.
    package var title: String
    package var from: [StateName]
    /// Nil: the state stays, something is recorded.
    package var to: StateName?
    package var roles: [RoleName]
    package var needs: [Need]
    /// Fields that must be given.
    package var evidence: [EvidenceName]
    /// Fields that may be given.
    package var optionalEvidence: [EvidenceName]
    /// What the command writes into the share.
    package var records: [RecordName]
    /// Named needs that are no longer established once this has happened, as sign-offs after a return.
    package var clears: [NeedName]
    /// Segregation of duties: not by the person who last gave one of these commands (of any machine).
    package var notBy: [CommandName]
    /// Commands that the same act gives to other machines where they have such a transition from their present state.
    package var causes: [Machine: CommandName]
    /// A department's overlay may leave it out.
    package var isOptional: Bool

    package init(
        command: CommandName, title: String, from: [StateName], to: StateName?, roles: [RoleName], needs: [Need] = [],
        evidence: [EvidenceName] = [], optionalEvidence: [EvidenceName] = [], records: [RecordName] = [],
        clears: [NeedName] = [], notBy: [CommandName] = [], causes: [Machine: CommandName] = [:],
        isOptional: Bool = false
    ) {
        self.command = command
        self.title = title
        self.from = from
        self.to = to
        self.roles = roles
        self.needs = needs
        self.evidence = evidence
        self.optionalEvidence = optionalEvidence
        self.records = records
        self.clears = clears
        self.notBy = notBy
        self.causes = causes
        self.isOptional = isOptional
    }
}

/// What must hold before a transition may be taken.
package enum Need: Hashable, Sendable {
    /// A fact whose meaning the host program knows.
    case fact(NeedName)
    /// Other machines stand in one of these states: `{"in": {"dpia": ["#concluded"]}}`.
    case position(Position)
}

/// Where machines must stand: for each machine named, one of its states, or of a group written `#group`.
package struct Position: Hashable, Sendable {
    package var states: [Machine: [String]]

    package init(_ states: [Machine: [String]]) {
        self.states = states
    }
}
