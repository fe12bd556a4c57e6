import Casework
import Interchange
import Shares

/// The report as text for a terminal, and as CSV: one figure a line.
enum ReportPrinting {
    static func text(_ report: PortfolioReport) -> String {
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

    static func csv(_ report: PortfolioReport) -> String {
        var text = CSVWriter.line(["section", "name", "figure", "value"])
        for section in ReportSection.all(of: report) {
            for row in section.rows {
                for (figure, value) in zip(section.figures, row.figures) {
                    text += CSVWriter.line([section.title, row.name, figure, String(value)])
                }
            }
        }
        return text
    }
}
