package import Workflows

/// Somebody who uses the installation, or a post that somebody holds.
package struct Person: Hashable, Sendable, Codable {
    package var id: PersonID
    package var name: String
    package var roles: [RoleName]
    /// The organisation they act for, by its identifier in the reference data.
    package var organisation: String
    package var spoke: String?
    package var email: String?

    package init(
        id: PersonID, name: String, roles: [RoleName], organisation: String, spoke: String? = nil, email: String? = nil
    ) {
        self.id = id
        self.name = name
        self.roles = roles
        self.organisation = organisation
        self.spoke = spoke
        self.email = email
    }

    /// Time itself.
    package static let system = Person(id: .system, name: "System", roles: ["system"], organisation: "")
}
