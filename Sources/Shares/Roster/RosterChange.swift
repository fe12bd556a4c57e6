package import Workflows

/// Something that changed among the people of the installation.
package enum RosterChange: Hashable, Sendable {
    /// A person was added, or what is known of them was changed.
    case kept(Person)
}

/// A change to the roster with who made it, and when.
package struct RosterEntry: Hashable, Sendable {
    /// Counts from 1.
    package var version: Int
    package var at: Instant
    package var actor: PersonID
    package var role: RoleName
    package var change: RosterChange

    package init(version: Int, at: Instant, actor: PersonID, role: RoleName, change: RosterChange) {
        self.version = version
        self.at = at
        self.actor = actor
        self.role = role
        self.change = change
    }
}

extension RosterChange: Codable {
    private enum Keys: String, CodingKey {
        case kept
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        self = .kept(try container.decode(Person.self, forKey: .kept))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .kept(let person): try container.encode(person, forKey: .kept)
        }
    }
}
