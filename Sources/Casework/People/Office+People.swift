import Ledger
package import Shares
import Workflows

extension Office {
    package func people() throws -> [Person] { try ledger.read { try roster.roster(in: $0) }.inOrder }

    /// Adds a person or changes what is known of them. Throws `Findings` where a role or spoke is not known.
    ///
    /// `actor` is who says so; nobody is named where it is done at the machine itself, as the first person must be.
    package func keep(_ person: Person, as actor: PersonID? = nil) throws {
        var findings = Findings()
        let id = person.id.rawValue
        let isName = id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        if id.isEmpty || !isName || person.id == .system || person.id == .importer {
            findings.append(
                .error(
                    "id-not-possible", at: .field("id"),
                    "An id is small letters, digits, hyphens and dots, and not taken."))
        }
        if person.name.trimmed.isEmpty || ForbiddenCharacters.first(in: person.name) != nil {
            findings.append(.error("name-not-possible", at: .field("name"), "A name is printable and not empty."))
        }
        for role in person.roles where !RoleName.known.contains(role) || role == .system {
            let known = RoleName.known.filter { $0 != .system }.map(\.rawValue).joined(separator: ", ")
            findings.append(.error("unknown-role", at: .field("role"), "“\(role)” is not a role: \(known)."))
        }
        if person.roles.isEmpty {
            findings.append(.error("role-missing", at: .field("role"), "A person has at least one role."))
        }
        var person = person
        let reference = try reference()
        let organisations = reference.organisations
        if let known = organisations[person.organisation] ?? organisations.resolve(person.organisation) {
            person.organisation = known.id
        } else {
            findings.append(
                .error(
                    "unknown-organisation", at: .field("organisation"),
                    "“\(person.organisation)” is not a known organisation."))
        }
        if let spoke = person.spoke {
            if let known = reference.spokes.resolve(spoke) {
                person.spoke = known.id
            } else {
                let known = reference.spokes.all.map(\.name).joined(separator: ", ")
                findings.append(.error("unknown-spoke", at: .field("spoke"), "“\(spoke)” is not a spoke: \(known)."))
            }
        }
        if let email = person.email, MailAddress(email) == nil {
            findings.append(
                .error(
                    "email-not-possible", at: .field("email"),
                    "“\(email.shortened(to: 80))” is no address that a letter can go to."))
        }
        if findings.hasErrors { throw findings }
        try change(.kept(person), as: actor)
    }

    /// Makes a change to the roster. Throws `Refusal` with every reason why not, `Findings` where a spoke is not known.
    ///
    /// Nobody is named where it is done at the machine itself. Where nothing would change, nothing is written.
    package func change(_ change: RosterChange, as actor: PersonID? = nil) throws {
        let change = try understood(change)
        try ledger.write { writer in
            let moment = try now(in: writer.reader)
            try record(change, as: actor, at: moment, in: writer)
        }
    }

    /// Delegates roles; gives the delegation with its number.
    package func delegate(_ delegation: Delegation, as actor: PersonID? = nil) throws -> Delegation {
        try ledger.write { writer in
            var delegation = delegation
            delegation.number = try roster.roster(in: writer.reader).delegations.count + 1
            try record(.delegated(delegation), as: actor, at: try now(in: writer.reader), in: writer)
            return delegation
        }
    }

    /// The people with everything that holds between them, as it is now.
    package func currentRoster() throws -> Roster { try ledger.read { try roster.roster(in: $0) } }

    /// Every change among the people, oldest first.
    package func rosterEntries() throws -> [RosterEntry] { try ledger.read { try $0.rosterEntries() } }

    func record(
        _ change: RosterChange, as actor: PersonID?, at moment: Instant, in writer: LedgerWriter
    ) throws {
        let current = try roster.roster(in: writer.reader)
        let person = try actor.map { try self.person($0, in: writer.reader) } ?? .system
        let objections = current.objections(to: change, by: person, on: moment.day)
        guard objections.isEmpty else { throw Refusal(objections) }
        var after = current
        after.apply(change)
        guard after != current else { return }
        try writer.append(roster: change, at: moment, actor: person.id, role: person.recordedRole)
    }

    /// Somebody of the hub; throws `Refusal`, which says what only the hub does, for anybody else.
    func hub(_ id: PersonID, may what: String, in reader: LedgerReader) throws -> Person {
        let person = try person(id, in: reader)
        guard person.roles.contains("hub") else {
            throw Refusal([
                Refusal.Reason(.who, rule: "not-your-role", "Only the hub \(what); \(id) is not that.")
            ])
        }
        return person
    }

    /// An appointment with its spoke by identifier.
    private func understood(_ change: RosterChange) throws -> RosterChange {
        switch change {
        case .appointed(var appointment):
            appointment.spoke = try appointment.spoke.map(spoke)
            return .appointed(appointment)
        case .appointmentEnded(var appointment):
            appointment.spoke = try appointment.spoke.map(spoke)
            return .appointmentEnded(appointment)
        default: return change
        }
    }

    private func spoke(_ text: String) throws -> String {
        let spokes = try reference().spokes
        if let known = spokes[text] ?? spokes.resolve(text) { return known.id }
        let known = spokes.all.map(\.name).joined(separator: ", ")
        throw Findings([.error("unknown-spoke", at: .field("spoke"), "“\(text)” is not a spoke: \(known).")])
    }
}
