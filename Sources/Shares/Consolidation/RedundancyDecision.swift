package import Workflows

/// What a board decided about shares that were found redundant: what stands in the record.
package struct RedundancyDecision: Hashable, Sendable, Codable {
    /// A share that the decision is about, with what was known of it then.
    package struct Subject: Hashable, Sendable, Codable {
        package var share: ShareReference
        package var facts: ComparedFacts
        /// SHA-256 of the facts as canonical JSON, in hexadecimal.
        package var digest: String

        package init(share: ShareReference, facts: ComparedFacts, digest: String) {
            self.share = share
            self.facts = facts
            self.digest = digest
        }
    }

    /// What the board had before it: the finding as it was told.
    package struct Shown: Hashable, Sendable, Codable {
        package var kind: String
        package var a: ShareReference
        package var b: ShareReference
        /// In thousandths: the record holds no fractions.
        package var score: Int
        package var explanation: String
        /// Of an indirect finding: the share by which the source feeds the body that passes it on.
        package var feed: ShareReference?

        package init(
            kind: String, a: ShareReference, b: ShareReference, score: Int, explanation: String,
            feed: ShareReference? = nil
        ) {
            self.kind = kind
            self.a = a
            self.b = b
            self.score = score
            self.explanation = explanation
            self.feed = feed
        }
    }

    package var verdict: RedundancyVerdict
    /// The reference of the cluster, which follows from its shares.
    package var cluster: String
    /// In the order of their references.
    package var subjects: [Subject]
    /// What takes over from the others; of a consolidation only.
    package var survivor: ShareReference?
    /// What the survivor had to take over; of a consolidation only.
    package var additions: SurvivorAdditions?
    package var reason: String
    /// The day on which it was decided, which may lie before the day on which it was recorded.
    package var on: Day
    package var shown: [Shown]
    /// Whoever delegated the role in which it was decided.
    package var onBehalfOf: PersonID?
    /// What spoke against it, and was decided all the same, a sentence each; nil where nothing did.
    package var insisted: [String]?
    /// That no data flowed under the survivor, a sentence; nil where it did.
    package var caution: String?

    package init(
        verdict: RedundancyVerdict, cluster: String, subjects: [Subject], survivor: ShareReference?,
        additions: SurvivorAdditions?, reason: String, on: Day, shown: [Shown], onBehalfOf: PersonID?,
        insisted: [String]? = nil, caution: String? = nil
    ) {
        self.verdict = verdict
        self.cluster = cluster
        self.subjects = subjects
        self.survivor = survivor
        self.additions = additions
        self.reason = reason
        self.on = on
        self.shown = shown
        self.onBehalfOf = onBehalfOf
        self.insisted = insisted
        self.caution = caution
    }

    package var shares: [ShareReference] { subjects.map(\.share) }
    /// Those from which the survivor takes over.
    package var superseded: [ShareReference] { survivor == nil ? [] : shares.filter { $0 != survivor } }
}

/// A decision with its place in the record.
package struct RecordedDecision: Hashable, Sendable {
    /// Counts from 1 in an installation.
    package var number: Int
    package var at: Instant
    package var actor: PersonID
    package var role: RoleName
    package var decision: RedundancyDecision
    /// The position in the ledger.
    package var position: Int

    package init(
        number: Int, at: Instant, actor: PersonID, role: RoleName, decision: RedundancyDecision, position: Int
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.role = role
        self.decision = decision
        self.position = position
    }
}

extension [RecordedDecision] {
    /// The decision that holds for two shares: the last that is about both.
    package func holding(for one: ShareReference, _ other: ShareReference) -> RecordedDecision? {
        last { $0.decision.shares.contains(one) && $0.decision.shares.contains(other) }
    }

    /// Consolidations with the shares that they still retire: those about which nothing else was decided since.
    package var consolidations: [(decision: RecordedDecision, superseded: [ShareReference])] {
        compactMap { recorded in
            guard let survivor = recorded.decision.survivor else { return nil }
            let held = recorded.decision.superseded.filter { holding(for: survivor, $0)?.number == recorded.number }
            return held.isEmpty ? nil : (recorded, held)
        }
    }

    /// Decisions in force that two shares, or several, are not the same.
    package var learned: [RecordedDecision] {
        filter { recorded in
            let shares = recorded.decision.shares
            return recorded.decision.verdict == .notTheSame
                && shares.contains { one in
                    shares.contains { $0 > one && holding(for: one, $0)?.number == recorded.number }
                }
        }
    }

    /// The decisions that hold for shares of another, which takes their place: what becomes of each, a sentence.
    package func replaced(by decision: RedundancyDecision) -> [String] {
        let members = Set(decision.shares)
        return compactMap { recorded in
            let earlier = recorded.decision
            let pairs = earlier.shares.flatMap { one in
                earlier.shares.filter { $0 > one }.map { (one, $0) }
            }.filter { holding(for: $0, $1)?.number == recorded.number }
            let gone = pairs.filter { members.contains($0) && members.contains($1) }
            guard !gone.isEmpty else { return nil }
            let opening =
                "Decision \(recorded.number) of \(earlier.on.inWords) \(earlier.verdict.asDecided) (\(earlier.reason))"
            guard gone.count < pairs.count else { return "\(opening) no longer holds." }
            let names = Set(gone.flatMap { [$0.0, $0.1] }).sorted().map(\.rawValue).joined(separator: ", ")
            return "\(opening) no longer holds among \(names); for its other shares it does."
        }
    }
}
