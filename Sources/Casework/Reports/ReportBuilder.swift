import Ledger
import Shares
import Workflows

/// Counts what a report says, from the lines of the register and how long shares stood where.
struct ReportBuilder {
    let reference: ReferenceData
    let definitions: CheckedDefinitions
    let today: Day
    /// When the first share was recorded, where that was after the day.
    var recordBegins: Day?
    /// Whose report it is, by its identifier: no partner of its own.
    var department: String?
    /// By digest: the editions that shares run on, for the targets of their clocks.
    var editions: [String: CheckedDefinitions] = [:]
    /// The people as they were on the day.
    var roster = Roster()
    /// Shares with a condition that was overdue on the day.
    var conditionsOverdue: Set<ShareReference> = []
    /// Shares of which a party has not acknowledged the last manifest in time.
    var manifestsNotAcknowledged: Set<ShareReference> = []
    /// What was decided about redundant shares up to the day.
    var decisions: [RecordedDecision] = []
    /// How far their survivors had taken over on the day.
    var takeOvers = TakeOvers()

    func report(of summaries: [ShareSummary], stays: [Stay]) -> PortfolioReport {
        let decided = Set(decisions.flatMap(\.decision.shares))
        let lines = Dictionary(
            summaries.filter { decided.contains($0.reference) }.map {
                ($0.reference, (isEnded: $0.stage == .ended, isRetiring: $0.isRetiring))
            }, uniquingKeysWith: { first, _ in first })
        let open = summaries.filter { $0.stage != .ended }
        let flowing = open.filter(\.stage.isFlowing)
        let standings = Dictionary(grouping: open.compactMap(\.channel)) { channelStanding($0) }
        let clocks = ClockFigures(of: summaries, stays: stays, reference: reference, today: today) {
            editions[$0] ?? definitions
        }
        return PortfolioReport(
            asAt: today, recordBegins: recordBegins, shares: summaries.count, open: open.count,
            stages: Stage.allCases.map { stage in
                PortfolioReport.Count(stage.label, summaries.count { $0.stage == stage })
            },
            inheritedBacklog: open.count {
                $0.stage == .inherited || $0.stage == .suspended && $0.configuration.approval == "inherited-suspended"
            }, spokes: spokes(of: open),
            ownersMissing: open.count { $0.owner == nil },
            ownersNotAppointed: open.count { $0.owner != nil && $0.ownerPerson == nil },
            ownersGone: open.count { $0.ownerPerson != nil && $0.ownerGap(in: roster, on: today) != nil },
            conditionsOverdue: open.count { conditionsOverdue.contains($0.reference) },
            manifestsNotAcknowledged: summaries.count { manifestsNotAcknowledged.contains($0.reference) },
            reviewsOverdue: open.count { $0.isReviewOverdue(on: today) }, reviewsComing: coming(flowing),
            reviewsNotSet: flowing.count { $0.reviewDate == nil },
            livePastTheirEnd: flowing.count { $0.stage != .suspended && $0.endDate.map { $0 < today } ?? false },
            expiredNotStopped: open.count { $0.stage == .expired },
            risk: RiskTier.allCases.reversed().map { tier in
                PortfolioReport.Count(tier.rawValue, open.count { $0.risk == tier })
            }, channels: counts(open.map { [channelName($0.channel)] }),
            strategicChannels: standings["strategic"]?.count ?? 0, legacyChannels: standings["legacy"]?.count ?? 0,
            toleratedChannels: standings["tolerated"]?.count ?? 0,
            unknownChannels: open.count
                - ["strategic", "legacy", "tolerated"].reduce(0) { $0 + (standings[$1]?.count ?? 0) },
            gateways: counts(
                open.map { $0.gateways.isEmpty ? ["None stated"] : $0.gateways.map { gatewayName($0) } }),
            partners: counts(open.map { partners(of: $0) }),
            unconfirmedOrganisations: counts(
                summaries.map { share in (share.providers + share.recipients).filter { $0.term == nil }.map(\.text) }),
            consolidation: ConsolidationFigures(decisions, takeOvers: takeOvers) { lines[$0] },
            learned: decisions.learned.compactMap { recorded in
                let decision = recorded.decision
                guard decision.shares.allSatisfy({ lines[$0] != nil }) else { return nil }
                return PortfolioReport.Learned(
                    decision: recorded.number, on: decision.on, shares: decision.shares, reason: decision.reason)
            },
            stageTimes: stageTimes(stays, of: summaries), clocks: clocks.overAll,
            clocksBySpoke: clocks.by { [$0.spoke.flatMap { reference.spokes[$0]?.name } ?? "None stated"] },
            clocksByPartner: clocks.by { partners(of: $0) })
    }

