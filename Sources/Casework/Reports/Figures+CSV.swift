import Interchange
import Redundancy
import Shares

/// The figures of a page as a file: UTF-8, guarded against formulas, every figure of what is on the screen and not its first
/// rows alone.
extension PortfolioReport {
    /// A figure a line.
    package var csv: String {
        let header = CSVWriter.line(["section", "name", "figure", "value"])
        if let recordBegins {
            return header + CSVWriter.line(["Record", "The record begins on", "Day", recordBegins.description])
        }
        return ReportSection.all(of: self).reduce(into: header) { text, section in
            for row in section.rows {
                for (figure, value) in zip(section.figures, row.figures) {
                    text += CSVWriter.line([section.title, row.name, figure, String(value)])
                }
            }
        }
    }
}

extension Board {
    /// The lines of the report, then those that the board alone has.
    package var csv: String {
        var text = report.csv
        guard report.recordBegins == nil else { return text }
        func line(_ section: String, _ name: String, _ figure: String, _ value: Int) {
            text += CSVWriter.line([section, name, figure, String(value)])
        }
        for tier in RiskTier.allCases.reversed() {
            for stage in Stage.allCases where stage != .ended {
                line("Risk by stage", tier.rawValue, stage.label, risks[tier]?[stage] ?? 0)
            }
        }
        for likelihood in DPIARecord.Likelihood.allCases {
            for severity in DPIARecord.Severity.allCases {
                line(
                    "Assessed risks", likelihood.rawValue, severity.rawValue,
                    assessed.counts[RiskCell(likelihood, severity)] ?? 0)
            }
        }
        func channels(_ section: String, _ name: String, _ counts: ChannelCounts) {
            line(section, name, "Strategic", counts.strategic)
            line(section, name, "Tolerated", counts.tolerated)
            line(section, name, "Legacy", counts.legacy)
            line(section, name, "Not known", counts.unknown)
        }
        for year in channelsByYear {
            channels("Channels by year of beginning", year.year.map(String.init) ?? "Not stated", year.counts)
        }
        for moment in channelTrend {
            channels("Channels over time", moment.day.description, moment.counts)
            line("Channels over time", moment.day.description, "Channels in use", moment.channels)
        }
        return text
    }
}

extension ShareMap {
    /// A flow a line.
    package var csv: String {
        flows.reduce(into: CSVWriter.line(["from", "to", "shares"])) { text, flow in
            text += CSVWriter.line([flow.from.label, flow.to.label, String(flow.shares)])
        }
    }
}

extension RedundancyOverview {
    /// A share of a group a line.
    package var csv: String {
        groups.reduce(into: CSVWriter.line(["group", "share", "title", "would_go_on", "score", "why"])) { text, group in
            for member in group.members {
                let surest = group.findings.filter { $0.a == member || $0.b == member }.max { $0.score < $1.score }
                text += CSVWriter.line([
                    group.reference, member.rawValue, titles[member] ?? "", member == group.survivor ? "yes" : "no",
                    surest.map { String(Int(($0.score * 100).rounded())) } ?? "", surest?.told ?? "",
                ])
            }
        }
    }
}
