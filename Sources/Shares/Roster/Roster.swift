/// The people of the installation and what holds between them: the fold of every change to it, and nothing else.
package struct Roster: Hashable, Sendable {
    package private(set) var people: [PersonID: Person]

    package init(_ people: [Person] = []) {
        self.people = Dictionary(people.map { ($0.id, $0) }) { _, last in last }
    }

    package subscript(_ id: PersonID) -> Person? { people[id] }

    /// Everybody, in the order of their identifiers.
    package var inOrder: [Person] { people.values.sorted { $0.id < $1.id } }

    /// The roster after one more change.
    package mutating func apply(_ change: RosterChange) {
        switch change {
        case .kept(let person): people[person.id] = person
        }
    }
}
