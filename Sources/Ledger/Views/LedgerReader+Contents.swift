internal import GRDB
import Shares
import Workflows

extension LedgerReader {
    /// The content of every share, in the order of references, some at a time.
    package func contents(inBatchesOf size: Int, _ take: ([ShareContent]) throws -> Void) throws {
        var contents: [ShareContent] = []
        contents.reserveCapacity(size)
        var read = RepeatedStatements()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT reference, stage, title, purpose, providers, recipients, items, subjects, gateways, bases,
                frequency, channel, start_date, end_date FROM share ORDER BY reference
                """)
        while let row = try rows.next() {
            if contents.count == size {
                try take(contents)
                contents.removeAll(keepingCapacity: true)
            }
            // By place, since looking for a column by its name takes longer than reading it.
            contents.append(
                ShareContent(
                    reference: ShareReference(row[0] as String),
                    stage: Stage(rawValue: row[1] as String) ?? .ended, title: row[2], purpose: row[3],
                    providers: read.column(row[4]), recipients: read.column(row[5]), items: read.each(row[6]),
                    subjects: read.column(row[7]), gateways: read.column(row[8]), bases: read.column(row[9]),
                    frequency: read.column(row[10]).first, channel: read.column(row[11]).first,
                    startDate: (row[12] as String?).flatMap { Day(iso: $0) },
                    endDate: (row[13] as String?).flatMap { Day(iso: $0) }))
        }
        if !contents.isEmpty { try take(contents) }
    }
}
