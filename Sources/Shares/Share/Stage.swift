package import Workflows

/// Where a share stands on the whole, from where its five machines stand.
package enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
    /// Being drafted or decided as a proposal.
    case proposal
    case dpia
    /// Collecting sign-offs and signatures.
    case approval
    /// In force on terms approved here.
    case live
    /// Flowing on what was agreed before Concordat: the backlog to regularise.
    case inherited
    case suspended
    case expired
    case retiring
    case ended

    /// The states are read by the groups that the definitions declare: `flowing`, `in-force`, `suspended`, `concluded`,
    /// `working`.
    package init(_ configuration: Configuration, under definitions: CheckedDefinitions) {
        func isIn(_ machine: Machine, _ group: String) -> Bool {
            definitions[machine].members(of: group).contains(configuration[machine])
        }
        func isEnd(_ machine: Machine) -> Bool { definitions[machine].state(configuration[machine])?.isEnd ?? false }
        if isEnd(.retirement) || isEnd(.proposal) || isEnd(.approval) {
            self = .ended
        } else if isIn(.retirement, "working") {
            self = .retiring
        } else if isIn(.approval, "in-force") {
            self = .live
        } else if isIn(.approval, "flowing") {
            self = .inherited
        } else if isIn(.approval, "suspended") {
            self = .suspended
        } else if isIn(.approval, "expired") {
            self = .expired
        } else if isIn(.approval, "working") {
            self = .approval
        } else if isIn(.dpia, "working") {
            self = .dpia
        } else if isIn(.proposal, "working") {
            self = .proposal
        } else {
            self = isIn(.dpia, "concluded") ? .approval : .dpia
        }
    }

    package var label: String {
        switch self {
        case .proposal: "Proposal"
        case .dpia: "DPIA"
        case .approval: "Approval"
        case .live: "Live"
        case .inherited: "Live, inherited"
        case .suspended: "Suspended"
        case .expired: "Expired"
        case .retiring: "Retiring"
        case .ended: "Ended"
        }
    }
}
