internal import GRDB
package import Shares

extension LedgerReader {
    /// The lines of the register that meet every condition, in the order of references.
    package func summaries(where filters: [ShareFilter] = []) throws -> [ShareSummary] {
        try summaries(ShareQuery(filters), then: "ORDER BY reference")
    }

    /// One page of them, after the reference given.
    package func page(
        where filters: [ShareFilter], after reference: ShareReference?, limit: Int
    ) throws -> [ShareSummary] {
        var query = ShareQuery(filters)
        if let reference { query.add("reference > ?", [reference.rawValue]) }
        return try summaries(query, then: "ORDER BY reference LIMIT \(limit)")
    }

    /// How many shares meet every condition.
    package func count(where filters: [ShareFilter]) throws -> Int {
        let query = ShareQuery(filters)
        return try Int.fetchOne(
            database, sql: "SELECT count(*) FROM share" + query.clause, arguments: query.arguments) ?? 0
    }

    package func summary(of reference: ShareReference) throws -> ShareSummary? {
        guard reference.canBeLookedUp else { return nil }
        let statement = try database.cachedStatement(
            sql: "SELECT \(ShareSummary.columnList) FROM share WHERE reference = ?")
        var read = RepeatedStatements()
        return try Row.fetchOne(statement, arguments: [reference.rawValue]).map { ShareSummary($0, &read) }
    }

    private func summaries(_ query: ShareQuery, then order: String) throws -> [ShareSummary] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(ShareSummary.columnList) FROM share\(query.clause) \(order)",
            arguments: query.arguments)
        var summaries: [ShareSummary] = []
        var read = RepeatedStatements()
        while let row = try rows.next() { summaries.append(ShareSummary(row, &read)) }
        return summaries
    }

    /// Version and row digest of every share, for comparing a register file with what is known.
    package func knownRows() throws -> [ShareReference: KnownRow] {
        var known: [ShareReference: KnownRow] = [:]
        let rows = try Row.fetchCursor(database, sql: "SELECT reference, version, row_digest FROM share")
        while let row = try rows.next() {
            known[ShareReference(row["reference"] as String)] = KnownRow(
                version: row["version"], digest: row["row_digest"])
        }
        return known
    }

    /// Every share with its title, in the order of references.
    package func titles() throws -> [(reference: ShareReference, title: String)] {
        try Row.fetchAll(database, sql: "SELECT reference, title FROM share ORDER BY reference").map {
            (ShareReference($0[0] as String), $0[1])
        }
    }

    /// The version of a share; nil where there is none.
    package func version(of reference: ShareReference) throws -> Int? {
        guard reference.canBeLookedUp else { return nil }
        let statement = try database.cachedStatement(sql: "SELECT version FROM share WHERE reference = ?")
        return try Int.fetchOne(statement, arguments: [reference.rawValue])
    }

    /// The position of a share's last event; 0 where there is no such share.
    package func lastPosition(of reference: ShareReference) throws -> Int {
        guard reference.canBeLookedUp else { return 0 }
        let statement = try database.cachedStatement(
            sql: "SELECT coalesce(max(position), 0) FROM event WHERE stream = 'share' AND share = ?")
        return try Int.fetchOne(statement, arguments: [reference.rawValue]) ?? 0
    }

    package func shareCount() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM share") ?? 0
    }
}

extension ShareReference {
    /// SQLite takes a text to end before a NUL: what holds one would be looked up as another, and names nothing.
    var canBeLookedUp: Bool { !rawValue.utf8.contains(0) }
}

/// A share as far as an import needs to know it.
package struct KnownRow: Hashable, Sendable {
    package var version: Int
    package var digest: String?
}

/// Filters as a WHERE clause in the SQL that PostgreSQL speaks too, but for the search for words.
struct ShareQuery {
    private var conditions: [String] = []
    private(set) var arguments = StatementArguments()

    init(_ filters: [ShareFilter]) {
        for filter in filters { add(filter) }
    }

    var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ") }

    mutating func add(_ condition: String, _ values: StatementArguments) {
        conditions.append(condition)
        arguments += values
    }

    private mutating func add(_ filter: ShareFilter) {
        if filter.column == "party" { return addParty(filter) }
        if filter.column == ShareFilter.ownership { return addOwnership(filter) }
        if filter.column == ShareFilter.words { return addWords(filter.value) }
        let several = [
            "provider": "providers", "recipient": "recipients", "item": "items", "subject": "subjects",
            "gateway": "gateways", "basis": "bases", "frequency": "frequency", "channel": "channel",
            "classification": "classification",
        ]
        let column = several[filter.column] ?? filter.column
        let isStated = several[filter.column] != nil
        switch filter.comparison {
        case .equal where isStated && !filter.value.isEmpty:
            // A statement stands in its column as text, U+001F, term, between U+001E.
            let (start, end) = ("\u{1E}", "\u{1E}")
            let value = ShareQuery.escaped(filter.value)
            let whole = "(? || \(column) || ?)"
            add(
                "(\(whole) LIKE ? ESCAPE '\\' OR \(whole) LIKE ? ESCAPE '\\')",
                [start, end, "%\u{1E}\(value)\u{1F}%", start, end, "%\u{1F}\(value)\u{1E}%"])
        case .equal: add("coalesce(\(column), '') = ?", [filter.value])
        case .notEqual: add("coalesce(\(column), '') <> ?", [filter.value])
        case .contains: add("coalesce(\(column), '') LIKE ? ESCAPE '\\'", ["%\(ShareQuery.escaped(filter.value))%"])
        case .before: add("\(column) < ?", [filter.value])
        case .after: add("\(column) > ?", [filter.value])
        }
    }

    /// A party is a provider or a recipient.
    private mutating func addParty(_ filter: ShareFilter) {
        let sides = ["provider", "recipient"].map { side in
            var query = ShareQuery([])
            query.add(ShareFilter(column: side, filter.comparison, filter.value))
            return query
        }
        let joint = filter.comparison == .notEqual ? " AND " : " OR "
        add(
            "(" + sides.map { $0.conditions.joined() }.joined(separator: joint) + ")",
            sides.reduce(into: StatementArguments()) { $0 += $1.arguments })
    }

    private mutating func addOwnership(_ filter: ShareFilter) {
        let sides = filter.value.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        var party = ShareQuery([])
        party.addParty(ShareFilter(column: "party", .equal, sides.first ?? ""))
        add(
            "(" + party.conditions.joined() + " OR requester = ? OR owner_person = ?)",
            party.arguments + [sides.last ?? "", sides.last ?? ""])
    }

    /// Every word, in any order, whole or as the beginning of one. This is SQLite's own full-text search.
    private mutating func addWords(_ text: String) {
        guard let words = SearchWords(text) else { return add("1 = 0", []) }
        add(
            "reference IN (SELECT reference FROM searched WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?))",
            [words.match])
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
