/// A share as numbers: what was understood of it, ready to be compared.
struct ShareFacts: Sendable {
    var providers: [Int32]
    var recipients: [Int32]
    /// In rising order, each once.
    var items: [Int32]
    /// In rising order, each once.
    var subjects: [Int32]
    var gateways: [Int32]
    var bases: [Int32]
    var purpose: PurposeMeaning
    /// The scale of eight steps; nil where it is not known.
    var step: Int8?
    /// Whether it travels over a channel to be left; nil where that is not known.
    var isLegacy: Bool?
    /// Days since 1 January 1970.
    var start: Int32?
    var end: Int32?
    /// Everything that the share says of what it is for, of the data, the people and the law, word for word: one number.
    var text: UInt64
    /// Open, and live rather than a test: only such shares can be redundant.
    var counts: Bool

    var parties: [Int32] { providers + recipients }
}
