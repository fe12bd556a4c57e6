import Ledger
package import Shares
import Workflows

extension Office {
    package func people() throws -> [Person] { try ledger.read { try roster.roster(in: $0) }.inOrder }

    /// Adds a person or changes what is known of them. Throws `Findings` where a role or spoke is not known.
    ///
    /// `actor` is who says so; nobody is named where it is done at the machine itself, as the first person must be.
    @discardableResult
    package func keep(
        _ person: Person, as actor: PersonID? = nil, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> KnownPerson {
        var findings = Findings()
        let id = person.id.rawValue
        let isName = id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        // No address can be made of dots alone (RFC 3986, section 5.2.4).
        let isDots = id.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        if isDots || !isName || person.id == .system || person.id == .importer {
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
        let department = try department().organisation
        if person.roles.contains("hub"), findings.errors.allSatisfy({ $0.rule != "unknown-organisation" }),
            person.organisation != department.id
        {
            findings.append(
                .error(
                    "hub-of-another", at: .field("role"),
                    "The hub sees and decides everything here: it is people of \(department.name) alone."))
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
        return try change(.kept(person), as: actor, ifSeen: seen, once: once)
    }

    /// Makes a change to the roster; gives whom it is about, as they are then. Throws `Refusal` with every reason why not,
    /// `Findings` where a spoke is not known.
    ///
    /// Nobody is named where it is done at the machine itself. `seen` is what was seen of whom it is about. Where nothing would
    /// change, nothing is written.
    @discardableResult
    package func change(
        _ change: RosterChange, as actor: PersonID? = nil, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> KnownPerson {
        let change = try understood(change)
        return try write(once: once, by: actor) { writer in
            let moment = try now(in: writer.reader)
            let id = change.person
            let after = try record(change, as: actor, at: moment, in: writer) { roster in
                try seen.hold(
                    to: KnownPerson(id, in: roster, links: writer.reader.signInLinks())?.fingerprint,
                    "“\(id.rawValue.shortened(to: 80))”")
            }
            return try known(id, in: after, writer.reader)
        }
    }

    /// Delegates roles; gives the delegation with its number.
    package func delegate(
        _ delegation: Delegation, as actor: PersonID? = nil, once: OnceOnly? = nil
    ) throws -> Delegation {
        try write(once: once, by: actor) { writer in
            var delegation = delegation
            delegation.number = try roster.roster(in: writer.reader).delegations.count + 1
            _ = try record(.delegated(delegation), as: actor, at: try now(in: writer.reader), in: writer)
            return delegation
        }
    }

    /// Ends a delegation: from today on nobody acts by it. Throws `Refusal`.
    package func endDelegation(
        _ number: Int, as actor: PersonID, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws {
        _ = try write(once: once, by: actor) { writer in
            let roster = try roster.roster(in: writer.reader)
            guard let delegation = roster.delegations.first(where: { $0.number == number }) else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "no-delegation", "There is no delegation \(number) that still holds.")
                ])
            }
            var ended = delegation
            // Not begun by then, it never holds.
            ended.last = max(today, ended.first).adding(days: -1)
            _ = try record(.delegationEnded(ended), as: actor, at: try now(in: writer.reader), in: writer) { _ in
                try seen.hold(to: delegation.fingerprint, "Delegation \(number)")
            }
            return number
        }
    }

    /// The people with everything that holds between them, as it is now.
    package func currentRoster() throws -> Roster { try ledger.read { try roster.roster(in: $0) } }

    /// Every change among the people, oldest first.
    package func rosterEntries() throws -> [RosterEntry] { try ledger.read { try $0.rosterEntries() } }

    /// Gives the roster after it. `isAsSeen` throws where the roster before it is not what somebody saw: who may not is not told.
    func record(
        _ change: RosterChange, as actor: PersonID?, at moment: Instant, in writer: LedgerWriter,
        _ isAsSeen: (Roster) throws -> Void = { _ in }
    ) throws -> Roster {
        let current = try roster.roster(in: writer.reader)
        let person = try actor.map { try self.person($0, in: writer.reader) } ?? .system
        let objections = current.objections(to: change, by: person, on: moment.day)
        if !objections.contains(where: { $0.question == .who }) { try isAsSeen(current) }
        guard objections.isEmpty else { throw Refusal(objections) }
        var after = current
        after.apply(change)
        if after != current {
            try writer.append(roster: change, at: moment, actor: person.id, role: person.recordedRole)
        }
        return after
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
