import Casework
import Shares

/// Which shares of the register stand behind a figure of today's report.
struct ReportLinks {
    let reference: ReferenceData

    /// Nil where the register's conditions cannot list exactly those shares.
    func query(for row: String, in section: String, of report: PortfolioReport) -> RegisterQuery? {
        guard row.fitsAnAddress else { return nil }
        var query = RegisterQuery()
        let today = report.asAt
        switch (section, row) {
        case ("Stage", _):
            query.stage = Stage.allCases.first { $0.label == row }
            return query.stage == nil ? nil : query
        case ("Needs attention", "Inherited, to be regularised"): query.conditions = Self.inherited
        case ("Needs attention", "No data owner named"): query.conditions = Self.open + ["owner="]
        case ("Needs attention", "Review overdue"): query.conditions = Self.flowing + ["review_date<\(today)"]
        case ("Needs attention", "No review date"): query.conditions = Self.flowing + ["review_date="]
        case ("Needs attention", "Live past its end date"):
            query.conditions = Self.flowing + ["stage!=suspended", "end_date<\(today)"]
        case ("Spoke", _):
            query.spoke = reference.spokes.all.first { $0.name == row }?.id
            query.conditions = Self.open
            return query.spoke == nil ? nil : query
        case ("Risk", _):
            query.risk = RiskTier(rawValue: row)
            query.conditions = Self.open
            return query.risk == nil ? nil : query
        case ("Reviews coming", _):
            guard let first = Day(iso: row + "-01") else { return nil }
            let before = max(first, today).adding(days: -1)
            query.conditions =
                Self.flowing + ["review_date>\(before)", "review_date<\(first.adding(months: 1))"]
        case ("Channel", "None stated"): query.conditions = Self.open + ["channel="]
        case ("Channel", _):
            query.conditions = Self.open + ["channel=" + (reference.channels.resolve(row)?.id ?? row)]
        case ("Gateway", "None stated"): query.conditions = Self.open + ["gateway="]
        case ("Gateway", _):
            query.conditions = Self.open + ["gateway=" + (reference.gateways.resolve(row)?.id ?? row)]
        default: return nil
        }
        return query
    }

    /// Inherited, or suspended while inherited.
    private static let inherited = flowing + ["stage!=\(Stage.live.rawValue)", "approval!=suspended"]

    private static let open = ["stage!=\(Stage.ended.rawValue)"]

    /// Live, inherited or suspended, said by what it is not, because conditions only narrow.
    private static let flowing = [Stage.proposal, .dpia, .approval, .expired, .retiring, .ended].map {
        "stage!=\($0.rawValue)"
    }
}
