/// The days from a first to a last, both included; without a last it goes on.
package struct DaySpan: Hashable, Sendable, Codable {
    package var first: Day
    package var last: Day?

    package init(_ first: Day, to last: Day? = nil) {
        self.first = first
        self.last = last
    }

    package func contains(_ day: Day) -> Bool { first <= day && last.map { day <= $0 } ?? true }

    package func meets(_ other: DaySpan) -> Bool {
        (last.map { other.first <= $0 } ?? true) && (other.last.map { first <= $0 } ?? true)
    }

    /// `from 1 April 2026 to 30 April 2026`.
    package var inWords: String { "from \(first.inWords)" + (last.map { " to \($0.inWords)" } ?? "") }
}
