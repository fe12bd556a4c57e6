internal import GRDB
package import Shares
package import Workflows

/// How many of the shares that meet some conditions have which value: a term, or the text where none was understood.
/// The empty text stands for what is not stated.
package struct FacetCounts: Hashable, Sendable {
    package var stages: [String: Int] = [:]
    package var spokes: [String: Int] = [:]
    package var risks: [String: Int] = [:]
    package var owners: [String: Int] = [:]
    package var parties: [Stated: Int] = [:]
    package var gateways: [Stated: Int] = [:]
    /// By the day of the next review, of the shares whose data flows.
    package var reviews: [Day?: Int] = [:]
}

extension LedgerReader {
    package func facetCounts(where filters: [ShareFilter]) throws -> FacetCounts {
        let query = ShareQuery(filters)
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT stage, spoke, risk, owner, providers, recipients, gateways, review_date FROM share
                """ + query.clause, arguments: query.arguments)
        var counts = FacetCounts()
        while let row = try rows.next() {
            let stage: String = row[0]
            counts.stages[stage, default: 0] += 1
            counts.spokes[row[1] ?? "", default: 0] += 1
            counts.risks[row[2], default: 0] += 1
            counts.owners[row[3] ?? "", default: 0] += 1
            let parties = StatedColumn.statements(row[4]) + StatedColumn.statements(row[5])
            for party in Set(parties.map(\.asFacet)) { counts.parties[party, default: 0] += 1 }
            let gateways = Set(StatedColumn.statements(row[6]).map(\.asFacet))
            for gateway in gateways.isEmpty ? [Stated("")] : gateways { counts.gateways[gateway, default: 0] += 1 }
            if Stage(rawValue: stage)?.isFlowing ?? false {
                counts.reviews[(row[7] as String?).flatMap { Day(iso: $0) }, default: 0] += 1
            }
        }
        return counts
    }

    /// How many of the shares that meet some conditions stand in each state of each machine.
    package func stateCounts(where filters: [ShareFilter]) throws -> [Machine: [StateName: Int]] {
        let query = ShareQuery(filters)
        var counts: [Machine: [StateName: Int]] = [:]
        for machine in Machine.allCases {
            // The columns are named as the machines are.
            let rows = try Row.fetchCursor(
                database,
                sql: "SELECT \(machine.rawValue), count(*) FROM share" + query.clause + " GROUP BY \(machine.rawValue)",
                arguments: query.arguments)
            while let row = try rows.next() { counts[machine, default: [:]][StateName(rawValue: row[0])] = row[1] }
        }
        return counts
    }
}

extension Stated {
    /// The same for every spelling of one term.
    fileprivate var asFacet: Stated { term.map { Stated($0, term: $0) } ?? Stated(text) }
}
