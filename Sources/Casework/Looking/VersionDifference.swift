package import Ledger
package import Shares
package import Workflows

/// A share as it was at one of its versions.
package struct ShareAtVersion: Sendable {
    package var share: Share
    package var stage: Stage
    /// When the version came to be.
    package var at: Instant
}

/// What differs between two versions of a share, and what happened in between.
package struct VersionDifference: Sendable {
    package struct Move: Hashable, Sendable {
        package var machine: Machine
        /// The titles of its states.
        package var from: String
        package var to: String
    }

    package var from: ShareAtVersion
    package var to: ShareAtVersion
    /// The newest version that there is.
    package var latest: Int
    /// Of the terms as they were considered: of an amendment where one was under way.
    package var terms: [TermsChange]
    package var moves: [Move]
    /// What the commands and states of the later one are called.
    package var definitions: CheckedDefinitions
    /// After the earlier version, up to the later one.
    package var events: [PlacedEvent]
}

extension Office {
    private func check(_ one: Int, _ other: Int, upTo latest: Int) throws(Refusal) {
        let reasons = [("from", one), ("to", other)].filter { !(1...latest).contains($0.1) }.map { field, version in
            Refusal.Reason(
                .possible, rule: "no-version", "There is no step \(version): this share has 1 to \(latest).",
                field: field)
        }
        guard reasons.isEmpty else { throw Refusal(reasons) }
    }

    /// Between two versions of a share that a person may see, the earlier first; without them the newest two. Throws `NoSuchShare`,
    /// and `Refusal` where there are no such versions.
    package func difference(
        of reference: ShareReference, from one: Int?, to other: Int?, for person: Person
    ) throws -> VersionDifference {
        let share = try show(reference, to: person).share
        try checkSeesWithin(share, person, what: "What each version says")
        let latest = share.version
        let (first, second) = (one ?? max((other ?? latest) - 1, 1), other ?? latest)
        try check(first, second, upTo: latest)
        let (earlier, later) = (min(first, second), max(first, second))
        return try read { reader in
            let events = try reader.events(of: reference)
            func at(_ version: Int) throws -> ShareAtVersion {
                let until = events.prefix { $0.event.version <= version }
                guard let share = Share(events: until.map(\.event)), let last = until.last else {
                    throw NoSuchShare(reference: reference)
                }
                let definitions = try definitions(for: share.pin, in: reader)
                return ShareAtVersion(
                    share: share, stage: Stage(share.configuration, under: definitions), at: last.event.at)
            }
            func title(_ machine: Machine, of share: Share) throws -> String {
                let name = share.standing[machine].state
                return try definitions(for: share.pin, in: reader)[machine].state(name)?.title ?? name.rawValue
            }
            let (from, to) = (try at(earlier), try at(later))
            let moved = Machine.allCases.filter {
                from.share.standing[$0].state != to.share.standing[$0].state
            }
            return VersionDifference(
                from: from, to: to, latest: latest,
                terms: from.share.termsUnderConsideration.changes(to: to.share.termsUnderConsideration),
                moves: try moved.map {
                    VersionDifference.Move(
                        machine: $0, from: try title($0, of: from.share), to: try title($0, of: to.share))
                },
                definitions: try definitions(for: to.share.pin, in: reader),
                events: events.filter { $0.event.version > earlier && $0.event.version <= later })
        }
    }
}
