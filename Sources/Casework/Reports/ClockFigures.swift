import Ledger
import Shares
import Workflows

/// How the clocks of many shares were kept: the same readings counted over all, by spoke and by partner.
struct ClockFigures {
    private typealias Kept = (reading: ClockReading, isLate: Bool)

    private var readings: [(share: ShareSummary, kept: Kept)] = []

    init(
        of summaries: [ShareSummary], stays: [Stay], reference: ReferenceData, today: Day,
        definitions: (String) -> CheckedDefinitions
    ) {
        let byShare = Dictionary(grouping: stays, by: \.share)
        var calendars: [BankHolidays.Division: WorkingDays] = [:]
        for share in summaries {
            guard let stays = byShare[share.reference] else { continue }
            let division = reference.division(of: share.providers.compactMap(\.term))
            let calendar = calendars[division] ?? reference.workingDays(in: division)
            calendars[division] = calendar
            let reader = ClockReader(definitions: definitions(share.edition), calendar: calendar)
            for machine in Machine.allCases {
                let states = stays.filter { $0.machine == machine }.map(\.timed)
                // A review that goes on is late once its day has passed, as it is counted everywhere.
                let isOverdue = machine == .review && share.isReviewOverdue(on: today)
                readings += reader.readings(of: machine, states, at: today).map {
                    (share, ($0, $0.isLate || isOverdue && $0.ended == nil))
                }
            }
        }
    }

    var overAll: [PortfolioReport.ClockTime] { times(readings.map { (nil, $0.kept) }) }

    /// A share counts once for each of its groups.
    func by(_ groups: (ShareSummary) -> [String]) -> [PortfolioReport.ClockTime] {
        times(readings.flatMap { one in Set(groups(one.share)).map { ($0, one.kept) } })
    }

    /// By machine, clock and group, so that two reports are in one order.
    private func times(_ grouped: [(group: String?, kept: Kept)]) -> [PortfolioReport.ClockTime] {
        struct Key: Hashable {
            var machine: Machine
            var clock: String
            var title: String
            var group: String?
        }
        let all = Dictionary(grouping: grouped) {
            Key(
                machine: $0.kept.reading.machine, clock: $0.kept.reading.clock.name,
                title: $0.kept.reading.clock.title, group: $0.group)
        }
        func order(_ key: Key) -> (Int, String, String) {
            (Machine.allCases.firstIndex(of: key.machine) ?? 0, key.clock, key.group ?? "")
        }
        return all.sorted { order($0.key) < order($1.key) }.map { key, these in
            let done = these.map(\.kept).filter { $0.reading.ended != nil }
            let running = these.map(\.kept).filter { $0.reading.ended == nil }
            let days = done.map(\.reading.spent).sorted()
            let late = done.count(where: \.isLate)
            return PortfolioReport.ClockTime(
                clock: key.title, group: key.group, done: done.count, inTime: done.count - late, late: late,
                median: days.percentile(50), ninetiethPercentile: days.percentile(90), running: running.count,
                runningLate: running.count(where: \.isLate))
        }
    }
}
