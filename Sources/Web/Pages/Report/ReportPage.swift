import Casework
import Shares

/// The whole report, today or as at an earlier day.
struct ReportPage {
    var visitor: Visitor
    var report: PortfolioReport
    /// Nil for a day that is past: the register lists what is true today.
    var links: ReportLinks?
    var asked: AskedDay

    /// `query` is the query string; a day that cannot be read gives today's report with the problem.
    static func load(from office: Office, query text: String, for visitor: Visitor) throws -> ReportPage {
        let asked = AskedDay(text, today: office.today)
        let report = try office.report(asAt: asked.day, within: visitor.person.reach)
        let links = report.asAt == office.today ? ReportLinks(reference: try office.reference()) : nil
        return ReportPage(visitor: visitor, report: report, links: links, asked: asked)
    }

    var html: HTML {
        let tables = ReportTables(links: links, isComplete: true)
        return PageFrame(
            title: "Portfolio report", area: .report, breadcrumbs: [("Portfolio", .home)],
            hasErrors: asked.problem != nil,
            visitor: visitor
        ).document {
            asked.summary
            tag(.h1) { "Portfolio report" }
            asked.form(to: .report(asAt: nil), button: "Show report")
            if asked.problem == nil {
                tag(.p, .class("lead")) { Self.summary(of: report) }
                for section in ReportSection.all(of: report) { tables.html(section, report: report) }
                tag(.p, .class("download")) {
                    tag(.a, .href(Link(.reportFile(asAt: asked.day)))) { "Download the report as CSV" }
                }
            }
        }
    }

    static func summary(of report: PortfolioReport) -> String {
        if let begins = report.recordBegins {
            return "Nothing is on record as at \(report.asAt.inWords). The record begins on \(begins.inWords)."
        }
        return "As at \(report.asAt.inWords): \(Words.count(report.shares, "share", "shares")), of which "
            + "\(Words.number(report.open)) \(report.open == 1 ? "has" : "have") not ended."
    }
}
