import Documents
import Ledger
import Redundancy
import Shares

/// Puts what is known of some open shares into the sections of a board's pack.
struct PackBuilder {
    let shares: [ShareSummary]
    let report: PortfolioReport
    let clusters: [RedundancyCluster]
    let orphans: [Orphan]
    let reference: ReferenceData
    let today: Day
    var annexes = PackAnnexes.none
    /// The shares on which somebody has to sign off now.
    var decisions: [(share: ShareSummary, state: String, waitsFor: String)] = []
    /// Clusters that also hold shares beyond the scope of the pack, which are not named.
    var clustersBeyond = 0
    /// Overlaps that are asked when a cluster is decided.
    var overlapsLater = 0
    /// What was decided about redundant shares, the newest first.
    var consolidations: [ConsolidationProgress] = []

    private let gaps: [ShareReference: OwnerGap]
    private let titles: [ShareReference: String]

    init(
        shares: [ShareSummary], report: PortfolioReport, clusters: [RedundancyCluster], orphans: [Orphan],
        reference: ReferenceData, today: Day
    ) {
        self.shares = shares
        self.report = report
        self.clusters = clusters
        self.orphans = orphans
        self.reference = reference
        self.today = today
        gaps = Dictionary(orphans.map { ($0.reference, $0.gap) }) { $1 }
        titles = Dictionary(shares.map { ($0.reference, $0.title) }) { $1 }
    }

    /// The highest classification among the shares; a portfolio as a whole is at least OFFICIAL-SENSITIVE.
    var marking: String {
        let terms = Set(shares.compactMap(\.classification?.term))
        return terms.contains("top-secret") ? "TOP SECRET" : terms.contains("secret") ? "SECRET" : "OFFICIAL-SENSITIVE"
    }

    var sections: [BoardPack.Section] {
        [summary, asked, figures, overdue, redundancy, risks, owners] + annexesOfLongLists
            + (annexes == .all ? [annexOfShares] : []) + [annexOfClocks].compactMap { $0 }
    }

    /// So many rows of a list stand where it is spoken of; a longer one is whole in an annex.
    private static let shown = 10

    /// What the board is asked to decide is whole in every pack. Who answers for a share stands in the annex of all shares.
    private var annexesOfLongLists: [BoardPack.Section] {
        ([asking] + (annexes == .all ? [reviewsOverdue, redundant, pastTheirEnd, ofHighRisk] : []))
            .filter { $0.rows.count > Self.shown }
            .map { BoardPack.Section($0.caption, isAnnex: true, [], [$0]) }
    }

    /// The table, or its first rows and where all of them are.
    private func opening(_ table: BoardPack.Table, isWholeInEveryPack: Bool = false) -> BoardPack.Table {
        guard table.rows.count > Self.shown else { return table }
        var opening = table
        let place =
            annexes == .all || isWholeInEveryPack ? "all of which are in an annex" : "all in a pack with annexes"
        opening.caption = "\(table.caption): the first \(Self.shown) of \(table.rows.count), \(place)"
        opening.rows = Array(table.rows.prefix(Self.shown))
        return opening
    }

    private var summary: BoardPack.Section {
        BoardPack.Section(
            "Summary",
            [
                "\(counted(report.open, "share")) open, of \(report.shares) on record. \(report.inheritedBacklog) flow on what "
                    + "was agreed before and are to be regularised.",
                "\(decisionsAsked) \(counted(report.reviewsOverdue, "review")) overdue. \(nobodyAnswers)",
            ], [table("Needs attention", isCharted: false)].compactMap { $0 })
    }

    private var asked: BoardPack.Section {
        BoardPack.Section(
            "Decisions asked for",
            [
                decisions.isEmpty
                    ? "No share waits for a sign-off."
                    : "The board is asked to decide on, or to note, what waits for a sign-off.",
                clusters.isEmpty
                    ? "No cluster of redundant shares waits for a decision."
                    : "The board is asked to decide on \(counted(clusters.count, "cluster")) of redundant shares, which have a section "
                        + "of their own: to consolidate, to keep them all, or that they are not the same.",
            ],
            [opening(asking, isWholeInEveryPack: true)])
    }

    private var decisionsAsked: String {
        let asked = decisions.count + clusters.count
        guard asked > 0 else { return "No decision is asked for." }
        return "\(counted(asked, "decision")) asked for: \(counted(decisions.count, "sign-off")), "
            + "\(counted(clusters.count, "cluster")) of redundant shares."
    }

