import Casework
import Ledger
import Shares

/// The register: a filter and one page of the shares that meet it.
struct RegisterPage {
    static let size = 50

    var visitor: Visitor
    var query: RegisterQuery
    var problems: [FormProblem]
    /// One more than a page holds, where there are more.
    var shares: [ShareSummary]
    var total: Int
    var reference: ReferenceData

    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> RegisterPage {
        let reference = try office.reference()
        let (query, problems) = RegisterQuery.read(text, spokes: Set(reference.spokes.all.map(\.id)))
        guard problems.isEmpty else {
            return RegisterPage(
                visitor: visitor, query: query, problems: problems, shares: [], total: 0, reference: reference)
        }
        let page = try office.page(
            where: query.filters + visitor.person.reach.filters, after: query.after, limit: size + 1)
        return RegisterPage(
            visitor: visitor, query: query, problems: [], shares: page.shares, total: page.total, reference: reference)
    }

    var html: HTML {
        PageFrame(
            title: "Register of shares", area: .register, breadcrumbs: [("Portfolio", .home)],
            hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.h1) { "Register of shares" }
            tag(.div, .class("sidebar-layout")) {
                tag(.section, .class("filter"), .with(.ariaLabelledBy, "filter-title")) {
                    tag(.h2, .id("filter-title")) { "Filter" }
                    RegisterForm(query: query, problems: problems, spokes: reference.spokes.all)
                }
                if problems.isEmpty {
                    tag(.section, .with(.ariaLabelledBy, "results-title")) { results }
                }
            }
        }
    }

    @HTMLBuilder private var results: HTML {
        tag(.h2, .id("results-title")) { Words.count(total, "share", "shares") }
        conditions
        if shares.isEmpty {
            tag(.p) { "No share meets these conditions. Take one away, or look for fewer words." }
        } else {
            table
            pagination
            tag(.p, .class("download")) {
                tag(.a, .href(Link(.registerFile(query.fromTheStart)))) {
                    "Download \(total == 1 ? "this share" : "all \(Words.number(total)) shares") as CSV"
                }
            }
        }
    }

    /// Conditions that the form does not show, each with a link that takes it away.
    @HTMLBuilder private var conditions: HTML {
        if !query.conditions.isEmpty {
            tag(.ul, .class("conditions"), .with(.ariaLabel, "Further conditions")) {
                for condition in query.conditions {
                    tag(.li) {
                        tag(.code) { condition }
                        " "
                        tag(.a, .href(Link(.register(query.without(condition))))) {
                            "Remove"
                            tag(.span, .class("hidden")) { " condition \(condition)" }
                        }
                    }
                }
            }
        }
    }

    private var table: HTML {
        var table = DataTable(
            id: "shares", caption: "Shares in the order of their references",
            columns: ["Share", "From", "To", "Stage", "Risk", "Next review"].map { DataTable.Column($0) })
        for share in shares.prefix(Self.size) {
            table.add([
                HTML(
                    .a, [.href(Link(.share(share.reference)))],
                    content: HTML(text: share.title.nonEmpty ?? share.reference.rawValue))
                    + tag(.span, .class("reference")) { share.reference.rawValue },
                HTML(text: share.providers.map(\.text).joined(separator: "; ")),
                HTML(text: share.recipients.map(\.text).joined(separator: "; ")), StatusTag(share.stage).html,
                StatusTag(share.risk).html, HTML(day: share.reviewDate, missing: "None set"),
            ])
        }
        return table.html
    }

    @HTMLBuilder private var pagination: HTML {
        let next = shares.count > Self.size ? shares.prefix(Self.size).last?.reference : nil
        if next != nil || query.after != nil {
            tag(.nav, .class("pagination"), .with(.ariaLabel, "Pages of the register")) {
                if query.after != nil {
                    tag(.a, .href(Link(.register(query.fromTheStart)))) { "First page" }
                }
                if let next {
                    tag(.a, .with(.rel, "next"), .href(Link(.register(query.starting(after: next))))) { "Next page" }
                }
            }
        }
    }
}

extension RegisterQuery {
    func without(_ condition: String) -> RegisterQuery {
        var query = fromTheStart
        query.conditions.removeAll { $0 == condition }
        return query
    }

    func starting(after reference: ShareReference) -> RegisterQuery {
        var query = self
        query.after = reference
        return query
    }
}
