import Casework
import Shares

/// Whether newer shares go by the channels that the department wants: open shares by the year in which they began.
struct ChannelsByYear: Component {
    let years: [ChannelYear]

    var html: HTML {
        BarTable(
            id: "channel-years", caption: "Channels of open shares, by the year in which they began",
            columns: ["Began"] + ChannelCounts.names,
            rows: years.map { year in
                BarTable.Row(
                    name: year.year.map(String.init) ?? "Not stated", parts: year.counts.parts,
                    figures: year.counts.figures)
            }, key: ChannelCounts.key
        ).html
    }
}

/// What the record says of the channels at the end of each quarter.
struct ChannelTrendTable: Component {
    let trend: [ChannelMoment]

    var html: HTML {
        BarTable(
            id: "channel-trend", caption: "Channels of shares that flow, as recorded at each quarter’s end",
            columns: ["At the end of"] + ChannelCounts.names + ["Channels in use"],
            rows: trend.map { moment in
                BarTable.Row(
                    name: moment.day.inWords, parts: moment.counts.parts,
                    figures: moment.counts.figures + [moment.channels])
            }, key: ChannelCounts.key
        ).html
            + tag(.p, .class("hint")) {
                "Suspended shares are not counted. Quarters before the first share was recorded here are left out. The last row is the day of this page."
            }
    }
}

extension ChannelCounts {
    static let names = ["Strategic", "Tolerated", "Legacy", "Not known"]

    var figures: [Int] { [strategic, tolerated, legacy, unknown] }

    private static let looks: [Bar.Part.Look] = [.good, .middling, .bad, .plain]

    static let key = Array(zip(looks, names)).map { (look: $0, meaning: $1) }

    var parts: [Bar.Part] { zip(figures, Self.looks).map { Bar.Part(count: $0, look: $1) } }
}
