import Casework
import Redundancy
import Shares

/// The groups of redundant shares that are to be decided on, and what was decided.
struct RedundancyPage {
    /// So many groups are on a page, and so many decisions.
    static let size = 50

    var visitor: Visitor
    var overview: RedundancyOverview
    var page: NumberedPage
    /// The decision that the visitor has just taken.
    var done: Int?

    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> RedundancyPage {
        let items = [(String, String)](query: text) ?? []
        func number(_ name: String) -> Int? { items.first { $0.0 == name }.flatMap { Int($0.1) } }
        let overview = try office.redundancyOverview(for: visitor.person)
        return RedundancyPage(
            visitor: visitor, overview: overview,
            page: try NumberedPage("page", in: text, of: overview.groups.count, size: size),
            done: number("done"))
    }

    var html: HTML {
        PageFrame(
            title: "Redundant shares", area: .redundancy, breadcrumbs: [("Portfolio", .home)], visitor: visitor
        ).document {
            banner
            tag(.h1) { "Redundant shares" }
            tag(.p, .class("lead")) { lead }
            if overview.mayDecide, !overview.groups.isEmpty {
                tag(.p) {
                    "Open a group to see its shares side by side, and to decide: consolidate them, keep them all, or say that they are not the same."
                }
            }
            if !overview.groups.isEmpty { groups }
            decisions
        }
    }

    private var lead: String {
        let groups = overview.groups.count
        guard groups > 0 else { return "No group of redundant shares is to be decided on." }
        let savings = overview.savings
        let overlaps = overview.groups.count { group in
            !group.findings.isEmpty && group.findings.allSatisfy { $0.kind == .overlap }
        }
        let aside =
            overlaps == 0
            ? "" : ", \(overlaps) of them \(overlaps == 1 ? "a pair that overlaps" : "pairs that overlap")"
        return "\(Words.count(groups, "group", "groups")) to be decided on\(aside). Consolidating "
            + "\(groups == 1 ? "it" : "all of them") would save \(Words.count(savings.shares, "share", "shares")), "
            + "\(Words.count(savings.feeds, "feed", "feeds")) and \(Words.count(savings.items, "data item", "data items"))."
            + (overview.later == 0
                ? ""
                : " No share is in two groups: \(Words.count(overview.later, "pair", "pairs")) more that overlap with a share of a group "
                    + "\(overview.later == 1 ? "is" : "are") asked when that is decided.")
    }

    @HTMLBuilder private var banner: HTML {
        if let done, let decision = overview.decisions.first(where: { $0.recorded.number == done })?.recorded.decision {
            tag(.section, .class("banner"), .with(.role, "status"), .with(.ariaLabelledBy, "done-title")) {
                tag(.h2, .id("done-title")) { "Decision \(done) is recorded" }
                tag(.p) {
                    "\(decision.verdict.label): \(decision.shares.map(\.rawValue).joined(separator: ", "))."
                }
            }
        }
    }

    private var groups: HTML {
        var table = DataTable(
            id: "groups", caption: "To be decided on",
            columns: ["Group", "Shares", "Proposed to keep", "Why they are found"].map { DataTable.Column($0) },
            heading: .h2)
        for group in page.part(of: overview.groups) {
            table.add([
                tag(.a, .href(Link(.redundancyGroup(group.reference)))) {
                    group.reference
                    tag(.span, .class("hidden")) { ": compare and decide" }
                },
                tag(.ul) {
                    for member in group.members { tag(.li) { share(member) } }
                }, HTML(text: "\(group.survivor). \(group.reason)"), why(group),
            ])
        }
        return table.html + Pagination(name: "Pages of groups", page: page) { .redundancy(page: $0) }.html
            + tag(.p, .class("download")) {
                tag(.a, .href(Link(.redundancyFile))) { "Download all groups as CSV" }
            }
    }

    private func share(_ reference: ShareReference) -> HTML {
        tag(.a, .href(Link(.share(reference)))) { overview.titles[reference]?.inShort.nonEmpty ?? reference.rawValue }
            + tag(.span, .class("reference")) { reference.rawValue }
    }

    /// The surest finding, and why a group is asked again.
    private func why(_ group: RedundancyCluster) -> HTML {
        guard let finding = group.findings.first else { return HTML() }
        var html = HTML(text: finding.sentence)
        if let again = group.findings.compactMap(\.again).first {
            html.append(tag(.p) { StatusTag("Asked again", .yellow).html + HTML(text: " " + again) })
        }
        return html
    }

    // MARK: - What was decided

    @HTMLBuilder private var decisions: HTML {
        if overview.decisions.isEmpty {
            tag(.h2) { "Decisions" }
            tag(.p) { "Nothing has been decided about redundant shares yet." }
        } else {
            decisionTable
            if overview.decisions.count > Self.size {
                tag(.p, .class("hint")) {
                    "\(Words.number(overview.decisions.count - Self.size)) earlier decisions are not shown here: the command redundancy decisions lists them all."
                }
            }
        }
    }

    private var decisionTable: HTML {
        var table = DataTable(
            id: "decisions", caption: "Decisions",
            columns: ["Decision", "On", "Verdict and reason", "How far each share is"].map { DataTable.Column($0) },
            heading: .h2)
        for progress in overview.decisions.prefix(Self.size) {
            let decision = progress.recorded.decision
            table.add([
                HTML(text: String(progress.recorded.number)), HTML(day: decision.on),
                tag(.strong) { decision.verdict.label }
                    + HTML(
                        text: ". \(decision.reason.inShort)" + (decision.caution.map { " When decided: \($0)" } ?? "")),
                tag(.ul) {
                    for line in progress.shares { tag(.li) { progressLine(line) } }
                },
            ])
        }
        return table.html
    }

    @HTMLBuilder private func progressLine(_ line: ConsolidationProgress.ForShare) -> HTML {
        tag(.a, .href(Link(.share(line.reference)))) { line.reference.rawValue }
        ": \(line.stage.label.lowercased())"
        if let state = line.state { " (\(state.lowercased()))" }
        if line.part == .superseded, !line.isLinked, line.stage == .retired { ", without a link to what took over" }
        if let due = line.due {
            ", due "
            HTML(day: due)
        }
        if line.isOverdue {
            " "
            StatusTag("Overdue", .red)
        }
        if let again = line.again {
            " "
            StatusTag("Decide again", .red)
            " \(again)"
        }
    }
}

extension RedundancyFinding {
    /// `Duplicate, right 93 times in 100. The same flow …`
    var sentence: String {
        "\(kind.rawValue.capitalisedFirst), likely to be right \(Int((score * 100).rounded())) times in 100. \(explanation)"
    }
}
