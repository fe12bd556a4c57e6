package import Shares

/// The portfolio at a glance, as at a day: what a governance board asks first.
package struct PortfolioReport: Hashable, Sendable, Codable {
    package struct Count: Hashable, Sendable, Codable {
        package var name: String
        package var count: Int

        package init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// How long shares stood in a state that they have left, in working days.
    package struct StageTime: Hashable, Sendable, Codable {
        package var machine: String
        package var state: String
        /// Completed stays.
        package var stays: Int
        package var median: Int
        package var ninetiethPercentile: Int
        /// Shares that stand there now, having entered here.
        package var now: Int
    }

    /// How one clock was kept, in working days, over all shares or those of one spoke or partner.
    package struct ClockTime: Hashable, Sendable, Codable {
        package var clock: String
        /// Nil: over all.
        package var group: String?
        /// Pieces of work that are over.
        package var done: Int
        package var inTime: Int
        package var late: Int
        package var median: Int
        package var ninetiethPercentile: Int
        /// Going on now, paused ones included.
        package var running: Int
        package var runningLate: Int
    }

    /// A decision that shares which were found redundant are not the same.
    package struct Learned: Hashable, Sendable, Codable {
        package var decision: Int
        package var on: Day
        package var shares: [ShareReference]
        package var reason: String
    }

    package struct Spoke: Hashable, Sendable, Codable {
        package var name: String
        /// Open shares of which the register states the spoke.
        package var shares: Int
        /// Open shares whose words suggest it, where none is stated.
        package var suggested: Int
        package var live: Int
        package var withoutOwner: Int
        package var reviewsOverdue: Int
    }

    package var asAt: Day
    /// When the first share was recorded, where that was after the day: nothing is known of it; else nil.
    package var recordBegins: Day?
    package var shares: Int
    /// Not ended.
    package var open: Int
    package var stages: [Count]
    /// Open shares that flow on what was agreed before: to be regularised.
    package var inheritedBacklog: Int
    package var spokes: [Spoke]
    /// Open shares where the register names nobody.
    package var ownersMissing: Int
    /// Open shares whose owner is named but not appointed here.
    package var ownersNotAppointed: Int
    /// Open shares whose appointed owner has left, lost the role or the appointment, or is away with nobody to act for them.
    package var ownersGone: Int
    /// Open shares with a condition that is neither met nor waived, and past the day on which it was due.
    package var conditionsOverdue: Int
    /// Shares of which a party has not acknowledged the last manifest in the time that the department allows.
    package var manifestsNotAcknowledged: Int
    package var reviewsOverdue: Int
    /// By month, the next twelve from the day of the report: `2026-04`.
    package var reviewsComing: [Count]
    package var reviewsNotSet: Int
    package var livePastTheirEnd: Int
    /// Expired, and it is not recorded that the transfer stopped.
    package var expiredNotStopped: Int
    package var risk: [Count]
    package var channels: [Count]
    package var strategicChannels: Int
    package var legacyChannels: Int
    package var toleratedChannels: Int
    package var unknownChannels: Int
    package var gateways: [Count]
    package var partners: [Count]
    package var unconfirmedOrganisations: [Count]
    /// What consolidating redundant shares saves.
    package var consolidation: ConsolidationFigures
    /// Shares of which a board decided that they are not the same, though they look it.
    package var learned: [Learned]
    package var stageTimes: [StageTime]
    package var clocks: [ClockTime]
    package var clocksBySpoke: [ClockTime]
    package var clocksByPartner: [ClockTime]
}
