import Shares

/// A share as numbers: what was understood of it, ready to be compared.
///
/// A class, so that the search hands shares on by one reference rather than by a hold on each list.
final class ShareFacts: Sendable {
    let providers: [Int32]
    let recipients: [Int32]
    /// In rising order, each once.
    let items: [Int32]
    /// In rising order, each once.
    let subjects: [Int32]
    let gateways: [Int32]
    let bases: [Int32]
    let purpose: PurposeMeaning
    /// The scale of eight steps; nil where it is not known.
    let step: Int8?
    /// What its frequency is called; nil where none is stated.
    let often: Int32?
    /// Whether it travels over a channel to be left; nil where that is not known.
    let isLegacy: Bool?
    /// Days since 1 January 1970.
    let start: Int32?
    let end: Int32?
    /// Everything that the share says of what it is for, of the data, the people and the law, word for word: one number.
    let text: UInt64
    /// Open, and live rather than a test: only such shares can be redundant.
    let counts: Bool
    /// Where it stands; nil where that is not known.
    let stage: Stage?

    var parties: [Int32] { providers + recipients }

    /// Whether data flows under it, as far as is known.
    var carriesData: Bool { stage?.standsStill == nil }

    init(
        providers: [Int32], recipients: [Int32], items: [Int32], subjects: [Int32], gateways: [Int32], bases: [Int32],
        purpose: PurposeMeaning, step: Int8?, often: Int32?, isLegacy: Bool?, start: Int32?, end: Int32?, text: UInt64,
        counts: Bool, stage: Stage?
    ) {
        self.providers = providers
        self.recipients = recipients
        self.items = items
        self.subjects = subjects
        self.gateways = gateways
        self.bases = bases
        self.purpose = purpose
        self.step = step
        self.often = often
        self.isLegacy = isLegacy
        self.start = start
        self.end = end
        self.text = text
        self.counts = counts
        self.stage = stage
    }

    /// The same share, after the register has taught more about it.
    func with(
        providers: [Int32]? = nil, recipients: [Int32]? = nil, items: [Int32]? = nil, subjects: [Int32]? = nil,
        serves: [UInt64]? = nil
    ) -> ShareFacts {
        var purpose = purpose
        if let serves { purpose.serves = serves }
        return ShareFacts(
            providers: providers ?? self.providers, recipients: recipients ?? self.recipients,
            items: items ?? self.items, subjects: subjects ?? self.subjects, gateways: gateways, bases: bases,
            purpose: purpose, step: step, often: often,
            isLegacy: isLegacy, start: start, end: end, text: text, counts: counts, stage: stage)
    }
}
