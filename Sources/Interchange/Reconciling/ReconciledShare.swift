package import Shares

/// A share as one side's register has it, in a form in which two sides can be compared: each value by what it was understood
/// as, and by its words where it was not.
package struct ReconciledShare: Hashable, Sendable {
    package struct Value: Hashable, Sendable {
        /// What tells two values apart.
        var identity: String
        /// For people.
        package var words: String
    }

    package let reference: ShareReference
    package let title: String
    package let status: Manifest.Status
    let values: [ReconciledField: [Value]]

    /// Whether data flows, in the view of that side.
    package var isLive: Bool { status == .inForce || status == .inherited }

    /// `data` reads the words of the other side too, so that two spellings of one thing are one.
    package init(_ manifest: Manifest, understoodBy data: ReferenceData) {
        let reading = SideReading(data: data)
        reference = manifest.reference
        title = manifest.title
        status = manifest.status
        values = [
            .title: reading.texts([manifest.title]),
            .provider: manifest.providers.map { reading.body($0.id, $0.name) },
            .recipient: manifest.recipients.map { reading.body($0.id, $0.name) },
            .processor: manifest.processors.map { reading.body($0.id, $0.name) },
            .purpose: reading.texts([manifest.purpose]),
            .legalGateway: manifest.gateways.map { reading.value($0.id, $0.name, data.gateways) },
            .lawfulBasis: manifest.lawfulBases.map { reading.value($0.id, $0.name, data.lawfulBases) },
            .dataItems: manifest.dataItems.map { reading.value($0.id, $0.name, data.dataItems) },
            .dataSubjects: manifest.dataSubjects.map { reading.value($0.id, $0.name, data.subjectGroups) },
            .frequency: reading.entry(manifest.frequency, data.frequencies),
            .transferMethod: manifest.channel.map { [reading.value($0.id, $0.name, data.channels)] } ?? [],
            .classification: reading.entry(manifest.classification, data.classifications),
            .retention: reading.texts([manifest.retention.map { $0.duration ?? $0.statement }]),
            .transfersOutsideUK: reading.texts(manifest.transfers.map(\.country)),
            .onwardSharing: reading.texts([manifest.onwardSharing]),
            .startDate: reading.date(manifest.start, .start, in: manifest),
            .endDate: reading.date(manifest.end, .end, in: manifest),
            .reviewDate: reading.date(manifest.reviewDate, .review, in: manifest),
            .agreementType: reading.entry(manifest.agreement?.type, data.agreementTypes),
        ]
    }

    func values(of field: ReconciledField) -> [Value] {
        field == .status ? [Value(identity: status.rawValue, words: status.rawValue)] : values[field] ?? []
    }

    func identities(of field: ReconciledField) -> Set<String> { Set(values(of: field).map(\.identity)) }
}

/// Reads what either side wrote by one set of reference data.
private struct SideReading {
    let data: ReferenceData

    /// An identifier that is known here stands for itself; anything else is read by its words.
    func value<Known: Term>(_ id: String?, _ words: String, _ vocabulary: Vocabulary<Known>) -> ReconciledShare.Value {
        let known = id.flatMap { vocabulary[$0]?.id } ?? vocabulary.resolve(words)?.id
        return ReconciledShare.Value(identity: known ?? "text:" + TermIndex.key(words), words: words)
    }

    func entry<Known: Term>(
        _ entry: Manifest.Entry?, _ vocabulary: Vocabulary<Known>
    ) -> [ReconciledShare.Value] {
        entry.map { [value($0.id, $0.name, vocabulary)] } ?? []
    }

    func body(_ id: String?, _ words: String) -> ReconciledShare.Value {
        let known = id.flatMap { data.organisations[$0]?.id } ?? data.organisations.resolve(words)?.id
        return ReconciledShare.Value(identity: known ?? "text:" + TermIndex.key(words), words: words)
    }

    func texts(_ texts: [String?]) -> [ReconciledShare.Value] {
        texts.compactMap { $0 }.map { ReconciledShare.Value(identity: TermIndex.key($0), words: $0) }
    }

    /// The day, or the words where they are no day.
    func date(
        _ day: Day?, _ which: Manifest.StatedDate.Which, in manifest: Manifest
    ) -> [ReconciledShare.Value] {
        texts([day?.description ?? manifest.statedDates.first { $0.which == which }?.text])
    }
}
