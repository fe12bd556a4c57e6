package import Shares

/// Which findings have been decided on, and hold still.
package struct DecidedPairs: Sendable {
    /// Whether a finding is asked, and why.
    package enum Standing: Hashable, Sendable {
        case notDecided
        /// Left out because of a decision, by its number.
        case decided(Int)
        /// Decided, and asked again: a sentence that says when and what has changed since.
        case again(String)
    }

    private let decisions: [RecordedDecision]
    /// Of every share that a decision is about and that is still there.
    private let changes: [Key: [String]]
    private let retiring: Set<ShareReference>
    /// Of every share that a consolidation retires: why it has to be decided again.
    private let troubles: [Key: [String]]

    private struct Key: Hashable {
        let decision: Int
        let share: ShareReference
    }

    /// `digest` is that of the facts as they are now, by which most shares are seen to be unchanged at once; `retiring`
    /// holds the shares whose retirement has been proposed, or has gone further; `troubles` says why the casework of a
    /// consolidation does not go on as decided, by the number of the decision and the share that it retires.
    package init(
        _ decisions: [RecordedDecision], now: (ShareReference) throws -> (facts: ComparedFacts, digest: String)?,
        retiring: Set<ShareReference>, troubles: (Int, ShareReference) -> [String] = { _, _ in [] },
        named: (TermsField, String) -> String = { $1 }
    ) rethrows {
        self.decisions = decisions
        self.retiring = retiring
        var changes: [Key: [String]] = [:]
        var told: [Key: [String]] = [:]
        for recorded in decisions {
            for subject in recorded.decision.subjects {
                let key = Key(decision: recorded.number, share: subject.share)
                let isSurvivor = recorded.decision.survivor == subject.share
                if recorded.decision.survivor != nil, !isSurvivor { told[key] = troubles(key.decision, key.share) }
                guard let (facts, digest) = try now(subject.share), digest != subject.digest else { continue }
                // The casework itself adds to the survivor.
                changes[key] =
                    isSurvivor
                    ? subject.facts.losses(in: facts, named: named) : subject.facts.changes(to: facts, named: named)
            }
        }
        self.changes = changes
        self.troubles = told
    }

    package func standing(of finding: RedundancyFinding) -> Standing {
        guard let recorded = decisions.holding(for: finding.a, finding.b) else { return .notDecided }
        let decision = recorded.decision
        let opening = "Decided on \(decision.on.inWords) \(decision.verdict.asDecided) (decision \(recorded.number))"
        if decision.verdict == .consolidate {
            let leaving = [finding.a, finding.b].filter { decision.survivor != .some($0) }
            guard leaving.contains(where: { retiring.contains($0) }) else {
                let names = leaving.map(\.rawValue).joined(separator: " and ")
                return .again("\(opening), but the retirement of \(names) was not gone on with.")
            }
            let against = leaving.flatMap { troubles[Key(decision: recorded.number, share: $0)] ?? [] }
            if let first = against.first {
                let others = against.dropFirst().filter { $0 != first }
                return .again("\(opening), but \(([first] + others).joined(separator: "; ")).")
            }
        }
        let changed = [finding.a, finding.b].sorted().compactMap { share -> String? in
            guard let changes = changes[Key(decision: recorded.number, share: share)], !changes.isEmpty else {
                return nil
            }
            return "\(share): \(changes.joined(separator: ", "))"
        }
        return changed.isEmpty
            ? .decided(recorded.number)
            : .again("\(opening); facts changed since: \(changed.joined(separator: "; ")).")
    }
}
