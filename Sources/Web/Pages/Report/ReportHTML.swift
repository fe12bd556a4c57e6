package import Casework
import Shares

/// The report as one file that needs no server: for a board pack, or to be kept.
package enum ReportHTML {
    package static func document(_ report: PortfolioReport) -> String {
        let tables = ReportTables(links: nil, isComplete: true)
        return HTML.page(
            title: "Data-sharing portfolio as at \(report.asAt.inWords)", head: HTML(style: .site)
        ) {
            tag(.div, .class("width")) {
                tag(.main) {
                    tag(.h1) { "Data-sharing portfolio" }
                    tag(.p, .class("lead")) { ReportPage.summary(of: report) }
                    for section in ReportSection.all(of: report) { tables.html(section, report: report) }
                }
            }
        }.text
    }
}
