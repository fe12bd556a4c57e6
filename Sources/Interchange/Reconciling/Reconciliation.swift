internal import Shares

/// Two registers held against each other: the shares with a partner as they stand here, and as the partner has them.
package struct Reconciliation: Hashable, Sendable {
    /// A field that differs, with what each side says; empty where it says nothing.
    package struct Difference: Hashable, Sendable {
        package var field: ReconciledField
        package var here: [String]
        package var there: [String]
    }

    /// A share that both sides have.
    package struct Pair: Hashable, Sendable {
        package var ours: ReconciledShare
        package var theirs: ReconciledShare
        package var match: ShareMatch
        package var differences: [Difference]

        /// One side takes it for live, and the other does not.
        package var disagreesOnLife: Bool { ours.isLive != theirs.isLive }
        package var agrees: Bool { differences.isEmpty && !disagreesOnLife }
    }

    /// In the order of our references.
    package let pairs: [Pair]
    package let onlyHere: [ReconciledShare]
    package let onlyThere: [ReconciledShare]

    package init(ours: [ReconciledShare], theirs: [ReconciledShare]) {
        let matching = ShareMatching(ours: ours, theirs: theirs)
        pairs = matching.pairs.map { pair in
            Pair(
                ours: pair.ours, theirs: pair.theirs, match: pair.match,
                differences: Self.differences(between: pair.ours, and: pair.theirs))
        }
        onlyHere = matching.onlyOurs
        onlyThere = matching.onlyTheirs
    }

    /// Data flows in our view, and the partner does not have it or does not take it for live.
    package var liveHereOnly: [ReconciledShare] {
        pairs.filter { $0.ours.isLive && !$0.theirs.isLive }.map(\.ours) + onlyHere.filter(\.isLive)
    }

    /// The same the other way round.
    package var liveThereOnly: [ReconciledShare] {
        pairs.filter { !$0.ours.isLive && $0.theirs.isLive }.map(\.theirs) + onlyThere.filter(\.isLive)
    }

    /// Whether nothing is left to talk about.
    package var agrees: Bool { pairs.allSatisfy(\.agrees) && liveHereOnly.isEmpty && liveThereOnly.isEmpty }

    private static func differences(between ours: ReconciledShare, and theirs: ReconciledShare) -> [Difference] {
        ReconciledField.allCases.compactMap { field in
            // What is live for one side only is told by itself; how each came to be live is its own affair.
            if field == .status, ours.isLive || theirs.isLive { return nil }
            guard ours.identities(of: field) != theirs.identities(of: field) else { return nil }
            return Difference(
                field: field, here: ours.values(of: field).map(\.words), there: theirs.values(of: field).map(\.words))
        }
    }
}

extension Reconciliation.Difference {
    /// Of several values: those that only we have, or that only the partner has, in its words.
    package var onlyHere: [String] { here.filter { !there.contains($0) } }
    package var onlyThere: [String] { there.filter { !here.contains($0) } }
}
