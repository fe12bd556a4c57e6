/// Days on which a person is on leave.
package struct Absence: Hashable, Sendable, Codable {
    package var person: PersonID
    package var first: Day
    package var last: Day

    package init(_ person: PersonID, from first: Day, to last: Day) {
        self.person = person
        self.first = first
        self.last = last
    }

    package var days: DaySpan { DaySpan(first, to: last) }
}
