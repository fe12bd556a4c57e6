import Casework
import Shares

/// The whole report, today or as at an earlier day.
struct ReportPage {
    var visitor: Visitor
    var report: PortfolioReport
    /// Nil for a day that is past: the register lists what is true today.
    var links: ReportLinks?
    /// What was typed into the form.
    var typed: String
    var problem: String?

    /// `query` is the query string; a day that cannot be read gives today's report with the problem.
    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> ReportPage {
        let today = office.today
        let (typed, day, problem) = asked(text, today: today)
        let report = try office.report(asAt: day, within: visitor.person.reach)
        let links = report.asAt == today ? ReportLinks(reference: try office.reference()) : nil
        return ReportPage(visitor: visitor, report: report, links: links, typed: typed, problem: problem)
    }

    /// The day asked for; nil with a problem where it is none, or not over yet.
    private static func asked(_ text: String, today: Day) -> (typed: String, day: Day?, problem: String?) {
        guard let items = [(String, String)](query: text) else {
            return ("", nil, "The address is not complete: an escape such as %20 is broken.")
        }
        guard let typed = items.first(where: { $0.0 == "as-at" })?.1.trimmed.nonEmpty else { return ("", nil, nil) }
        guard let day = Day(iso: typed) else {
            return (typed.shortened(to: 40), nil, "Enter a day as year-month-day, such as 2026-04-01.")
        }
        guard day <= today else { return (typed, nil, "The day must be today or in the past.") }
        return (typed, day, nil)
    }

    var html: HTML {
        let tables = ReportTables(links: links, isComplete: true)
        return PageFrame(
            title: "Portfolio report", area: .report, breadcrumbs: [("Portfolio", .home)], hasErrors: problem != nil,
            visitor: visitor
        ).document {
            if let problem { ErrorSummary(problems: [FormProblem(field: "as-at", message: problem)]) }
            tag(.h1) { "Portfolio report" }
            form
            if problem == nil {
                tag(.p, .class("lead")) { Self.summary(of: report) }
                for section in ReportSection.all(of: report) { tables.html(section, report: report) }
            }
        }
    }

    private var form: HTML {
        tag(.form, .class("inline-form"), .with(.method, "get"), .action(Link(.report(asAt: nil)))) {
            tag(.div, .class(problem == nil ? "field" : "field field-error")) {
                tag(.label, .with(.for, "as-at")) { "As at the end of" }
                tag(.p, .class("hint"), .id("as-at-hint")) { "Year-month-day, such as 2026-04-01" }
                if let problem {
                    tag(.p, .class("error-message"), .id("as-at-error")) {
                        tag(.span, .class("hidden")) { "Error: " }
                        problem
                    }
                }
                tag(
                    .input, .id("as-at"), .with(.name, "as-at"), .with(.type, "text"), .class("day"),
                    .with(.value, typed),
                    .with(.ariaDescribedBy, problem == nil ? "as-at-hint" : "as-at-hint as-at-error"),
                    problem == nil ? nil : .with(.ariaInvalid, "true"))
            }
            tag(.button, .with(.type, "submit")) { "Show report" }
        }
    }

    static func summary(of report: PortfolioReport) -> String {
        "As at \(report.asAt.inWords): \(Words.count(report.shares, "share", "shares")), of which "
            + "\(Words.number(report.open)) \(report.open == 1 ? "has" : "have") not ended."
    }
}