    // MARK: - Names

    private func channelStanding(_ channel: Stated) -> String {
        channel.term.flatMap { reference.channels[$0] }.map(\.standing.rawValue) ?? "unknown"
    }

    private func channelName(_ channel: Stated?) -> String {
        guard let channel else { return "None stated" }
        return channel.term.flatMap { reference.channels[$0]?.name } ?? channel.text
    }

    private func gatewayName(_ gateway: Stated) -> String {
        gateway.term.flatMap { reference.gateways[$0]?.name } ?? gateway.text
    }

    /// Those who provide or receive, but for the department itself.
    private func partners(of share: ShareSummary) -> [String] {
        (share.providers + share.recipients).filter { $0.term == nil || $0.term != department }
            .map { organisationName($0) }
    }

    private func organisationName(_ organisation: Stated) -> String {
        organisation.term.flatMap { reference.organisations[$0]?.name } ?? organisation.text
    }

    // MARK: - Counting

    /// How many shares have each name, the most frequent first; a share counts once for a name.
    private func counts(_ names: [[String]]) -> [PortfolioReport.Count] {
        var counts: [String: Int] = [:]
        for names in names {
            for name in Set(names) { counts[name, default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { PortfolioReport.Count($0.key, $0.value) }
    }

    private func spokes(of open: [ShareSummary]) -> [PortfolioReport.Spoke] {
        let known = reference.spokes.all.map { (id: Optional($0.id), name: $0.name) }
        let byStated = Dictionary(grouping: open, by: \.spoke)
        let bySuggested = Dictionary(grouping: byStated[nil] ?? [], by: \.suggestedSpoke)
        return (known + [(id: nil, name: "None stated or suggested")]).map { spoke in
            let stated = spoke.id == nil ? [] : byStated[spoke.id] ?? []
            let suggested = spoke.id == nil ? [] : bySuggested[spoke.id] ?? []
            let shares = spoke.id == nil ? bySuggested[nil] ?? [] : stated + suggested
            return PortfolioReport.Spoke(
                name: spoke.name, shares: spoke.id == nil ? shares.count : stated.count, suggested: suggested.count,
                live: shares.count { [.live, .inherited].contains($0.stage) },
                withoutOwner: shares.count { $0.ownerGap(in: roster, on: today) != nil },
                reviewsOverdue: shares.count { $0.isReviewOverdue(on: today) })
        }
    }

    private func coming(_ flowing: [ShareSummary]) -> [PortfolioReport.Count] {
        let months = Dictionary(
            grouping: flowing.compactMap(\.reviewDate).filter { $0 >= today }, by: { $0.description.prefix(7) })
        return (0..<12).map { offset in
            let month = firstOfMonth.adding(months: offset).description.prefix(7)
            return PortfolioReport.Count(String(month), months[month]?.count ?? 0)
        }
    }

    private var firstOfMonth: Day { today.adding(days: 1 - today.parts.day) }

    /// Each share counts by the working days of the party that answers for it.
    private func stageTimes(_ stays: [Stay], of summaries: [ShareSummary]) -> [PortfolioReport.StageTime] {
        let calendars = Dictionary(
            uniqueKeysWithValues: BankHolidays.Division.allCases.map { ($0, reference.workingDays(in: $0)) })
        let byShare = Dictionary(
            summaries.map { ($0.reference, calendars[reference.division(of: $0.providers.compactMap(\.term))]) },
            uniquingKeysWith: { first, _ in first })
        var times: [Machine: [StateName: (days: [Int], now: Int)]] = [:]
        for stay in stays {
            if let ended = stay.ended, let calendar = byShare[stay.share] ?? calendars[.englandAndWales] {
                let days = calendar.count(from: stay.entered.day, to: ended.day)
                times[stay.machine, default: [:]][stay.state, default: ([], 0)].days.append(days)
            } else if stay.ended == nil {
                times[stay.machine, default: [:]][stay.state, default: ([], 0)].now += 1
            }
        }
        return Machine.allCases.flatMap { machine in
            definitions[machine].definition.states.compactMap { state in
                guard let (days, now) = times[machine]?[state.name], !state.isEnd else { return nil }
                let sorted = days.sorted()
                return PortfolioReport.StageTime(
                    machine: machine.rawValue, state: state.title, stays: sorted.count,
                    median: sorted.percentile(50), ninetiethPercentile: sorted.percentile(90), now: now)
            }
        }
    }
}

extension [Int] {
    /// The nearest-rank percentile of sorted values; 0 of none.
    func percentile(_ percent: Int) -> Int {
        guard !isEmpty else { return 0 }
        let rank = (count * percent + 99) / 100
        return self[Swift.max(0, rank - 1)]
    }
}
