import Shares

/// What is read of one share without asking the others: the larger part of the reading, which goes on side by side.
struct ShareReading: Sendable {
    let meaning: PurposeMeaning
    /// The capitalised names that nothing explains.
    let names: [CapitalNames.Name]
    /// `ShareFacts.text`
    let text: UInt64

    init(_ share: ComparableShare, by reader: PurposeReader) {
        var parties: [UInt64] = []
        for party in share.providers + share.recipients {
            for word in Tokens(party.text) where word.length > 1 { parties.append(word.plain) }
        }
        (meaning, names) = reader.read(title: share.title, purpose: share.purpose, parties: parties)
        text = share.textHash
    }
}
