import Shares

/// One thing that is really shared, with all the ways in which a register may say so; most flows have many shares.
package struct SampleFlow: Sendable {
    package let id: String
    package let spoke: String
    /// How many shares of the portfolio are of this flow, in proportion to the others.
    let weight: Int
    /// Organisation ids, or `group:` and the name of a group.
    let providers: [String]
    let recipients: [String]
    let titles: [SampleTemplate]
    /// What the data is for, to follow "to".
    let purposes: [SampleTemplate]
    /// Benefits, populations or schemes that have a share each; an empty one is the flow as such.
    let variants: [String]
    let gateways: [Wording]
    let bases: [Wording]
    let items: [Wording]
    /// Items that some shares of the flow carry and others do not.
    let extras: [Wording]
    let subjects: [Wording]
    let frequencies: [Wording]
    let channels: [Wording]
    /// Channels that the flow used before and that some shares have never left.
    let legacy: [Wording]
    let classification: Wording
    /// How long the recipient keeps the data (ISO 8601 duration); the register has no column for it.
    package let retention: String
    /// The years in which shares of the flow began.
    let years: ClosedRange<Int>
    /// The day from which the law allows it, where that lies within the years.
    let lawfulFrom: Day?
    /// The flow has been switched off everywhere.
    let ended: Bool

    /// The spellings of one term, the usual one first, and its number in its vocabulary.
    struct Wording: Sendable, Equatable {
        let id: String
        let spellings: [String]
    }
}
