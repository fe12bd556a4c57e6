internal import Shares

extension Manifest.Entry {
    /// What was stated, under the name of the vocabulary's entry where it was understood.
    init<Known: Term>(_ stated: Stated, _ vocabulary: Vocabulary<Known>) {
        let known = stated.term.flatMap { vocabulary[$0] }
        id = known?.id
        name = ManifestText.required(known?.name ?? stated.text)
    }

    init?<Known: Term>(_ stated: Stated?, _ vocabulary: Vocabulary<Known>) {
        guard let stated, stated.term != nil || !stated.text.isEmpty else { return nil }
        self.init(stated, vocabulary)
    }
}

extension Manifest.Party {
    init(_ party: Shares.Party, _ data: ReferenceData) {
        let known = party.organisation.term.flatMap { data.organisations[$0] }
        id = known?.id
        name = ManifestText.required(known?.name ?? party.organisation.text)
        controllership = party.controllership
        identifiers = (known?.codes ?? [:]).sorted { $0.key < $1.key }.map {
            Manifest.Identifier(scheme: ManifestText.required($0.key), value: ManifestText.required($0.value))
        }
    }
}

extension Manifest.Gateway {
    init(_ stated: Stated, _ data: ReferenceData) {
        let known = stated.term.flatMap { data.gateways[$0] }
        id = known?.id
        name = ManifestText.required(known?.name ?? stated.text)
        act = ManifestText.optional(known?.act)
        provision = ManifestText.optional(known?.provision)
        address = ManifestText.optional(known?.address)
    }
}

extension Manifest.LawfulBasis {
    init(_ cited: LawfulBasisCitation, _ data: ReferenceData) {
        let known = cited.basis.term.flatMap { data.lawfulBases[$0] }
        article = cited.article
        id = known?.id
        name = ManifestText.required(known?.name ?? cited.basis.text)
        citation = ManifestText.optional(known?.article)
        law = ManifestText.optional(known?.law)
        party = cited.party
    }
}

extension Manifest.DataItem {
    init(_ item: Shares.DataItem, _ data: ReferenceData) {
        let known = item.name.term.flatMap { data.dataItems[$0] }
        id = known?.id
        name = ManifestText.required(known?.name ?? item.name.text)
        dataset = ManifestText.optional(item.dataset)
        isPersonal = item.isPersonal
        specialCategory = item.specialCategory
        isCriminalOffenceData = item.isCriminalOffenceData
        justification = ManifestText.optional(item.justification)
    }
}

extension Manifest.Channel {
    /// The share's own words on security come before those on the channel in general.
    init(_ stated: Stated, security: String?, _ data: ReferenceData) {
        let known = stated.term.flatMap { data.channels[$0] }
        id = known?.id
        name = ManifestText.required(known?.name ?? stated.text)
        style = known?.style
        self.security = ManifestText.optional(security) ?? ManifestText.optional(known?.security)
    }
}

extension Manifest.Retention {
    init?(_ retention: Shares.Retention) {
        guard let statement = ManifestText.optional(retention.text) else { return nil }
        self.statement = statement
        duration = retention.duration
    }
}

extension Manifest.Transfer {
    init(_ transfer: InternationalTransfer, _ data: ReferenceData) {
        country = ManifestText.required(transfer.country)
        safeguard = Manifest.Entry(transfer.safeguard, data.transferSafeguards)
    }
}

extension Manifest.StatedDate {
    static func all(in terms: Terms) -> [Manifest.StatedDate] {
        let dates: [(Which, StatedDay?)] = [
            (.start, terms.startDate), (.end, terms.endDate), (.review, terms.reviewDate),
        ]
        return dates.compactMap { which, stated in
            guard let stated, stated.day == nil else { return nil }
            return ManifestText.optional(stated.text).map { Manifest.StatedDate(which: which, text: $0) }
        }
    }
}

extension Manifest.Agreement {
    init?(_ terms: Terms, _ data: ReferenceData) {
        type = Manifest.Entry(terms.agreementType, data.agreementTypes)
        parent = ManifestText.optional(terms.parentAgreement)
        if type == nil, parent == nil { return nil }
    }
}
