internal import GRDB
package import Shares
package import Workflows

extension LedgerWriter {
    /// Records what passed between the department and a partner.
    package func append(exchange entry: ExchangeEntry, at moment: Instant, actor: PersonID, role: RoleName) throws {
        try append(entry, to: .exchange, at: moment, actor: actor, role: role)
    }
}

extension LedgerReader {
    /// How many things passed between the department and its partners.
    package func exchangeCount() throws -> Int { try version(of: .exchange) }

    /// How things stand with the partners, or stood at the end of a day.
    package func exchange(asAt day: Day? = nil) throws -> Exchange {
        var exchange = Exchange()
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT position, at, actor, body FROM event
                WHERE stream = 'exchange' AND share = '' ORDER BY share_version
                """)
        while let row = try rows.next() {
            let position: Int = row["position"]
            guard let at = Instant(rfc3339: row["at"]) else {
                throw LedgerError.unreadableEvent(position: position, why: "its time is not RFC 3339")
            }
            if let day, at.dayInLondon > day { break }
            exchange.apply(
                try EventBody.read(ExchangeEntry.self, in: row["body"], at: position), at: at,
                by: PersonID(row["actor"] as String))
        }
        return exchange
    }
}
