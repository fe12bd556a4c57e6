package import Shares

/// How far the casework of a decision is.
package struct ConsolidationProgress: Hashable, Sendable {
    package enum Stage: String, Hashable, Sendable {
        /// Nothing had to be done.
        case unchanged
        /// To be amended, and nobody has begun.
        case toAmend = "to-amend"
        case amending
        case amended
        /// The amendment was refused or abandoned.
        case amendmentGivenUp = "amendment-given-up"
        /// Its retirement is proposed or goes on.
        case retiring
        case retired
        /// It has ended, and the survivor does not carry what it carried.
        case notTakenOver = "not-taken-over"
        /// The survivor has ended.
        case ended
        /// The data owner kept the share.
        case kept
        /// A later decision is about it.
        case replaced

        package var label: String {
            switch self {
            case .unchanged: "Stays as it is"
            case .toAmend: "To be amended"
            case .amending: "Being amended"
            case .amended: "Amended"
            case .amendmentGivenUp: "Amendment given up"
            case .retiring: "Being retired"
            case .retired: "Retired"
            case .notTakenOver: "Ended, and not taken over"
            case .ended: "Ended"
            case .kept: "Kept by its data owner"
            case .replaced: "Decided anew"
            }
        }
    }

    /// How far one share is.
    package struct ForShare: Hashable, Sendable {
        package var reference: ShareReference
        package var part: ConsolidationOutcome.Part
        package var stage: Stage
        /// The title of the state in which the casework stands; nil where none goes on.
        package var state: String?
        /// Whether the record of a share that goes names the survivor as its successor.
        package var isLinked = false
        /// The deadline of the state; nil where it has none.
        package var due: Day?
        package var isOverdue = false
        /// Why it is to be decided again, each the end of a sentence; empty while the casework goes on as decided.
        package var troubles: [String] = []
    }

    package var recorded: RecordedDecision
    package var shares: [ForShare]

    /// An amendment that nobody has begun is due when the first of those that wait for it is.
    mutating func makeSurvivorDue(on today: Day) {
        guard let place = shares.firstIndex(where: { $0.part == .survivor && $0.stage == .toAmend }) else { return }
        shares[place].due = shares.filter { $0.stage == .retiring }.compactMap(\.due).min()
        shares[place].isOverdue = shares[place].due.map { $0 < today } ?? false
    }

    /// How many shares are to be decided about again.
    package var toDecideAgain: Int { shares.count { !$0.troubles.isEmpty } }

    package var overdue: Int { shares.count(where: \.isOverdue) }

    /// What was decided about one of the shares, and what that asks of it: for whoever works on the share.
    package func inWords(about share: ShareReference) -> String {
        let decision = recorded.decision
        let others = decision.shares.filter { $0 != share }.map(\.rawValue).joined(separator: ", ")
        let opening = "Decision \(recorded.number) on \(decision.on.inWords): "
        let what: String
        switch decision.verdict {
        case .keep: what = "kept beside \(others)"
        case .notTheSame: what = "not the same as \(others)"
        case .consolidate where decision.survivor == share:
            let additions = decision.additions.flatMap { $0.isEmpty ? nil : ", with \($0.inWords) to be added" } ?? ""
            what = "takes over from \(others)\(additions)"
        case .consolidate: what = "to be superseded by \(decision.survivor?.rawValue ?? "")"
        }
        let line = shares.first { $0.reference == share }
        let again = line.flatMap(\.again).map { " \($0)" } ?? ""
        return
            "\(opening)\(what) (\(decision.reason)). \((line?.stage.label ?? "").lowercased().capitalisedFirst).\(again)"
    }
}

extension ConsolidationProgress.ForShare {
    /// `To be decided again: NEW, which was to take over, has ended.`
    package var again: String? {
        troubles.isEmpty ? nil : "To be decided again: \(troubles.joined(separator: "; "))."
    }
}

/// What consolidation saves, by how far it is.
package struct ConsolidationFigures: Hashable, Sendable, Codable {
    /// Shares that go, flows that stop with them, and items that are then shared once less.
    package struct Saving: Hashable, Sendable, Codable {
        package var shares = 0
        package var feeds = 0
        package var items = 0

        package init() {}

        mutating func add(_ facts: ComparedFacts) {
            shares += 1
            feeds += facts.repeats ? 1 : 0
            items += facts.items.count
        }
    }

    /// All that consolidations in force set out to retire: the sum of the others.
    package var decided = Saving()
    package var inProgress = Saving()
    package var done = Saving()
    /// The share has ended, and the survivor does not carry what it carried.
    package var notTakenOver = Saving()
    /// The data owner kept the share.
    package var notGoneOnWith = Saving()
}

extension ConsolidationFigures {
    /// Counts each share that goes once, for the last consolidation in force that retires it.
    init(
        _ decisions: [RecordedDecision], takeOvers: TakeOvers = TakeOvers(),
        lines: (ShareReference) -> (isEnded: Bool, isRetiring: Bool)?
    ) {
        var counted: Set<ShareReference> = []
        for (recorded, superseded) in decisions.consolidations.reversed() {
            for subject in recorded.decision.subjects where superseded.contains(subject.share) {
                guard counted.insert(subject.share).inserted, let line = lines(subject.share) else { continue }
                decided.add(subject.facts)
                if line.isEnded {
                    let isTakenOver = takeOvers[recorded.number, subject.share]?.isComplete ?? true
                    if isTakenOver { done.add(subject.facts) } else { notTakenOver.add(subject.facts) }
                } else if line.isRetiring {
                    inProgress.add(subject.facts)
                } else {
                    notGoneOnWith.add(subject.facts)
                }
            }
        }
    }
}
