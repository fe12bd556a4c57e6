package import Workflows

/// Where the five machines of a share stand, and since when.
package struct Standing: Hashable, Sendable, Codable {
    package struct Position: Hashable, Sendable, Codable {
        package var state: StateName
        package var since: Instant

        package init(_ state: StateName, since: Instant) {
            self.state = state
            self.since = since
        }
    }

    package var proposal: Position
    package var dpia: Position
    package var approval: Position
    package var review: Position
    package var retirement: Position

    package init(proposal: Position, dpia: Position, approval: Position, review: Position, retirement: Position) {
        self.proposal = proposal
        self.dpia = dpia
        self.approval = approval
        self.review = review
        self.retirement = retirement
    }

    package subscript(machine: Machine) -> Position {
        get {
            switch machine {
            case .proposal: proposal
            case .dpia: dpia
            case .approval: approval
            case .review: review
            case .retirement: retirement
            }
        }
        set {
            switch machine {
            case .proposal: proposal = newValue
            case .dpia: dpia = newValue
            case .approval: approval = newValue
            case .review: review = newValue
            case .retirement: retirement = newValue
            }
        }
    }
}
