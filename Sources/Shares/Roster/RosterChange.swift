package import Workflows

/// Something that changed among the people of the installation.
package enum RosterChange: Hashable, Sendable {
    /// A person was added, or what is known of them was changed.
    case kept(Person)
    case appointed(Appointment)
    /// The appointment is the one of this person, post and spoke; its last day is given in it.
    case appointmentEnded(Appointment)
    case delegated(Delegation)
    /// With the last day on which it holds.
    case delegationEnded(Delegation)
    case absent(Absence)
    case left(Departure)
    /// Back from leave, or taken on again, from a day on.
    case returned(Return)

    /// Whom it is about; of a delegation who delegates.
    package var person: PersonID {
        switch self {
        case .kept(let person): person.id
        case .appointed(let appointment), .appointmentEnded(let appointment): appointment.person
        case .delegated(let delegation), .delegationEnded(let delegation): delegation.principal
        case .absent(let absence): absence.person
        case .left(let departure): departure.person
        case .returned(let back): back.person
        }
    }

    /// The last day of a person's work.
    package struct Departure: Hashable, Sendable, Codable {
        package var person: PersonID
        package var last: Day

        package init(_ person: PersonID, last: Day) {
            self.person = person
            self.last = last
        }
    }

    package struct Return: Hashable, Sendable, Codable {
        package var person: PersonID
        package var first: Day

        package init(_ person: PersonID, first: Day) {
            self.person = person
            self.first = first
        }
    }
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
        case kept, appointed, delegated, absent, left, returned
        case appointmentEnded = "appointment-ended"
        case delegationEnded = "delegation-ended"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        guard let key = container.allKeys.first else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: container.codingPath, debugDescription: "no change that is known"))
        }
        switch key {
        case .kept: self = .kept(try container.decode(Person.self, forKey: key))
        case .appointed: self = .appointed(try container.decode(Appointment.self, forKey: key))
        case .appointmentEnded: self = .appointmentEnded(try container.decode(Appointment.self, forKey: key))
        case .delegated: self = .delegated(try container.decode(Delegation.self, forKey: key))
        case .delegationEnded: self = .delegationEnded(try container.decode(Delegation.self, forKey: key))
        case .absent: self = .absent(try container.decode(Absence.self, forKey: key))
        case .left: self = .left(try container.decode(Departure.self, forKey: key))
        case .returned: self = .returned(try container.decode(Return.self, forKey: key))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .kept(let person): try container.encode(person, forKey: .kept)
        case .appointed(let appointment): try container.encode(appointment, forKey: .appointed)
        case .appointmentEnded(let appointment): try container.encode(appointment, forKey: .appointmentEnded)
        case .delegated(let delegation): try container.encode(delegation, forKey: .delegated)
        case .delegationEnded(let delegation): try container.encode(delegation, forKey: .delegationEnded)
        case .absent(let absence): try container.encode(absence, forKey: .absent)
        case .left(let departure): try container.encode(departure, forKey: .left)
        case .returned(let back): try container.encode(back, forKey: .returned)
        }
    }
}
