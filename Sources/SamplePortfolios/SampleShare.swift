import Shares

/// What a row means, before a clerk has written it down: numbers are places in the lists of the flow.
struct SampleShare: Sendable {
    var flow: Int
    /// Places in the portfolio's bodies.
    var provider: Int
    var recipient: Int
    var variant: Int
    /// 0 the first time round; later shares of the same parties and variant are further phases.
    var phase: Int
    var title: Int
    var purpose: Int
    /// Which of the items, then of the extras, are shared.
    var items: [Int]
    var extras: [Int]
    var gateways: Int
    var frequency: Int
    /// A place in the channels, or in the legacy ones.
    var channel: Int
    var usesLegacyChannel: Bool
    var stage: SampleStage
    var term: SampleTerm
    /// A place in the owners of the spoke.
    var owner: Int?
}

/// When a share runs and is looked at again; what is not known is blank.
struct SampleTerm: Sendable {
    var start: Day?
    var end: Day?
    var review: Day?
}
