import Crypto
import Ledger
package import Shares

/// A version of a manifest that was issued, and what became of it.
package struct ManifestChange: Hashable, Sendable {
    /// Counts all that was issued, from 1.
    package var number: Int
    package var reference: ShareReference
    package var title: String
    package var version: Int
    package var issued: Instant
    /// The version that holds now.
    package var holding: Int
    /// Where the share stands now; nil where manifests have no word for it.
    package var status: ManifestStatus?
    /// Whether whoever asks sees the share; a partner that takes no part any more sees only what it was given.
    package var isSeen = true

    /// What the version is now, in a sentence.
    package var says: String {
        guard isSeen else { return "Your organisation takes no part in the share any more." }
        guard version == holding else { return "Version \(holding) has replaced it." }
        return "It holds; the share is \(status?.asPeopleSay ?? "between two states")."
    }
}

/// Some of the changes, newest first.
package struct ManifestChanges: Sendable {
    package var issuer: Organisation
    package var changes: [ManifestChange]
    /// The number before which older ones are; nil where these are the oldest.
    package var next: Int?
    /// All that is said here, in a few digits.
    package var tag: String {
        let lines = changes.map {
            [$0.number.description, $0.title, $0.holding.description, $0.status?.rawValue ?? ""]
                .joined(separator: "\u{1F}")
        }
        let text = ([issuer.name, next?.description ?? ""] + lines).joined(separator: "\u{1E}")
        return String(Array(SHA256.hash(data: Array(text.utf8))).hexadecimal.prefix(32))
    }

    /// When the newest of all was issued, or the register last changed where none was.
    package var updated: Instant
}

extension Office {
    /// What was issued of one share, newest first.
    package func manifestChanges(of reference: ShareReference) throws -> [ManifestChange] {
        try read { reader in
            _ = try existing(reference, in: reader)
            return try (recentExchange.exchange(in: reader).issues[reference] ?? []).reversed().map {
                try change($0, in: reader)
            }
        }
    }

    /// What was issued of the shares within a person's reach, and what else was issued to their organisation as long as it was
    /// a party; before a number where one is given.
    package func manifestChanges(
        for person: Person, before number: Int? = nil, limit: Int = 50
    ) throws -> ManifestChanges {
        let issuer = try department().organisation
        return try read { reader in
            let exchange = try recentExchange.exchange(in: reader)
            let reached: Set<ShareReference>? =
                person.reach == .everything
                ? nil : Set(try reader.summaries(where: person.reach.filters).map(\.reference))
            func isSeen(_ share: ShareReference) -> Bool { reached?.contains(share) ?? true }
            let all = exchange.issues.lazy.flatMap { share, issues in
                isSeen(share) ? issues : issues.filter { $0.concerns(person.organisation) }
            }
            let older = all.filter { number == nil || $0.number < number ?? 0 }.sorted { $0.number > $1.number }
            let page = older.prefix(limit)
            let changes = try page.map { issue in
                try isSeen(issue.manifest.share)
                    ? change(issue, in: reader) : withdrawal(issue, from: person.organisation, in: reader)
            }
            return ManifestChanges(
                issuer: issuer, changes: changes, next: older.count > limit ? page.last?.number : nil,
                updated: try all.map(\.at).max() ?? reader.lastEventTime() ?? Instant(milliseconds: 0))
        }
    }

    private func change(_ issue: Exchange.Issue, in reader: LedgerReader) throws -> ManifestChange {
        let share = try existing(issue.manifest.share, in: reader)
        return ManifestChange(
            number: issue.number, reference: share.reference, title: share.terms.title,
            version: issue.manifest.version, issued: issue.at, holding: share.manifestVersion,
            status: ManifestStatus(of: share))
    }

    /// What was issued of a share to a body that takes no part in it any more: in the words of the version that it was given.
    private func withdrawal(
        _ issue: Exchange.Issue, from body: String, in reader: LedgerReader
    ) throws -> ManifestChange {
        let reference = issue.manifest.share
        let version = issue.version(givenTo: body)
        let told = Share.told(in: version, of: try reader.events(of: reference).lazy.map(\.event))
        return ManifestChange(
            number: issue.number, reference: reference, title: told?.share.terms.title ?? reference.rawValue,
            version: version, issued: issue.at, holding: version, isSeen: false)
    }
}
