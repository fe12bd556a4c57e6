import Shares

/// The ways in which registers write a day.
enum SampleDateStyle: CaseIterable, Sendable {
    /// `2022-02-01`
    case iso
    /// `01/02/2022`
    case slashes
    /// `1 Feb 2022`
    case short
    /// `1 February 2022`
    case long
    /// `1st February 2022`
    case ordinal

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func drawn(with random: inout SplitMix64) -> SampleDateStyle {
        switch random.below(100) {
        case ..<45: .iso
        case ..<76: .slashes
        case ..<88: .short
        case ..<94: .long
        default: .ordinal
        }
    }

    func text(_ date: Day) -> String {
        let (year, month, day) = date.parts
        return switch self {
        case .iso: "\(year)-\(SampleDateStyle.two(month))-\(SampleDateStyle.two(day))"
        case .slashes: "\(SampleDateStyle.two(day))/\(SampleDateStyle.two(month))/\(year)"
        case .short: "\(day) \(SampleDateStyle.months[month - 1].prefix(3)) \(year)"
        case .long: "\(day) \(SampleDateStyle.months[month - 1]) \(year)"
        case .ordinal: "\(day)\(SampleDateStyle.ending(day)) \(SampleDateStyle.months[month - 1]) \(year)"
        }
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func ending(_ day: Int) -> String {
        switch day {
        case 1, 21, 31: "st"
        case 2, 22: "nd"
        case 3, 23: "rd"
        default: "th"
        }
    }
}
