package import Shares

/// What changed in the manifests that somebody may see, newest first: one page of it, for feed readers.
package struct ChangeFeed: Sendable {
    /// A version of a manifest that was issued.
    package struct Entry: Hashable, Sendable {
        /// Counts all that the issuer issued: no two entries have the same.
        package var number: Int
        package var reference: ShareReference
        package var version: Int
        package var issued: Instant
        package var title: String
        /// In one sentence: what it is now.
        package var says: String
        /// Where it is to be had.
        package var address: String

        package init(
            number: Int, reference: ShareReference, version: Int, issued: Instant, title: String, says: String,
            address: String
        ) {
            self.number = number
            self.reference = reference
            self.version = version
            self.issued = issued
            self.title = title
            self.says = says
            self.address = address
        }
    }

    package var issuer: Organisation
    /// Where this page of the feed, the feed from its beginning, and the page of older changes are; nil where there are none.
    package var address: String
    package var first: String
    package var next: String?
    /// When something last changed.
    package var updated: Instant
    package var entries: [Entry]

    package init(
        issuer: Organisation, address: String, first: String, next: String?, updated: Instant, entries: [Entry]
    ) {
        self.issuer = issuer
        self.address = address
        self.first = first
        self.next = next
        self.updated = updated
        self.entries = entries
    }

    var title: String { "Data-sharing manifests of \(issuer.name)" }

    /// The name of the feed, wherever it is served.
    var name: String { SideFiles.name("organisation", issuer.id) + "/changes" }

    /// What tells an entry from every other, for ever.
    func name(of entry: Entry) -> String { "\(name)/\(entry.number)" }

    func title(of entry: Entry) -> String { "\(entry.reference), version \(entry.version): \(entry.title)" }
}
