internal import GRDB
import Shares
import Workflows

extension LedgerWriter {
    /// Writes the line of the register that the share now makes.
    func view(_ share: Share, definitions: CheckedDefinitions) throws {
        let summary = ShareSummary(share, definitions: definitions)
        let columns = summary.columns
        let statement = try database.cachedStatement(sql: LedgerWriter.upsert)
        try statement.execute(arguments: StatementArguments(columns.map(\.value)))
    }

    private static let upsert = upsert(into: "share", ShareSummary.columnNames)

    /// A row in the place of the one with the same first column.
    static func upsert(into table: String, _ names: [String]) -> String {
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let updates = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))
            ON CONFLICT (\(names[0])) DO UPDATE SET \(updates)
            """
    }
}

extension ShareSummary {
    static let columnNames = [
        "reference", "version", "edition", "entry", "stage", "title", "providers", "recipients", "purpose", "spoke",
        "suggested_spoke", "owner", "owner_person", "risk", "items", "subjects", "gateways", "bases", "frequency",
        "channel",
        "classification", "start_date", "end_date", "review_date", "proposal", "dpia", "approval", "review",
        "retirement", "row_digest", "requester",
    ]

    var columns: [(name: String, value: (any DatabaseValueConvertible)?)] {
        let values: [(any DatabaseValueConvertible)?] = [
            reference.rawValue, version, edition, entry.rawValue, stage.rawValue, title, StatedColumn.text(providers),
            StatedColumn.text(recipients), purpose, spoke, suggestedSpoke, owner, ownerPerson?.rawValue, risk.rawValue,
            StatedColumn.text(items), StatedColumn.text(subjects), StatedColumn.text(gateways),
            StatedColumn.text(bases), StatedColumn.text(frequency.map { [$0] } ?? []),
            StatedColumn.text(channel.map { [$0] } ?? []), StatedColumn.text(classification.map { [$0] } ?? []),
            startDate?.description, endDate?.description, reviewDate?.description, configuration.proposal.rawValue,
            configuration.dpia.rawValue, configuration.approval.rawValue, configuration.review.rawValue,
            configuration.retirement.rawValue, rowDigest, requester?.rawValue,
        ]
        return Array(zip(ShareSummary.columnNames, values)).map { (name: $0, value: $1) }
    }

    static let columnList = columnNames.joined(separator: ", ")

    /// A row whose columns are those above, in their order: looking for a column by its name takes longer than reading it.
    init(_ row: Row, _ read: inout RepeatedStatements) {
        func day(_ place: Int) -> Day? { (row[place] as String?).flatMap { Day(iso: $0) } }
        func person(_ place: Int) -> PersonID? { (row[place] as String?).map { PersonID($0) } }
        self.init(
            reference: ShareReference(row[0] as String), version: row[1], edition: row[2],
            entry: EntryName(rawValue: row[3]), stage: Stage(rawValue: row[4] as String) ?? .ended, title: row[5],
            providers: read.column(row[6]), recipients: read.column(row[7]), purpose: row[8], spoke: row[9],
            suggestedSpoke: row[10], owner: row[11], ownerPerson: person(12), requester: person(30),
            risk: RiskTier(rawValue: row[13] as String) ?? .high, items: read.each(row[14]),
            subjects: read.column(row[15]), gateways: read.column(row[16]), bases: read.column(row[17]),
            frequency: read.column(row[18]).first, channel: read.column(row[19]).first,
            classification: read.column(row[20]).first, startDate: day(21), endDate: day(22), reviewDate: day(23),
            configuration: Configuration(
                proposal: StateName(rawValue: row[24]), dpia: StateName(rawValue: row[25]),
                approval: StateName(rawValue: row[26]), review: StateName(rawValue: row[27]),
                retirement: StateName(rawValue: row[28])), rowDigest: row[29])
    }
}
