import Shares

/// Draws dates that fit a stage, as at one day.
struct SampleCalendar: Sendable {
    let asAt: Day

    /// Start, end and review for a share of the stage; starts lie in the years of the flow where the stage allows.
    func term(for stage: SampleStage, in flow: SampleFlow, with random: inout SplitMix64) -> SampleTerm {
        if stage.isAhead { return ahead(stage, in: flow, with: &random) }
        let start = start(in: flow, longAgo: stage != .live && stage != .suspended, with: &random)
        if stage == .live || stage == .suspended {
            let end = random.chance(perMille: 450) ? nil : endToCome(after: start, with: &random)
            let review = review(after: start, with: &random)
            // Nobody plans to look again at what has ended by then.
            return SampleTerm(start: start, end: end, review: review.map { min($0, end ?? $0) })
        }
        let end = endGone(after: start, with: &random)
        let review = random.chance(perMille: 450) ? nil : end.adding(days: -30 - random.below(200))
        return SampleTerm(start: start, end: end, review: review.map { max($0, start) })
    }

    /// A whole number of years after the start and before the day of the portfolio, where one lies between them.
    private func endGone(after start: Day, with random: inout SplitMix64) -> Day {
        let years = max(1, (asAt.number - start.number) / 366)
        let end = start.adding(months: 12 * (1 + random.below(years))).adding(days: -1)
        return min(end, asAt.adding(days: -1 - random.below(60)))
    }

    /// Shares begin on the first of a month or with the financial year more often than chance would have it.
    private func start(in flow: SampleFlow, longAgo: Bool, with random: inout SplitMix64) -> Day {
        let latest = asAt.adding(days: longAgo ? -120 : -20)
        let first = Day(year: flow.years.lowerBound, month: 1, day: 4) ?? latest
        let last = min(latest, Day(year: flow.years.upperBound, month: 12, day: 20) ?? latest)
        let day = working(Day(number: first.number + random.below(max(1, last.number - first.number))))
        let (year, month, _) = day.parts
        let rounded =
            switch random.below(100) {
            case ..<35: Day(year: year, month: month, day: 1)
            case ..<50: Day(year: year, month: 4, day: 1)
            default: day
            }
        return max(min(rounded ?? day, latest), flow.lawfulFrom ?? first.adding(days: -3))
    }

    /// Terms of one, two, three or five years, renewed until the day of the portfolio is covered.
    private func endToCome(after start: Day, with random: inout SplitMix64) -> Day {
        let step = [12, 24, 36, 36, 60][random.below(5)]
        var months = step
        while start.adding(months: months) <= asAt.adding(days: 15) { months += step }
        return start.adding(months: months).adding(days: -1)
    }

    /// About one in six is overdue, more often by weeks than by years; those to come peak in two or three months.
    private func review(after start: Day, with random: inout SplitMix64) -> Day? {
        if random.chance(perMille: 70) { return nil }
        let age = asAt.number - start.number
        if age > 400, random.chance(perMille: 185) {
            let late = 1 + min(random.below(700), random.below(700))
            return working(asAt.adding(days: -min(late, age - 300)))
        }
        let ahead =
            switch random.below(100) {
            case ..<35: 45 + random.below(45)
            case ..<90: 2 + random.below(363)
            default: 365 + random.below(365)
            }
        return working(asAt.adding(days: ahead))
    }

    private func ahead(_ stage: SampleStage, in flow: SampleFlow, with random: inout SplitMix64) -> SampleTerm {
        if random.chance(perMille: 350) { return SampleTerm() }
        let away = stage == .withdrawn || stage == .refused ? -300 + random.below(400) : 20 + random.below(280)
        let meant = working(asAt.adding(days: away))
        let start = max(meant, flow.lawfulFrom ?? meant)
        return SampleTerm(
            start: start, end: random.chance(perMille: 500) ? start.adding(months: 36).adding(days: -1) : nil,
            review: random.chance(perMille: 400) ? start.adding(months: 12) : nil)
    }

    /// The Monday after a weekend.
    private func working(_ day: Day) -> Day {
        day.weekday > 5 ? day.adding(days: 8 - day.weekday) : day
    }
}
