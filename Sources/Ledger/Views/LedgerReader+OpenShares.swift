internal import GRDB
package import Shares
package import Workflows

extension LedgerReader {
    /// The shares that have not ended; where a position is given, those that something has happened to since, ended ones too.
    package func openShares(changedSince position: Int? = nil) throws -> [OpenShare] {
        let outlook = ShareOutlook.columnNames.map { "outlook.\($0)" }.joined(separator: ", ")
        let condition =
            position == nil
            ? "share.stage <> 'ended'"
            : "share.reference IN (SELECT share FROM event WHERE stream = 'share' AND position > ?)"
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT share.reference, title, edition, stage, proposal, dpia, approval, review, retirement, spoke,
                owner_person, requester, providers, recipients, \(outlook)
                FROM share JOIN outlook ON outlook.share = share.reference WHERE \(condition)
                """, arguments: position.map { [$0] } ?? [])
        var shares: [OpenShare] = []
        var texts = RepeatedTexts()
        while let row = try rows.next() {
            // By place, since looking for a column by its name takes longer than reading it.
            func state(_ place: Int) -> StateName { StateName(rawValue: texts.held(row[place])) }
            func person(_ place: Int) -> PersonID? { (row[place] as String?).map { PersonID(texts.held($0)) } }
            shares.append(
                OpenShare(
                    reference: ShareReference(row[0] as String), title: row[1], edition: texts.held(row[2]),
                    stage: Stage(rawValue: row[3] as String) ?? .ended,
                    configuration: Configuration(
                        proposal: state(4), dpia: state(5), approval: state(6), review: state(7), retirement: state(8)),
                    statedSpoke: row[9], ownerPerson: person(10), requester: person(11),
                    providers: texts.terms(row[12]), recipients: texts.terms(row[13]),
                    outlook: try ShareOutlook(row, from: 14)))
        }
        return shares
    }

    /// The shares that a person, and not time, moved into one of the states, which they have not left before a moment.
    package func shares(
        movedByPeopleInto states: [StateName], andThereSince moment: Instant
    ) throws -> Set<ShareReference> {
        let places = Array(repeating: "?", count: states.count).joined(separator: ", ")
        return try String.fetchSet(
            database,
            sql: """
                SELECT stay.share FROM stay JOIN event ON event.stream = 'share' AND event.share = stay.share
                AND event.share_version = stay.entered_version
                WHERE stay.state IN (\(places)) AND (stay.ended IS NULL OR stay.ended >= ?) AND event.role <> 'system'
                """, arguments: StatementArguments(states.map(\.rawValue) + [moment.description])
        ).reduce(into: []) { $0.insert(ShareReference($1)) }
    }
}

/// Texts that thousands of shares have in common, each held once.
private struct RepeatedTexts {
    private var texts: [String: String] = [:]
    private var columns: [String: [String]] = [:]

    mutating func held(_ text: String) -> String {
        if let held = texts[text] { return held }
        texts[text] = text
        return text
    }

    /// The terms of a column of statements.
    mutating func terms(_ column: String) -> [String] {
        if let held = columns[column] { return held }
        let terms = StatedColumn.statements(column).compactMap(\.term)
        columns[column] = terms
        return terms
    }
}