    /// How many shares nobody answers for, and why.
    private var nobodyAnswers: String {
        guard !orphans.isEmpty else { return "Somebody answers for every open share." }
        let why = OwnerGap.labels.compactMap { rule, label in
            let count = orphans.count { $0.gap.rule == rule }
            return count == 0 ? nil : "\(label.prefix(1).lowercased() + label.dropFirst()): \(count)"
        }
        return "Nobody answers today for \(counted(orphans.count, "open share")) (\(why.joined(separator: "; ")))."
    }

    /// Who answers for the share, or whom a register names who was not appointed.
    private func answers(for share: ShareSummary) -> String {
        guard let gap = gaps[share.reference] else { return share.owner ?? "Nobody" }
        if case .namedOnly(let name) = gap { return "Nobody; the register names \(name)" }
        return share.owner.map { "\($0). \(gap.label)" } ?? "Nobody"
    }

    private var asking: BoardPack.Table {
        BoardPack.Table(
            "Shares that wait for a sign-off", ["Share", "Title", "Where it stands", "Waits for", "Risk"],
            decisions.map {
                [
                    $0.share.reference.rawValue, $0.share.title, $0.state, $0.waitsFor,
                    $0.share.risk.rawValue.capitalisedFirst,
                ]
            })
    }

    private var figures: BoardPack.Section {
        BoardPack.Section(
            "The portfolio in figures", ["Each chart is followed by its figures."],
            ["Stage", "Risk"].compactMap { table($0, isCharted: true) } + [spokes]
                + ["Channels", "Reviews coming", "Partner"].compactMap { table($0, isCharted: true) })
    }

    /// Each spoke with all of its open shares, those too of which only the words suggest it.
    private var spokes: BoardPack.Table {
        BoardPack.Table(
            "Spoke", ["Subject", "Shares", "Of them suggested, not stated", "Live", "Review overdue"],
            report.spokes.map {
                [$0.name] + [$0.shares + $0.suggested, $0.suggested, $0.live, $0.reviewsOverdue].map(String.init)
            }, isCharted: true)
    }

    private var overdue: BoardPack.Section {
        BoardPack.Section(
            "Overdue reviews",
            [reviewsOverdue.rows.isEmpty ? "No review is overdue." : "The longest overdue first."],
            [opening(reviewsOverdue)])
    }

    private var reviewsOverdue: BoardPack.Table {
        let late = shares.filter { $0.isReviewOverdue(on: today) }
            .sorted { ($0.reviewDate ?? today, $0.reference) < ($1.reviewDate ?? today, $1.reference) }
        return BoardPack.Table(
            "Reviews overdue", ["Share", "Title", "Due", "Data owner"],
            late.map { [$0.reference.rawValue, $0.title, $0.reviewDate?.inWords ?? "", answers(for: $0)] })
    }

    private var redundancy: BoardPack.Section {
        BoardPack.Section(
            "Redundancy clusters",
            [
                clusters.isEmpty
                    ? consolidations.isEmpty
                        ? "No shares were found redundant." : "No further shares are to be decided on."
                    : "Each cluster could become one share. A finding is a reason to look, and no decision."
            ]
                + (overlapsLater > 0
                    ? [
                        "No share stands in two clusters: \(counted(overlapsLater, "pair")) more that overlap with a share of a cluster are asked when that is decided."
                    ] : [])
                + (clustersBeyond > 0
                    ? [
                        "\(counted(clustersBeyond, "cluster")) more, with shares beyond the scope of this pack, named in that of the whole."
                    ]
                    : []),
            [
                opening(redundant),
                BoardPack.Table(
                    "Decisions about redundant shares", ["Decision", "On", "Verdict", "Reason", "How far"],
                    consolidations.map { progress in
                        let decision = progress.recorded.decision
                        return [
                            String(progress.recorded.number), decision.on.inWords, decision.verdict.label,
                            ([decision.reason] + [decision.caution].compactMap { $0 }).joined(separator: " "),
                            progress.shares.map {
                                "\($0.reference): \($0.stage.label.lowercased())" + ($0.isOverdue ? ", overdue" : "")
                                    + ($0.again.map { ". \($0)" } ?? "")
                            }.joined(separator: "; "),
                        ]
                    }),
                table("Consolidation of redundant shares", isCharted: false),
            ].compactMap { $0 })
    }

