import Ledger
package import Shares
import Workflows

/// A report that somebody asks for: of the day, and of which shares.
struct ReportQuestion: Hashable, Sendable {
    /// Nil: today.
    var day: Day?
    var reach: Reach
}

extension Office {
    /// The portfolio today, or as it stood at the end of an earlier day, folded anew from the events up to then; of the
    /// shares that are within somebody's reach.
    package func report(asAt day: Day? = nil, within reach: Reach = .everything) throws -> PortfolioReport {
        try recentReports.figures(for: ReportQuestion(day: day, reach: reach), in: self) {
            try report(asAt: day) { reach.includes($0) }
        }
    }

    /// The same of the shares of which the lines are included.
    func report(asAt day: Day? = nil, where includes: (ShareSummary) -> Bool) throws -> PortfolioReport {
        try report(of: try portfolio(asAt: day), where: includes)
    }

    func report(of reading: PortfolioReading, where includes: (ShareSummary) -> Bool) throws -> PortfolioReport {
        ReportBuilder(
            reference: try reference(), definitions: try definitions(), today: reading.asAt,
            recordBegins: reading.recordBegins,
            department: try department().organisation.id, editions: reading.editions, roster: reading.roster,
            conditionsOverdue: reading.conditionsOverdue,
            manifestsNotAcknowledged: reading.notAcknowledged, decisions: reading.decisions,
            takeOvers: reading.takeOvers
        )
        .report(
            of: reading.summaries.filter(includes), stays: reading.stays.of(reading.summaries, where: includes))
    }
}

extension [Stay] {
    fileprivate func of(_ summaries: [ShareSummary], where includes: (ShareSummary) -> Bool) -> [Stay] {
        let references = Set(summaries.filter(includes).map(\.reference))
        return references.count == summaries.count ? self : filter { references.contains($0.share) }
    }
}
