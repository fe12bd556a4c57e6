import Casework
import Redundancy
import Shares

/// What a governance board reviews: where shares stand, how old work is, what is due, and where the risk lies.
struct BoardPage {
    /// So many gateways and partners are shown; the report has them all.
    private static let shown = 12

    var visitor: Visitor
    var board: Board
    /// Nil for a day that is past: the register lists what is true today.
    var links: ReportLinks?
    var reference: ReferenceData
    var asked: AskedDay
    /// What consolidating the groups that wait would save; nil for a day that is past.
    var possible: ConsolidationSavings?

    private var report: PortfolioReport { board.report }

    /// `query` is the query string; a day that cannot be read gives the problem.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> BoardPage {
        let asked = AskedDay(query, today: office.today)
        let board = try office.board(asAt: asked.day, for: visitor.person)
        let reference = try office.reference()
        let isToday = board.report.asAt == office.today
        return BoardPage(
            visitor: visitor, board: board, links: isToday ? ReportLinks(reference: reference) : nil,
            reference: reference, asked: asked,
            possible: isToday ? try office.possibleSavings(for: visitor.person) : nil)
    }

    /// What it shows follows from these.
    struct Part: Hashable {
        var board: Board
        /// Whether its figures lead to the register, which lists what is true today.
        var isLinked: Bool
        var possible: ConsolidationSavings?
    }

    func html(keeping parts: KeptParts<Part>) -> HTML {
        PageFrame(
            title: "Board", area: .board, breadcrumbs: [("Portfolio", .home)], hasErrors: asked.problem != nil,
            visitor: visitor
        ).document {
            asked.summary
            tag(.h1) { "The portfolio for the board" }
            if asked.problem == nil {
                parts.part(Part(board: board, isLinked: links != nil, possible: possible)) { figures }
            }
            asked.form(to: .board(asAt: nil), button: "Show that day")
            // The pack is about today.
            if links != nil, visitor.person.reach == .everything { BoardPackForm(spokes: reference.spokes.all) }
        }
    }

    @HTMLBuilder private var figures: HTML {
        tag(.p, .class("lead")) { ReportPage.summary(of: report) }
        if report.recordBegins == nil { drawn }
    }

    @HTMLBuilder private var drawn: HTML {
        tag(.p) {
            tag(.a, .href(Link(.map(opened: nil)))) { "See the map of who shares with whom" }
        }
        reviews
        StageRisks(risks: board.risks, isLinked: links != nil)
        RiskMatrix(assessed: board.assessed)
        tag(.div, .class("columns")) {
            counts("stages", "Where shares stand", "Stage", report.stages)
            clocks
            owners
            channels
            ChannelsByYear(years: board.channelsByYear)
            counts("gateways", "Legal gateways", "Gateway", Array(report.gateways.prefix(Self.shown)))
            counts("partners", "Partners", "Partner", Array(report.partners.prefix(Self.shown)))
        }
        ChannelTrendTable(trend: board.channelTrend)
        RedundancySavings(figures: report.consolidation, possible: possible)
        tag(.p, .class("download")) {
            tag(.a, .href(Link(.boardFile(asAt: links == nil ? report.asAt : nil)))) { "Download these figures as CSV" }
        }
    }

    /// A section of the report by the title that its links go by.
    private func counts(_ id: String, _ caption: String, _ section: String, _ counts: [PortfolioReport.Count])
        -> BarTable
    {
        BarTable(
            id: id, caption: caption, columns: [section, "Shares"],
            rows: counts.map { count in
                BarTable.Row(
                    name: count.name, query: query(count.name, in: section, count: count.count),
                    parts: [Bar.Part(count: count.count)], figures: [count.count])
            })
    }

    private func query(_ row: String, in section: String, count: Int) -> RegisterQuery? {
        guard count > 0, row.fitsAnAddress, let links else { return nil }
        if section == "Partner" {
            var query = RegisterQuery()
            query.chosen[.party] = reference.organisations.resolve(row)?.id ?? row
            query.conditions = ["stage!=\(Stage.ended.rawValue)"]
            return query
        }
        return links.query(for: row, in: section, of: report)
    }

    /// Overdue, then the next twelve months, with the month in which most come.
    @HTMLBuilder private var reviews: HTML {
        let peak = report.reviewsComing.max { ($0.count, $1.name) < ($1.count, $0.name) }
        let says =
            "\(Words.count(report.reviewsOverdue, "review is", "reviews are")) overdue"
            + (peak.map {
                "; most of the next twelve months come in \(Words.month($0.name)): \(Words.number($0.count))."
            }
                ?? ".")
        tag(.section, .with(.ariaLabelledBy, "reviews-title")) {
            tag(.h2, .id("reviews-title")) { "Reviews overdue and coming" }
            tag(.p) { says }
            ColumnChart(
                says: "Reviews by month. \(says)",
                columns: [ColumnChart.Column(label: "Overdue", count: report.reviewsOverdue, look: .bad)]
                    + report.reviewsComing.map { month in
                        ColumnChart.Column(
                            label: String(Words.month(month.name).prefix(3)) + " " + month.name.prefix(4).suffix(2),
                            count: month.count)
                    })
            tag(.details) {
                tag(.summary) { "The figures as a table" }
                for section in ReportSection.all(of: report) where section.title == "Reviews coming" {
                    ReportTables(links: links, isComplete: true).html(section, report: report)
                }
            }
        }
    }

    /// How long work took against its target, in working days.
    private var clocks: BarTable {
        BarTable(
            id: "clocks", caption: "Work against its targets",
            columns: ["Clock", "In time", "Late", "Going on", "Going on late", "Median days"],
            rows: report.clocks.map { clock in
                BarTable.Row(
                    name: clock.clock,
                    parts: [
                        Bar.Part(count: clock.inTime, look: .good),
                        Bar.Part(count: clock.running - clock.runningLate, look: .plain),
                        Bar.Part(count: clock.late + clock.runningLate, look: .bad),
                    ],
                    figures: [clock.inTime, clock.late, clock.running, clock.runningLate, clock.median])
            },
            key: [(.good, "In time"), (.plain, "Going on, in time"), (.bad, "Late, over or going on")])
    }

    private var owners: BarTable {
        BarTable(
            id: "owners", caption: "Shares that nobody answers for, by spoke",
            columns: ["Spoke", "Nobody answers", "Of", "Review overdue"],
            rows: report.spokes.map { spoke in
                let shares = spoke.shares + spoke.suggested
                return BarTable.Row(
                    name: spoke.name, query: query(spoke.name, in: "Spoke", count: spoke.shares),
                    parts: [
                        Bar.Part(count: spoke.withoutOwner, look: .bad),
                        Bar.Part(count: max(shares - spoke.withoutOwner, 0), look: .plain),
                    ],
                    figures: [spoke.withoutOwner, shares, spoke.reviewsOverdue])
            }, key: [(.bad, "Nobody answers"), (.plain, "Somebody answers")])
    }

    private var channels: BarTable {
        BarTable(
            id: "channels", caption: "Channels by standing", columns: ["Standing", "Shares"],
            rows: [
                ("Strategic", report.strategicChannels, Bar.Part.Look.good),
                ("Tolerated", report.toleratedChannels, .middling), ("Legacy", report.legacyChannels, .bad),
                ("Not known", report.unknownChannels, .plain),
            ].map { name, count, look in
                BarTable.Row(name: name, parts: [Bar.Part(count: count, look: look)], figures: [count])
            })
    }
}
