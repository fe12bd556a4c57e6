import Casework
import Shares

/// The portfolio at a glance: the first page.
struct PortfolioPage {
    var visitor: Visitor
    var report: PortfolioReport
    var links: ReportLinks

    /// The sections that fit a glance, by their titles; the report has them all.
    private static let sections = [
        "Stage", "Needs attention", "Spoke", "Risk", "Reviews coming", "Channels", "Channel", "Gateway", "Partner",
        "Consolidation of redundant shares",
    ]

    static func load(from office: Office, for visitor: Visitor) throws -> PortfolioPage {
        PortfolioPage(
            visitor: visitor, report: try office.report(within: visitor.person.reach),
            links: ReportLinks(reference: try office.reference()))
    }

    /// What it shows is the same for everybody of whom the report is the same.
    func html(keeping parts: KeptParts<PortfolioReport>) -> HTML {
        PageFrame(title: "Data-sharing portfolio", area: .portfolio, visitor: visitor).document {
            parts.part(report) { glance }
        }
    }

    @HTMLBuilder private var glance: HTML {
        let tables = ReportTables(links: links, isComplete: false)
        tag(.h1) { "Data-sharing portfolio" }
        tag(.p, .class("lead")) { ReportPage.summary(of: report) }
        figures
        tag(.div, .class("columns")) {
            for section in ReportSection.all(of: report) where Self.sections.contains(section.title) {
                tables.html(section, report: report)
            }
        }
        tag(.p) {
            tag(.a, .href(Link(.report(asAt: nil)))) { "See the full report, or the report of an earlier day" }
        }
    }

    private var figures: HTML {
        let figures = [
            ("Inherited, to be regularised", report.inheritedBacklog), ("Reviews overdue", report.reviewsOverdue),
            ("Without a named data owner", report.ownersMissing), ("On legacy channels", report.legacyChannels),
        ]
        return tag(.dl, .class("figures")) {
            for (name, figure) in figures {
                tag(.div) {
                    tag(.dt) { name }
                    tag(.dd) { Words.number(figure) }
                }
            }
        }
    }
}
