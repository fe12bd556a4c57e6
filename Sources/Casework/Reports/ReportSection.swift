import Shares

/// A part of the report as a table: the same for the terminal, the page and the file.
package struct ReportSection: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package var name: String
        package var figures: [Int]

        package init(_ name: String, _ figures: Int...) {
            self.name = name
            self.figures = figures
        }
    }

    package var title: String
    /// The headings of the figures.
    package var figures: [String]
    package var rows: [Row]
    /// How many rows are shown where space is short.
    package var shown: Int

    init(_ title: String, _ figures: [String], _ rows: [Row], shown: Int = 12) {
        self.title = title
        self.figures = figures
        self.rows = rows
        self.shown = shown
    }

    /// None for a day before the record begins, of which nothing is known.
    package static func all(of report: PortfolioReport) -> [ReportSection] {
        guard report.recordBegins == nil else { return [] }
        func counts(_ counts: [PortfolioReport.Count]) -> [Row] { counts.map { Row($0.name, $0.count) } }
        return [
            ReportSection("Stage", ["Shares"], counts(report.stages)),
            ReportSection(
                "Needs attention", ["Shares"],
                [
                    Row("Inherited, to be regularised", report.inheritedBacklog),
                    Row("No data owner named", report.ownersMissing),
                    Row("Data owner named, not appointed", report.ownersNotAppointed),
                    Row("Data owner gone or away", report.ownersGone),
                    Row("Condition overdue", report.conditionsOverdue),
                    Row("Manifest not acknowledged by a partner", report.manifestsNotAcknowledged),
                    Row("Review overdue", report.reviewsOverdue),
                    Row("No review date", report.reviewsNotSet),
                    Row("Live past its end date", report.livePastTheirEnd),
                    Row("Expired, the transfer not recorded as stopped", report.expiredNotStopped),
                ]),
            ReportSection(
                "Spoke", ["Stated", "Suggested", "Live", "Nobody answers", "Overdue"],
                report.spokes.map { Row($0.name, $0.shares, $0.suggested, $0.live, $0.withoutOwner, $0.reviewsOverdue) }
            ),
            ReportSection(
                "Consolidation of redundant shares", ["Shares", "Feeds", "Items"],
                [
                    ("Decided", report.consolidation.decided), ("In progress", report.consolidation.inProgress),
                    ("Done", report.consolidation.done),
                    ("Ended, and not taken over", report.consolidation.notTakenOver),
                    ("Not gone on with", report.consolidation.notGoneOnWith),
                ].map { Row($0, $1.shares, $1.feeds, $1.items) }),
            ReportSection("Risk", ["Open"], counts(report.risk)),
            ReportSection("Reviews coming", ["Shares"], counts(report.reviewsComing)),
            ReportSection(
                "Channels", ["Open"],
                [
                    Row("Strategic", report.strategicChannels), Row("Tolerated", report.toleratedChannels),
                    Row("Legacy", report.legacyChannels), Row("Not known", report.unknownChannels),
                ]),
            ReportSection("Channel", ["Open"], counts(report.channels)),
            ReportSection("Gateway", ["Open"], counts(report.gateways)),
            ReportSection("Partner", ["Open"], counts(report.partners)),
            ReportSection("Organisation not confirmed", ["Shares"], counts(report.unconfirmedOrganisations)),
            ReportSection(
                "Working days in stage", ["Median", "90th percentile", "Stays", "Now"],
                report.stageTimes.map {
                    Row("\($0.machine): \($0.state)", $0.median, $0.ninetiethPercentile, $0.stays, $0.now)
                }, shown: 60),
            clocks("Clock, in working days", report.clocks, shown: 60),
            clocks("Clock by spoke", report.clocksBySpoke),
            clocks("Clock by partner", report.clocksByPartner),
        ] + learned(report)
    }

    /// Shares that look redundant, and of which a board decided that they are not the same, with the number of the decision;
    /// nothing where there are none.
    private static func learned(_ report: PortfolioReport) -> [ReportSection] {
        guard !report.learned.isEmpty else { return [] }
        return [
            ReportSection(
                "Learned: not the same", ["Decision"],
                report.learned.map { learned in
                    Row(
                        "\(learned.shares.map(\.rawValue).joined(separator: ", ")): \(learned.reason)", learned.decision
                    )
                })
        ]
    }

    private static func clocks(_ title: String, _ times: [PortfolioReport.ClockTime], shown: Int = 12) -> ReportSection
    {
        ReportSection(
            title, ["In time", "Late", "Median", "90th percentile", "Running", "Running late"],
            times.map { time in
                Row(
                    [time.clock, time.group].compactMap { $0 }.joined(separator: ": "), time.inTime, time.late,
                    time.median,
                    time.ninetiethPercentile, time.running, time.runningLate)
            }, shown: shown)
    }
}
