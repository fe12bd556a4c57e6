package import Ledger
package import Shares

/// Which shares are to be moved to another edition of the workflows.
package struct RelocationRequest: Sendable {
    package enum Target: Hashable, Sendable {
        /// The edition that a share would run on if it came in today.
        case current
        /// A published edition, by the beginning of its digest.
        case edition(String)
    }

    package var filters: [ShareFilter]
    package var target: Target
    package var map: RelocationMap
    package var reason: String?
    /// Says what would happen and writes nothing.
    package var isPreview: Bool

    package init(
        filters: [ShareFilter] = [], target: Target = .current, map: RelocationMap = RelocationMap(),
        reason: String? = nil, isPreview: Bool = false
    ) {
        self.filters = filters
        self.target = target
        self.map = map
        self.reason = reason
        self.isPreview = isPreview
    }

    /// Whoever moves shares says why, for the record; a preview records nothing.
    func mustSayWhy() throws(Refusal) {
        guard reason?.trimmed.nonEmpty == nil else { return }
        throw Refusal([
            Refusal.Reason(
                .complete, rule: "reason-missing", "Reason is missing: say why the shares are moved.", field: "reason")
        ])
    }
}

/// What became of each share that was to be moved.
package struct RelocationReport: Sendable {
    package struct Moved: Hashable, Sendable {
        package var share: ShareReference
        package var plan: RelocationPlan
    }

    package struct Kept: Hashable, Sendable {
        package var share: ShareReference
        package var refusal: Refusal
    }

    package var isPreview: Bool
    package var moved: [Moved] = []
    /// Shares that cannot be moved, and why not.
    package var kept: [Kept] = []
    /// Shares on that edition already, and those that have ended.
    package var untouched = 0
}
