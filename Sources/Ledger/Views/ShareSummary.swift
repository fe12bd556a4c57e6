package import Shares
package import Workflows

/// One line of the register: what lists, reports and comparisons need of a share.
package struct ShareSummary: Hashable, Sendable {
    package var reference: ShareReference
    package var version: Int
    package var edition: String
    package var entry: EntryName
    package var stage: Stage
    package var title: String
    package var providers: [Stated]
    package var recipients: [Stated]
    package var purpose: String
    /// The identifier of the spoke; nil where none is stated.
    package var spoke: String?
    /// What the words of the share suggest where no spoke is stated.
    package var suggestedSpoke: String?
    package var owner: String?
    package var ownerPerson: PersonID?
    package var requester: PersonID?
    package var risk: RiskTier
    package var items: [Stated]
    package var subjects: [Stated]
    package var gateways: [Stated]
    package var bases: [Stated]
    package var frequency: Stated?
    package var channel: Stated?
    package var classification: Stated?
    package var startDate: Day?
    package var endDate: Day?
    package var reviewDate: Day?
    package var configuration: Configuration
    /// Tells whether the row of a register file is the one that made the share.
    package var rowDigest: String?
}

extension ShareSummary {
    /// The view of a share: the same from its events at any time.
    package init(_ share: Share, definitions: CheckedDefinitions) {
        let terms = share.terms
        self.init(
            reference: share.reference, version: share.version, edition: share.pin.digest, entry: share.entry,
            stage: Stage(share.configuration, under: definitions), title: terms.title,
            providers: terms.providers.map(\.organisation), recipients: terms.recipients.map(\.organisation),
            purpose: terms.purpose, spoke: terms.spoke?.term,
            suggestedSpoke: terms.suggestedSpoke, owner: share.owner?.name,
            ownerPerson: share.owner?.person, requester: share.requester, risk: terms.risk.tier,
            items: terms.items.map(\.name),
            subjects: terms.subjects, gateways: terms.gateways, bases: terms.lawfulBases.map(\.basis),
            frequency: terms.frequency, channel: terms.channel, classification: terms.classification,
            startDate: terms.startDate?.day, endDate: terms.endDate?.day, reviewDate: terms.reviewDate?.day,
            configuration: share.configuration, rowDigest: RowDigest.of(share.origin))
    }
}

extension ShareSummary: ActedOn {
    package var statedSpoke: String? { spoke }
    package var approvalState: StateName { configuration.approval }

    package func involves(_ organisation: String) -> Bool {
        (providers + recipients).contains { $0.term == organisation }
    }
}