    /// Those first by which most shares could be retired.
    private var redundant: BoardPack.Table {
        BoardPack.Table(
            "Clusters of redundant shares",
            ["Cluster", "Share to keep", "Shares that could be retired", "Why that one", "It would take over"],
            clusters.sorted { ($1.superseded.count, $0.reference) < ($0.superseded.count, $1.reference) }.map {
                [
                    $0.reference, titled($0.survivor), $0.superseded.map(titled).joined(separator: "; "),
                    $0.reason, $0.additions.isEmpty ? "Nothing" : $0.additions.inWords,
                ]
            })
    }

    private func titled(_ reference: ShareReference) -> String {
        titles[reference].map { "\(reference.rawValue), \($0)" } ?? reference.rawValue
    }

    private var risks: BoardPack.Section {
        let (high, past) = (ofHighRisk, pastTheirEnd)
        return BoardPack.Section(
            "Risks",
            [
                "\(counted(high.rows.count, "open share")) of high risk; \(counted(past.rows.count, "share")) live past the end that was "
                    + "agreed; \(counted(report.conditionsOverdue, "share")) with a condition overdue."
            ],
            [opening(past), opening(high)])
    }

    private var pastTheirEnd: BoardPack.Table {
        BoardPack.Table(
            "Live past their end", ["Share", "Title", "End agreed"],
            shares.filter { share in
                [.live, .inherited].contains(share.stage) && share.endDate.map { $0 < today } ?? false
            }
            .map { [$0.reference.rawValue, $0.title, $0.endDate?.inWords ?? ""] })
    }

    private var ofHighRisk: BoardPack.Table {
        BoardPack.Table(
            "Open shares of high risk", ["Share", "Title", "Stage", "Data owner"],
            shares.filter { $0.risk == .high }.sorted { $0.reference < $1.reference }
                .map { [$0.reference.rawValue, $0.title, $0.stage.label, answers(for: $0)] })
    }

    private var owners: BoardPack.Section {
        BoardPack.Section(
            "Owners missing",
            [nobodyAnswers],
            [
                BoardPack.Table(
                    "Owners missing by spoke", ["Subject", "Shares that nobody answers for"],
                    report.spokes.filter { $0.withoutOwner > 0 }.map { [$0.name, String($0.withoutOwner)] },
                    isCharted: true),
                opening(unanswered),
            ])
    }

    private var unanswered: BoardPack.Table {
        BoardPack.Table(
            "Shares that nobody answers for", ["Share", "Title", "Why"],
            orphans.map { [$0.reference.rawValue, $0.title, $0.gap.says] })
    }

    private var annexOfShares: BoardPack.Section {
        BoardPack.Section(
            "Open shares", isAnnex: true, [],
            [
                BoardPack.Table(
                    "Every open share", ["Share", "Title", "From", "To", "Stage", "Risk", "Next review", "Data owner"],
                    shares.map {
                        [
                            $0.reference.rawValue, $0.title, names($0.providers), names($0.recipients), $0.stage.label,
                            $0.risk.rawValue.capitalisedFirst, $0.reviewDate?.inWords ?? "Not set", answers(for: $0),
                        ]
                    })
            ])
    }

    /// Nil where no clock has run.
    private var annexOfClocks: BoardPack.Section? {
        guard let clocks = table("Clock, in working days", isCharted: false), !clocks.rows.isEmpty else { return nil }
        return BoardPack.Section("How targets are kept", isAnnex: true, ["In working days."], [clocks])
    }

    /// A section of the report as a table, which says how many rows there are beyond those shown.
    private func table(_ title: String, isCharted: Bool) -> BoardPack.Table? {
        ReportSection.all(of: report).first { $0.title == title }.map { section in
            let shown = section.rows.prefix(section.shown)
            let beyond = section.rows.count - shown.count
            return BoardPack.Table(
                beyond == 0
                    ? section.title
                    : "\(section.title): the first \(shown.count) of \(section.rows.count), \(beyond) more are in the report",
                ["Subject"] + section.figures, shown.map { [inWords($0.name)] + $0.figures.map(String.init) },
                isCharted: isCharted)
        }
    }

    /// `2026-11` as November 2026, `high` as High.
    private func inWords(_ name: String) -> String {
        Day(iso: name + "-01").map { String($0.inWords.drop { !$0.isLetter }) } ?? name.capitalisedFirst
    }

    private func names(_ parties: [Stated]) -> String {
        parties.map { $0.term.flatMap { reference.organisations[$0]?.name } ?? $0.text }.joined(separator: "; ")
    }

    private func counted(_ count: Int, _ what: String) -> String {
        "\(count) \(what)\(count == 1 ? "" : "s")"
    }
}
