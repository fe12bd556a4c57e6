package import Shares

/// The machine-readable statement of one share that its partners receive.
///
/// One value, written as JSON-LD and as XML; `docs/manifest.md` explains each part. All texts are such that both forms can
/// hold them: `ManifestText` sees to that once, when the value is made.
package struct Manifest: Hashable, Sendable {
    /// The edition of the format.
    package static let format = 1

    /// Where a share stands, as partners need to know it.
    package typealias Status = ManifestStatus

    /// Counts what partners were told since the share first was in force: of two manifests of one share, the higher version
    /// is the later. 0 before that; of two such the one with the larger register is the later.
    package var version: Int
    package var status: Status
    package var issued: Instant
    package var issuer: Entry
    package var reference: ShareReference
    package var title: String
    package var spoke: Entry?
    package var providers: [Party]
    package var recipients: [Party]
    package var processors: [Party]
    package var purpose: String?
    package var publicBenefit: String?
    package var gateways: [Gateway]
    package var lawfulBases: [LawfulBasis]
    package var dataItems: [DataItem]
    package var dataSubjects: [Entry]
    package var frequency: Entry?
    package var volume: String?
    package var channel: Channel?
    package var classification: Entry?
    package var handling: [String]
    package var retention: Retention?
    package var disposal: Entry?
    package var transfers: [Transfer]
    package var onwardSharing: String?
    package var start: Day?
    package var end: Day?
    package var reviewDate: Day?
    /// Dates whose words are no day.
    package var statedDates: [StatedDate]
    package var agreement: Agreement?
    package var dataOwner: DataOwner?
    /// Where people exercise their rights and complain.
    package var rightsContact: String?
    package var contact: String?
    package var origin: Origin
    /// Nil in the manifest that holds.
    package var replacedBy: Replacement?
    package var register: RegisterPosition
}

/// How far a register had come at a moment: whoever keeps it can show later that nothing before it was changed.
package struct RegisterPosition: Hashable, Sendable {
    /// How many events it held.
    package var size: Int
    /// The SHA-256 hash of the last event, which covers all before it, in small hexadecimal digits; zeros where there is none.
    package var head: String
    /// The time of the last event.
    package var at: Instant

    package init(size: Int, head: String, at: Instant) {
        self.size = size
        self.head = head
        self.at = at
    }
}
