package import Shares
package import Workflows

/// What somebody decides about shares that were found redundant.
package struct ConsolidationOrder: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
        /// By its reference: `C-7K2M9QXA`.
        case cluster(String)
        /// By the references of its shares; two or more.
        case shares([ShareReference])
    }

    package var target: Target
    package var verdict: RedundancyVerdict
    package var reason: String
    /// The share that takes over; nil: the one that is proposed.
    package var survivor: ShareReference?
    /// When it was decided; nil: today.
    package var on: Day?
    /// The position of the record that was looked at: where one of the shares has changed since, nothing is done.
    package var seen: Int?
    /// The least score of the findings by which the cluster was found; nil: the usual one.
    package var leastScore: Double?
    /// Whether it is decided although the shares are not found redundant, or another finding rests on one that goes.
    package var insists: Bool

    package init(
        _ target: Target, _ verdict: RedundancyVerdict, reason: String, survivor: ShareReference? = nil,
        on day: Day? = nil, seen: Int? = nil, leastScore: Double? = nil, insists: Bool = false
    ) {
        self.target = target
        self.verdict = verdict
        self.reason = reason
        self.survivor = survivor
        on = day
        self.seen = seen
        self.leastScore = leastScore
        self.insists = insists
    }
}

/// What came, or would come, of a decision.
package struct ConsolidationOutcome: Sendable {
    package enum Part: String, Hashable, Sendable {
        case survivor, superseded, kept
    }

    /// What it comes to for one share.
    package struct ForShare: Hashable, Sendable {
        package var reference: ShareReference
        package var title: String
        package var part: Part
        /// The commands that it is given, in their order.
        package var commands: [CommandName] = []
        /// What happens, or has to be done yet, a sentence each.
        package var says: [String] = []
        /// Why a command is not given, which keeps the whole decision from being taken.
        package var refusal: Refusal?
    }

    package var decision: RedundancyDecision
    /// The number under which it is, or would be, recorded.
    package var number: Int
    /// Where the record stood when the shares were looked at.
    package var position: Int
    package var shares: [ForShare]
    /// Earlier decisions about the shares, and what becomes of each, a sentence each.
    package var replaces: [String] = []
    /// What speaks against it, a sentence each; where there is anything, it is decided only by who insists.
    package var warnings: [String] { decision.insisted ?? [] }

    package var refused: Int { shares.count { $0.refusal != nil } }
}
