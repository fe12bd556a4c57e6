internal import GRDB
package import Shares
package import Workflows

extension LedgerReader {
    /// Shares that met every condition when the record stood at a position, among those to which something has happened
    /// since: found by the same query, on the lines that their events up to then make.
    package func formerSummaries(
        where filters: [ShareFilter], at position: Int, definitions: (WorkflowPin) throws -> CheckedDefinitions
    ) throws -> [ShareSummary] {
        let changed = try sharesChanged(since: position)
        guard !changed.isEmpty else { return [] }
        var former: [Share] = []
        for reference in changed {
            let events = try events(of: reference).filter { $0.position <= position }
            if let share = Share(events: events.map(\.event)) { former.append(share) }
        }
        let aside = try Ledger.inMemory()
        try aside.write { writer in
            for edition in Set(former.map(\.pin.digest)) {
                try writer.publish(edition: edition, body: "{}", at: Instant(milliseconds: 0))
            }
            for share in former { try writer.view(share, definitions: try definitions(share.pin)) }
        }
        return try aside.read { try $0.summaries(where: filters) }
    }

    /// The shares to which something has happened since the record stood at a position, in the order of their references;
    /// nil where more has happened than `most`, or the record has not come so far.
    package func sharesChanged(since position: Int, atMost most: Int) throws -> [ShareReference]? {
        let size = try self.position().size
        return (position...position + most).contains(size) ? try sharesChanged(since: position) : nil
    }

    package func sharesChanged(since position: Int) throws -> [ShareReference] {
        // The sign keeps SQLite from the index on streams, by which it reads every event that there ever was.
        let statement = try database.cachedStatement(
            sql: "SELECT DISTINCT share FROM event WHERE +stream = 'share' AND position > ? ORDER BY share")
        return try String.fetchAll(statement, arguments: [position]).map { ShareReference($0) }
    }
}
