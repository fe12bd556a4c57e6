/// Where in its life a sample share stands.
package enum SampleStage: String, CaseIterable, Sendable {
    case live
    /// Past its end, and the register still says that it is active.
    case lapsed
    case proposed
    case pendingDPIA
    case pendingApproval
    case suspended
    case expired
    case closed
    case withdrawn
    case refused

    /// The status whose wordings the register uses.
    var status: String {
        switch self {
        case .live, .lapsed: "live"
        case .pendingDPIA: "pending-dpia"
        case .pendingApproval: "pending-approval"
        default: rawValue
        }
    }

    /// Not agreed yet: begins in the future, if it has a date at all.
    var isAhead: Bool {
        switch self {
        case .proposed, .pendingDPIA, .pendingApproval, .withdrawn, .refused: true
        case .live, .lapsed, .suspended, .expired, .closed: false
        }
    }

    /// Out of a thousand, for flows that go on: about seven shares in ten are live.
    private static let weights: [(SampleStage, Int)] = [
        (.live, 690), (.lapsed, 40), (.proposed, 32), (.pendingDPIA, 35), (.pendingApproval, 38), (.suspended, 20),
        (.expired, 70), (.closed, 50), (.withdrawn, 17), (.refused, 8),
    ]

    static func drawn(ended: Bool, with random: inout SplitMix64) -> SampleStage {
        if ended { return [.expired, .closed, .closed, .expired, .expired, .lapsed][random.below(6)] }
        var left = random.below(1000)
        for (stage, weight) in weights {
            if left < weight { return stage }
            left -= weight
        }
        return .live
    }
}
