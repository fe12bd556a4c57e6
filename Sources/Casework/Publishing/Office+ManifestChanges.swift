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

    /// What the version is now, in a sentence.
    package var says: String {
        guard version == holding else { return "Version \(holding) has replaced it." }
        return "It holds; the share is \(status?.rawValue ?? "between two states")."
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
    /// What was issued of the shares within a person's reach, before a number where one is given.
    package func manifestChanges(
        for person: Person, before number: Int? = nil, limit: Int = 50
    ) throws -> ManifestChanges {
        let issuer = try department().organisation
        return try read { reader in
            let exchange = try recentExchange.exchange(in: reader)
            let reached: Set<ShareReference>? =
                person.reach == .everything
                ? nil : Set(try reader.summaries(where: person.reach.filters).map(\.reference))
            let all = exchange.issues.lazy.filter { reached?.contains($0.key) ?? true }.flatMap(\.value)
            let older = all.filter { number == nil || $0.number < number ?? 0 }.sorted { $0.number > $1.number }
            let page = older.prefix(limit)
            let changes = try page.map { issue in
                let share = try existing(issue.manifest.share, in: reader)
                return ManifestChange(
                    number: issue.number, reference: share.reference, title: share.terms.title,
                    version: issue.manifest.version, issued: issue.at, holding: share.manifestVersion,
                    status: ManifestStatus(of: share))
            }
            return ManifestChanges(
                issuer: issuer, changes: changes, next: older.count > limit ? page.last?.number : nil,
                updated: try all.map(\.at).max() ?? reader.lastEventTime() ?? Instant(milliseconds: 0))
        }
    }
}
