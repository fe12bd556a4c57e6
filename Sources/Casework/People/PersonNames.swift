import Ledger
package import Shares
import Workflows

/// What people are called, of those whom somebody is told of; everybody else goes by their id.
package struct PersonNames: Hashable, Sendable {
    private var names: [PersonID: String]

    package init(_ names: [PersonID: String] = [:]) {
        self.names = names
    }

    package subscript(_ id: PersonID) -> String? { names[id] }

    /// `Ada Example (ada)`; the id alone of somebody whose name is not known or not told.
    package func words(_ id: PersonID) -> String { names[id].map { "\($0) (\(id))" } ?? id.rawValue }
}

extension Office {
    /// The names of these people: people of the department are told all, a partner those of its own organisation.
    package func names(of ids: Set<PersonID>, for person: Person) throws -> PersonNames {
        try names(of: ids, for: person, under: currentRoster())
    }

    func names(of ids: Set<PersonID>, for person: Person, under roster: Roster) throws -> PersonNames {
        let isTold = try isOfTheDepartment(person)
        return PersonNames(
            Dictionary(
                uniqueKeysWithValues: ids.compactMap { id in
                    roster[id].flatMap { isTold || $0.organisation == person.organisation ? (id, $0.name) : nil }
                }))
    }

    /// What organisations are called, by their ids; by its id itself one that the reference data does not have.
    package func organisationNames(of ids: some Sequence<String>) throws -> [String: String] {
        try Dictionary(ids.map { ($0, try name(ofOrganisation: $0)) }) { first, _ in first }
    }
}
