internal import GRDB
import Shares
import Workflows

extension LedgerWriter {
    /// Writes what lies ahead of a share now.
    func look(ahead outlook: ShareOutlook) throws {
        let statement = try database.cachedStatement(sql: LedgerWriter.upsertOutlook)
        try statement.execute(arguments: outlook.values)
    }

    private static let upsertOutlook = upsert(into: "outlook", ShareOutlook.columnNames)
}

extension ShareOutlook {
    static let columnNames = [
        "share", "proposal_since", "dpia_since", "approval_since", "review_since", "retirement_since", "start_date",
        "end_date", "review_date", "suspension_due", "answer_due", "answer_waits_since", "condition_due", "risks",
        "parties_to_come",
    ]

    var values: StatementArguments {
        let since: [(any DatabaseValueConvertible)?] = dates.entered.map(\.description)
        let rest: [(any DatabaseValueConvertible)?] = [
            dates.start?.description, dates.end?.description, dates.review?.description,
            dates.conditionDue?.description, dates.consultation?.day.description,
            dates.consultation?.waitingSince?.description, conditionDue?.description,
            risks.map(\.column).joined(separator: " "), partiesToCome.joined(separator: " "),
        ]
        return StatementArguments([reference.rawValue] + since + rest)
    }

    /// A row whose columns from the place given on are those above. Throws `LedgerError` where one cannot be read.
    init(_ row: Row, from place: Int = 0) throws {
        let reference = ShareReference(row[place] as String)
        func unreadable(_ column: Int) -> LedgerError {
            .unreadableView(share: reference, column: Self.columnNames[column])
        }
        func day(_ column: Int) throws -> Day? {
            guard let text = row[place + column] as String? else { return nil }
            guard let day = Day(iso: text) else { throw unreadable(column) }
            return day
        }
        func words(_ column: Int) -> [String] { (row[place + column] as String).split(separator: " ").map(String.init) }
        self.init(
            reference: reference,
            dates: ShareDates(
                entered: try (1...Machine.allCases.count).map { column in
                    guard let day = try day(column) else { throw unreadable(column) }
                    return day
                }, start: try day(6), end: try day(7), review: try day(8), conditionDue: try day(9),
                consultation: try day(10).map { ShareDates.AnswerDue(day: $0, waitingSince: try day(11)) }),
            conditionDue: try day(12),
            risks: try words(13).map { text in
                guard let cell = RiskCell(column: text) else { throw unreadable(13) }
                return cell
            }, partiesToCome: words(14))
    }
}

extension RiskCell {
    /// `possible/severe`
    fileprivate var column: String { likelihood.rawValue + "/" + severity.rawValue }

    fileprivate init?(column: String) {
        let sides = column.split(separator: "/").map(String.init)
        guard sides.count == 2, let likelihood = DPIARecord.Likelihood(rawValue: sides[0]),
            let severity = DPIARecord.Severity(rawValue: sides[1])
        else { return nil }
        self.init(likelihood, severity)
    }
}
