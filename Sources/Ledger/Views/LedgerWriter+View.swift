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

    private static let upsert: String = {
        let names = ShareSummary.columnNames
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let updates = names.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO share (\(names.joined(separator: ", "))) VALUES (\(marks))
            ON CONFLICT (reference) DO UPDATE SET \(updates)
            """
    }()
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

    init(_ row: Row) {
        func day(_ column: String) -> Day? { (row[column] as String?).flatMap { Day(iso: $0) } }
        func statements(_ column: String) -> [Stated] { StatedColumn.statements(row[column] as String) }
        self.init(
            reference: ShareReference(row["reference"] as String), version: row["version"], edition: row["edition"],
            entry: EntryName(rawValue: row["entry"]), stage: Stage(rawValue: row["stage"]) ?? .ended,
            title: row["title"], providers: statements("providers"), recipients: statements("recipients"),
            purpose: row["purpose"], spoke: row["spoke"], suggestedSpoke: row["suggested_spoke"], owner: row["owner"],
            ownerPerson: (row["owner_person"] as String?).map { PersonID($0) },
            requester: (row["requester"] as String?).map { PersonID($0) },
            risk: RiskTier(rawValue: row["risk"]) ?? .high, items: statements("items"),
            subjects: statements("subjects"), gateways: statements("gateways"), bases: statements("bases"),
            frequency: statements("frequency").first, channel: statements("channel").first,
            classification: statements("classification").first, startDate: day("start_date"),
            endDate: day("end_date"), reviewDate: day("review_date"),
            configuration: Configuration(
                proposal: StateName(rawValue: row["proposal"]), dpia: StateName(rawValue: row["dpia"]),
                approval: StateName(rawValue: row["approval"]), review: StateName(rawValue: row["review"]),
                retirement: StateName(rawValue: row["retirement"])), rowDigest: row["row_digest"])
    }
}
