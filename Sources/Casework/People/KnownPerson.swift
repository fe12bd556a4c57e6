import Ledger
package import Shares

/// Somebody with all that is known of them: their appointments, their last day, the account with which they sign in.
package struct KnownPerson: Hashable, Sendable, Codable {
    /// The account of a provider.
    package struct Account: Hashable, Sendable, Codable {
        package var issuer: String
        package var subject: String
        package var since: Instant
    }

    package var person: Person
    package var appointments: [Appointment]
    /// The last day of their work, where it is known.
    package var leaves: Day?
    package var account: Account?

    /// Nil where there is nobody of that id.
    init?(_ id: PersonID, in roster: Roster, links: [SignInLink]) {
        guard let person = roster[id] else { return nil }
        self.person = person
        appointments = roster.appointments.filter { $0.person == id }
        leaves = roster.departures[id]
        account = links.last { $0.person == id }.map {
            Account(issuer: $0.issuer, subject: $0.subject, since: $0.made)
        }
    }

    package var fingerprint: String { get throws { try Fingerprint.of(value: self) } }
}

extension Office {
    /// Everybody, in the order of their ids. Throws `Refusal` for anybody but the hub.
    package func everybody(as actor: PersonID) throws -> [KnownPerson] {
        try ledger.read { reader in
            _ = try hub(actor, may: "sees who everybody is", in: reader)
            let (roster, links) = (try roster.roster(in: reader), try reader.signInLinks())
            return roster.inOrder.compactMap { KnownPerson($0.id, in: roster, links: links) }
        }
    }

    /// One of them. Throws `Refusal` also where there is nobody of that id.
    package func knownPerson(_ id: PersonID, as actor: PersonID) throws -> KnownPerson {
        try ledger.read { reader in
            _ = try hub(actor, may: "sees who everybody is", in: reader)
            return try known(id, in: roster.roster(in: reader), reader)
        }
    }

    func known(_ id: PersonID, in roster: Roster, _ reader: LedgerReader) throws -> KnownPerson {
        guard let known = KnownPerson(id, in: roster, links: try reader.signInLinks()) else {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "no-person", "There is nobody of the id “\(id.rawValue.shortened(to: 80))”.")
            ])
        }
        return known
    }
}
