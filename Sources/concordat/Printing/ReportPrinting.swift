import Casework
import Shares

/// The report as text for a terminal.
enum ReportPrinting {
    static func text(_ report: PortfolioReport) -> String {
        if let begins = report.recordBegins {
            return
                "Nothing is on record as at \(report.asAt.inWords). The record begins on \(begins.inWords).\n"
        }
        var text = "Portfolio as at \(report.asAt.inWords): \(report.shares) shares, \(report.open) open.\n"
        for section in ReportSection.all(of: report) {
            var table = TextTable(
                [
                    .init(title: section.title, width: 60), .init(title: section.figures[0], isNumber: true),
                ] + section.figures.dropFirst().map { .init(title: $0, isNumber: true) })
            for row in section.rows.prefix(section.shown) { table.add([row.name] + row.figures.map(String.init)) }
            text += "\n" + table.text + "\n"
            if section.rows.count > section.shown {
                text += "… and \(section.rows.count - section.shown) more.\n"
            }
        }
        return text
    }
}
