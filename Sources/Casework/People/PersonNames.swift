import Ledger
package import Shares
import Workflows

/// What people are called, of those whom somebody is told of; everybody else goes by their id.
package struct PersonNames: Hashable, Sendable {
    private var names: [PersonID: String]
    /// Of whom no more is told than the organisation that they act for: what it is called.
    private var organisations: [PersonID: String]

    package init(_ names: [PersonID: String] = [:], organisations: [PersonID: String] = [:]) {
        self.names = names
        self.organisations = organisations
    }

    package subscript(_ id: PersonID) -> String? { names[id] }

    /// Of somebody of whom no more is told.
    package func organisation(of id: PersonID) -> String? { organisations[id] }

    /// `Ada Example (ada)`; the organisation of somebody of whom no more is told, and the id alone where no name is known.
    package func words(_ id: PersonID) -> String {
        names[id].map { "\($0) (\(id))" } ?? organisations[id] ?? id.rawValue
    }
}

extension Office {
    /// The names of these people: people of the department are told all, a partner those of its own organisation, and of others
    /// for which organisation they acted.
    package func names(of ids: Set<PersonID>, for person: Person) throws -> PersonNames {
        try names(of: ids, for: person, under: currentRoster())
    }

    func names(of ids: Set<PersonID>, for person: Person, under roster: Roster) throws -> PersonNames {
        let isTold = try isOfTheDepartment(person)
        var names: [PersonID: String] = [:]
        var organisations: [PersonID: String] = [:]
        for one in ids.compactMap({ roster[$0] }) {
            if isTold || one.organisation == person.organisation {
                names[one.id] = one.name
            } else {
                organisations[one.id] = try name(ofOrganisation: one.organisation)
            }
        }
        return PersonNames(names, organisations: organisations)
    }

    /// What organisations are called, by their ids; by its id itself one that the reference data does not have.
    package func organisationNames(of ids: some Sequence<String>) throws -> [String: String] {
        try Dictionary(ids.map { ($0, try name(ofOrganisation: $0)) }) { first, _ in first }
    }
}
