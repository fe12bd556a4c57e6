/// Where the five machines of one share stand.
///
/// States are names, not numbers, so that a configuration means the same under every version of the definitions.
package struct Configuration: Hashable, Sendable, Codable {
    package var proposal: StateName
    package var dpia: StateName
    package var approval: StateName
    package var review: StateName
    package var retirement: StateName

    package init(
        proposal: StateName, dpia: StateName, approval: StateName, review: StateName, retirement: StateName
    ) {
        self.proposal = proposal
        self.dpia = dpia
        self.approval = approval
        self.review = review
        self.retirement = retirement
    }

    package subscript(machine: Machine) -> StateName {
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

extension Configuration: CustomStringConvertible {
    package var description: String {
        Machine.allCases.map { "\($0.rawValue) \(self[$0])" }.joined(separator: ", ")
    }
}
