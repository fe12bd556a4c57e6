package import Shares

/// What redundancy needs to know of a share: its source texts, with the reference terms where they were understood.
package struct ComparableShare: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var purpose: String
    package var providers: [Stated]
    package var recipients: [Stated]
    package var items: [Stated]
    package var subjects: [Stated]
    package var gateways: [Stated]
    package var bases: [Stated]
    package var frequency: Stated?
    package var channel: Stated?
    package var start: Day?
    package var end: Day?
    /// Not closed, withdrawn, refused or expired; a share marked active past its end is open.
    package var isOpen: Bool
    /// Where it stands, which tells whether data flows under it; nil where that is not known.
    package var stage: Stage?

    package init(
        reference: ShareReference, title: String, purpose: String, providers: [Stated], recipients: [Stated],
        items: [Stated], subjects: [Stated] = [], gateways: [Stated] = [], bases: [Stated] = [],
        frequency: Stated? = nil, channel: Stated? = nil, start: Day? = nil, end: Day? = nil, isOpen: Bool = true,
        stage: Stage? = nil
    ) {
        self.reference = reference
        self.title = title
        self.purpose = purpose
        self.providers = providers
        self.recipients = recipients
        self.items = items
        self.subjects = subjects
        self.gateways = gateways
        self.bases = bases
        self.frequency = frequency
        self.channel = channel
        self.start = start
        self.end = end
        self.isOpen = isOpen
        self.stage = stage
    }

    /// The share with the given terms; whether it is open follows from its state, which the caller knows.
    package init(_ reference: ShareReference, terms: Terms, isOpen: Bool) {
        self.init(
            reference: reference, title: terms.title, purpose: terms.purpose,
            providers: terms.providers.map(\.organisation), recipients: terms.recipients.map(\.organisation),
            items: terms.items.map(\.name), subjects: terms.subjects, gateways: terms.gateways,
            bases: terms.lawfulBases.map(\.basis), frequency: terms.frequency, channel: terms.channel,
            start: terms.startDate?.day, end: terms.endDate?.day, isOpen: isOpen)
    }
}
