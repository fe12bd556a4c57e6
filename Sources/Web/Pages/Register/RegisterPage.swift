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
    var shares: [ShareSummary] = []
    var total = 0
    var facets: [Facet: [FacetValue]] = [:]
    var views: [SavedView] = []
    var spokes: Set<String> = []
    /// Why a view was not kept.
    var viewProblems: [FormProblem] = []

    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> RegisterPage {
        let spokes = Set(try office.reference().spokes.all.map(\.id))
        let (query, problems) = RegisterQuery.read(text, spokes: spokes)
        guard problems.isEmpty else { return RegisterPage(visitor: visitor, query: query, problems: problems) }
        let found = try office.find(query.search, after: query.after, limit: size + 1, for: visitor.person)
        return RegisterPage(
            visitor: visitor, query: query, problems: [], shares: found.shares, total: found.total,
            facets: found.facets, views: try office.savedViews(of: visitor.person.id), spokes: spokes)
    }

    /// What can be chosen is the same for everybody who asks the same of the same shares.
    func html(keeping parts: RegisterParts) -> HTML {
        let form = RegisterForm(query: query, problems: problems, facets: facets)
        return PageFrame(
            title: "Register of shares", area: .register, breadcrumbs: [("Portfolio", .home)],
            hasErrors: !(problems + viewProblems).isEmpty, visitor: visitor
        ).document {
            if !(problems + viewProblems).isEmpty { ErrorSummary(problems: problems + viewProblems) }
            tag(.h1) { "Register of shares" }
            tag(.div, .class("sidebar-layout")) {
                tag(.section, .class("filter"), .with(.ariaLabelledBy, "filter-title")) {
                    tag(.h2, .id("filter-title")) { "Filter" }
                    parts.forms.part(form) { form.html }
                    if problems.isEmpty {
                        SavedViews(visitor: visitor, query: query, views: views, spokes: spokes, problems: viewProblems)
                    }
                }
                if problems.isEmpty {
                    tag(.section, .with(.ariaLabelledBy, "results-title")) { results(keeping: parts.tables) }
                }
            }
        }
    }

    @HTMLBuilder private func results(keeping tables: KeptParts<RegisterTable.Key>) -> HTML {
        tag(.h2, .id("results-title")) { Words.count(total, "share", "shares") }
        conditions
        if shares.isEmpty {
            tag(.p) { "No share meets these conditions. Take one away, or look for fewer words." }
        } else {
            let table = RegisterTable(shares: Array(shares.prefix(Self.size)))
            tables.part(table.key) { table.html }
            pagination
            tag(.p, .class("download")) {
                tag(.a, .href(Link(.registerFile(query.fromTheStart)))) {
                    "Download \(total == 1 ? "this share" : "all \(Words.number(total)) shares") as CSV"
                }
            }
        }
    }

    /// What was chosen and the conditions that the form does not show, each with a link that takes it away.
    @HTMLBuilder private var conditions: HTML {
        if !query.conditions.isEmpty || !query.chosen.isEmpty {
            tag(.ul, .class("conditions"), .with(.ariaLabel, "What they meet")) {
                for facet in Facet.allCases {
                    if let value = query.chosen[facet] {
                        let label = facets[facet]?.first { $0.value == value }?.label ?? value
                        tag(.li) {
                            "\(facet.label): \(label) "
                            removal(query.without(facet), of: "\(facet.label): \(label)")
                        }
                    }
                }
                for condition in query.conditions {
                    tag(.li) {
                        tag(.code) { condition }
                        " "
                        removal(query.without(condition), of: "condition \(condition)")
                    }
                }
            }
        }
    }

    private func removal(_ rest: RegisterQuery, of what: String) -> HTML {
        tag(.a, .href(Link(.register(rest)))) {
            "Remove"
            tag(.span, .class("hidden")) { " \(what)" }
        }
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
