package import Shares

/// How many shares go by channels of each standing; one whose channel is not understood counts as unknown.
package struct ChannelCounts: Hashable, Sendable {
    package var strategic = 0
    package var tolerated = 0
    package var legacy = 0
    package var unknown = 0

    mutating func count(_ channel: Stated?, _ reference: ReferenceData) {
        switch channel?.term.flatMap({ reference.channels[$0]?.standing }) {
        case .strategic: strategic += 1
        case .tolerated: tolerated += 1
        case .legacy: legacy += 1
        case nil: unknown += 1
        }
    }
}

/// The channels of open shares that began in one year; nil: they do not say when.
package struct ChannelYear: Hashable, Sendable {
    package var year: Int?
    package var counts: ChannelCounts
}

/// The channels of the shares that flowed at the end of a day, and how many different ones they were.
package struct ChannelMoment: Hashable, Sendable {
    package var day: Day
    package var counts: ChannelCounts
    package var channels: Int
}
