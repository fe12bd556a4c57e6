internal import GRDB
import Shares
import Workflows

extension LedgerWriter {
    /// Writes what lies ahead of a share now.
    func look(ahead outlook: ShareOutlook) throws {
        let statement = try database.cachedStatement(sql: LedgerWriter.upsertOutlook)
        try statement.execute(arguments: outlook.values)
    }

    private static let upsertOutlook: String = {
        let names = ShareOutlook.columnNames
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let updates = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO outlook (\(names.joined(separator: ", "))) VALUES (\(marks))
            ON CONFLICT (share) DO UPDATE SET \(updates)
            """
    }()
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

    /// A row whose columns from the place given on are those above.
    init(_ row: Row, from place: Int = 0) {
        func day(_ offset: Int) -> Day? { (row[place + offset] as String?).flatMap { Day(iso: $0) } }
        func words(_ offset: Int) -> [String] { (row[place + offset] as String).split(separator: " ").map(String.init) }
        self.init(
            reference: ShareReference(row[place] as String),
            dates: ShareDates(
                entered: (1...Machine.allCases.count).map { day($0) ?? Day(number: 0) }, start: day(6), end: day(7),
                review: day(8), conditionDue: day(9),
                consultation: day(10).map { ShareDates.AnswerDue(day: $0, waitingSince: day(11)) }),
            conditionDue: day(12), risks: words(13).compactMap { RiskCell(column: $0) }, partiesToCome: words(14))
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
