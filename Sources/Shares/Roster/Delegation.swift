package import Workflows

/// One person acts for another in some of their roles, for a time that has an end.
///
/// What is delegated is not passed on: a delegate acts in roles that the principal holds themself.
package struct Delegation: Hashable, Sendable, Codable {
    /// Counts from 1 in an installation.
    package var number: Int
    package var principal: PersonID
    package var delegate: PersonID
    package var roles: [RoleName]
    package var first: Day
    package var last: Day
    package var reason: String

    package init(
        number: Int, from principal: PersonID, to delegate: PersonID, roles: [RoleName], first: Day, last: Day,
        reason: String
    ) {
        self.number = number
        self.principal = principal
        self.delegate = delegate
        self.roles = roles
        self.first = first
        self.last = last
        self.reason = reason
    }

    package var days: DaySpan { DaySpan(first, to: last) }

    /// `from 1 April 2026 to 30 April 2026`; of one that was ended before its first day that it never held.
    package var daysInWords: String {
        last < first ? "from \(first.inWords), ended before it began" : days.inWords
    }
}
