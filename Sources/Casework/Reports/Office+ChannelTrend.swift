import Ledger
import Shares
import Workflows

extension Office {
    /// So many quarters before a day are looked back at.
    private static let quarters = 8

    /// The channels of the shares within reach at the end of each quarter before a day, as far as the record goes back.
    ///
    /// What stood at the end of a past day stays so, because the record never goes back in time.
    func channelTrend(before day: Day, within reach: Reach) throws -> [ChannelMoment] {
        try pastTrends.figures(for: ReportQuestion(day: day, reach: reach), in: self, isPast: true) {
            let days = day.quarterEnds(before: Office.quarters)
            let reference = try reference()
            var counting = days.map { ChannelCounting(day: $0) }
            try read { reader in
                try reader.forEachShare(atEndsOf: days) { place, share in
                    let stage = Stage(
                        share.configuration, under: try definitions(for: share.pin, in: reader))
                    counting[place].isRecorded = true
                    if stage.carriesData, reach.includes(share) { counting[place].take(share.terms.channel, reference) }
                }
            }
            return counting.filter(\.isRecorded).map(\.moment)
        }
    }
}

/// The channels of one day while they are counted.
struct ChannelCounting {
    var day: Day
    var isRecorded = false
    private var counts = ChannelCounts()
    private var names: Set<String> = []

    init(day: Day) {
        self.day = day
    }

    mutating func take(_ channel: Stated?, _ reference: ReferenceData) {
        counts.count(channel, reference)
        if let channel { names.insert(channel.term ?? channel.text) }
    }

    var moment: ChannelMoment { ChannelMoment(day: day, counts: counts, channels: names.count) }
}

extension Day {
    /// The last days of the quarters that end before this day, the earliest first.
    func quarterEnds(before count: Int) -> [Day] {
        let (year, month, _) = parts
        guard let first = Day(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) else { return [] }
        return (0..<count).reversed().map { first.adding(months: -3 * $0).adding(days: -1) }
    }
}
