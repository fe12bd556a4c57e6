import Casework
import Shares

/// Sections of the report as tables, with links to the shares behind a figure where the register lists exactly those.
struct ReportTables {
    /// Nil where nothing is linked, as in a file or for a day that is past.
    var links: ReportLinks?
    /// Whether every row is shown.
    var isComplete: Bool

    func html(_ section: ReportSection, report: PortfolioReport) -> HTML {
        var table = DataTable(
            id: id(of: section), caption: section.title,
            columns: [DataTable.Column(section.nameOfRows)]
                + section.figures.map { DataTable.Column($0, isNumber: true) }, heading: .h2)
        let rows = isComplete ? section.rows[...] : section.rows.prefix(section.shown)
        for row in rows {
            table.add(
                [name(of: row, in: section, report: report)]
                    + row.figures.map { HTML(text: Words.number($0)) })
        }
        let hidden = section.rows.count - rows.count
        return tag(.div, .class("report-section")) {
            if section.rows.isEmpty {
                tag(.h2) { section.title }
                tag(.p) { "None." }
            } else {
                table
            }
            if hidden > 0 { tag(.p, .class("hint")) { "And \(Words.number(hidden)) more, in the full report." } }
        }
    }

    private func name(of row: ReportSection.Row, in section: ReportSection, report: PortfolioReport) -> HTML {
        let name =
            switch section.title {
            case "Risk": row.name.capitalisedFirst
            case "Reviews coming": Words.month(row.name)
            default: row.name
            }
        guard row.figures.first != 0, let query = links?.query(for: row.name, in: section.title, of: report) else {
            return HTML(text: name.inShort)
        }
        return tag(.a, .href(Link(.register(query)))) { name.inShort }
    }

    private func id(of section: ReportSection) -> String {
        "section-"
            + String(
                decoding: section.title.lowercased().utf8.map { byte in
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? byte : UInt8(ascii: "-")
                }, as: UTF8.self)
    }
}

extension ReportSection {
    /// The heading over the names of the rows: what the section counts by.
    fileprivate var nameOfRows: String {
        switch title {
        case "Needs attention": "What"
        case "Reviews coming": "Month"
        case "Channels": "Standing"
        case "Working days in stage": "Machine and state"
        case "Organisation not confirmed": "Organisation"
        default: title
        }
    }
}
