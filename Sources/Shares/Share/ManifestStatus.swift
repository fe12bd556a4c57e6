internal import Workflows

/// Where a share stands, as partners need to know it; coarser than the states of the machines.
package enum ManifestStatus: String, Hashable, Sendable, CaseIterable {
    /// Not approved yet.
    case proposed
    /// Approved and signed, and not started.
    case agreed
    case inForce = "in-force"
    /// Data flows on what was agreed before, and is not assessed here yet.
    case inherited
    case suspended, expired, ended, withdrawn, refused

    /// Nil where the share is in a state that has no status, which a workflow of another edition may have.
    package init?(of share: Share) {
        guard let status = ManifestStatus.byApproval[share.state(.approval)] else { return nil }
        switch (status, share.state(.proposal)) {
        case (.proposed, "refused"): self = .refused
        case (.proposed, "withdrawn"): self = .withdrawn
        default: self = status
        }
    }

    /// `in force`.
    package var asPeopleSay: String { rawValue.replacing("-", with: " ") }

    /// Whether data may flow on the terms, or once did: from then on partners are told of every change.
    var isPastAgreement: Bool {
        switch self {
        case .inForce, .inherited, .suspended, .expired, .ended: true
        case .proposed, .agreed, .withdrawn, .refused: false
        }
    }

    /// By the states of the master definition of the approval machine.
    private static let byApproval: [StateName: ManifestStatus] = [
        "not-started": .proposed, "signing-off": .proposed, "signing": .proposed, "agreed": .agreed,
        "in-force": .inForce, "amendment-signing-off": .inForce, "amendment-signing": .inForce,
        "amendment-agreed": .inForce, "suspended": .suspended, "expired": .expired,
        "renewal-signing-off": .expired, "renewal-signing": .expired, "renewal-agreed": .expired,
        "inherited": .inherited, "regularising": .inherited, "regularising-signing": .inherited,
        "regularising-agreed": .inherited, "inherited-suspended": .suspended, "stopped": .ended, "ended": .ended,
        "refused": .refused, "not-made": .withdrawn,
    ]
}

extension Share {
    /// What its terms are headed by: whether they hold.
    package var termsHeading: String {
        switch ManifestStatus(of: self) {
        case .inForce: "Terms in force"
        case .agreed: "Terms, agreed and not in force yet"
        case .suspended where hasTermsInForce: "Terms, suspended"
        case .expired where hasTermsInForce: "Terms that have expired"
        case .ended where hasTermsInForce: "Terms that held until the end"
        default: "Terms"
        }
    }
}
