package import Shares

/// A realistic portfolio of data shares: the same rows for the same number, seed and day, each made when it is asked for.
///
/// Every row is worked out from its own place, so that memory does not grow with the number of rows.
package struct SamplePortfolio: Sequence, Sendable {
    /// The day that the portfolio is as at, where none is given: reviews are overdue, and shares expired, by this day.
    package static let usualDay = Day(year: 2026, month: 10, day: 1) ?? Day(number: 20_727)

    package let shares: Int
    package let seed: UInt64
    let flows: SampleFlows
    let parties: SampleParties
    let plan: SamplePlan
    let calendar: SampleCalendar
    private let order: Shuffle

    /// Throws findings where a flow names a body that the organisations do not have.
    package init(
        shares: Int, seed: UInt64, flows: SampleFlows, organisations: [SampleOrganisation],
        asAt day: Day = SamplePortfolio.usualDay
    ) throws(Findings) {
        self.shares = Swift.max(0, shares)
        self.seed = seed
        self.flows = flows
        parties = try SampleParties(flows, organisations: organisations, seed: seed)
        plan = SamplePlan(shares: Swift.max(0, shares), weights: flows.flows.map(\.weight), seed: seed)
        calendar = SampleCalendar(asAt: day)
        order = Shuffle(count: Swift.max(1, shares), seed: seed)
    }

    package func makeIterator() -> Iterator {
        Iterator(portfolio: self)
    }

    package struct Iterator: IteratorProtocol {
        let portfolio: SamplePortfolio
        private var index = 0

        init(portfolio: SamplePortfolio) {
            self.portfolio = portfolio
        }

        package mutating func next() -> SampleRow? {
            guard index < portfolio.shares else { return nil }
            defer { index += 1 }
            return portfolio.row(index)
        }
    }

    /// Hands over the header and all rows as CSV in UTF-8, some 64 kB at a time; lines end in a single line feed.
    package func write(to sink: ([UInt8]) throws -> Void) rethrows {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(80_000)
        SampleCSV.append(SampleRow.header, to: &bytes)
        for row in self {
            SampleCSV.append(row.cells, to: &bytes)
            if bytes.count >= 65_536 {
                try sink(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        if !bytes.isEmpty { try sink(bytes) }
    }

    /// The row at an index of the register, from 0.
    private func row(_ index: Int) -> SampleRow {
        let place = order.position(of: index)
        let reference = SampleReference.text(row: index, seed: seed)
        let (share, kind, original) = shareAndOrigin(at: place)
        let relation = kind.map {
            $0.relation(to: SampleReference.text(row: order.number(at: original), seed: seed))
        }
        var clerk = SampleClerk(flows: flows, parties: parties, seed: seed, place: place)
        return clerk.row(share, reference: reference, relation: relation ?? .none)
    }
}
