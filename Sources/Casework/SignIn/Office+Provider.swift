package import Ledger
package import Shares

/// Somebody as a provider has proved them: by an account that stays the same, and a name to find them by the first time.
package struct ProvenAccount: Hashable, Sendable {
    package enum Name: Hashable, Sendable {
        case id(String)
        case mail(String)
    }

    package var issuer: String
    package var subject: String
    /// Nil where the provider gives none that can be relied on.
    package var name: Name?

    package init(issuer: String, subject: String, name: Name?) {
        self.issuer = issuer
        self.subject = subject
        self.name = name
    }
}

/// Why somebody whom the provider has proved is not let in: for the log.
package enum AccountRefusal: Error, Hashable, Sendable {
    /// The provider did not say who it is.
    case nameless
    /// Nobody here has the id or address.
    case unknown
    /// Several people here have the address.
    case several([PersonID])
    case left(PersonID)
    /// The person signs in with another account of this issuer.
    case boundToAnother(PersonID)
}

extension Office {
    /// Begins the session of whoever has the account. The first time, the name finds the person and the account is bound to
    /// them; from then on the account alone counts, whatever it is called. `former` is the token of the session that the
    /// browser held until now, which ends. Throws `AccountRefusal`.
    package func signIn(with account: ProvenAccount, ending former: String? = nil) throws -> BegunSession {
        let now = surroundings.now()
        return try ledger.write { writer in
            let person = try person(with: account, at: now, in: writer)
            do { return try beginSession(for: person, at: now, ending: former, in: writer) } catch is SignInRefusal {
                throw AccountRefusal.left(person)
            }
        }
    }

    /// Which accounts of providers people sign in with.
    package func signInLinks() throws -> [SignInLink] { try ledger.read { try $0.signInLinks() } }

    /// Unbinds a person from their accounts, so that the next that is found by their name is bound, and ends their sessions.
    /// Throws `Refusal`.
    ///
    /// `actor` is the hub; nobody is named where it is done at the machine itself.
    @discardableResult
    package func unlink(
        _ id: PersonID, as actor: PersonID? = nil, ifSeen seen: Seen = .whatever, once: OnceOnly? = nil
    ) throws -> KnownPerson {
        try write(once: once, by: actor) { writer in
            _ = try person(id, in: writer.reader)
            if let actor { _ = try hub(actor, may: "unbinds somebody's account", in: writer.reader) }
            let roster = try self.roster.roster(in: writer.reader)
            try seen.hold(
                to: known(id, in: roster, writer.reader).fingerprint, "“\(id.rawValue.shortened(to: 80))”")
            try writer.forgetSignInLinks(of: id)
            return try known(id, in: roster, writer.reader)
        }
    }

    // MARK: -

    private func person(with account: ProvenAccount, at now: Instant, in writer: LedgerWriter) throws -> PersonID {
        if let link = try writer.reader.signInLink(issuer: account.issuer, subject: account.subject) {
            return link.person
        }
        let roster = try self.roster.roster(in: writer.reader)
        let named = try roster.inOrder.filter { try Self.isNamed($0, by: account.name) }
        let here = named.filter { !roster.hasLeft($0.id, on: now.dayInLondon) }
        guard let person = here.first?.id else {
            throw named.first.map { AccountRefusal.left($0.id) } ?? .unknown
        }
        guard here.count == 1 else { throw AccountRefusal.several(here.map(\.id)) }
        let isBound = try writer.reader.signInLinks().contains { $0.issuer == account.issuer && $0.person == person }
        if isBound { throw AccountRefusal.boundToAnother(person) }
        try writer.add(SignInLink(issuer: account.issuer, subject: account.subject, person: person, made: now))
        return person
    }

    /// By bytes, in which only the case of ASCII letters of an address is let be: other folds make strangers equal.
    private static func isNamed(_ person: Person, by name: ProvenAccount.Name?) throws -> Bool {
        switch name {
        case nil: throw AccountRefusal.nameless
        case .id(let id): person.id.rawValue.utf8.elementsEqual(id.utf8)
        case .mail(let mail): person.email.map { folded($0) == folded(mail) } ?? false
        }
    }

    private static func folded(_ mail: String) -> [UInt8] {
        mail.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
    }
}

extension AccountRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .nameless: "The provider does not say by which id or address the person is known here."
        case .unknown: "Nobody here has the id or address that the provider gives."
        case .several(let people): "Several people have the address that the provider gives: \(people.map(\.rawValue))."
        case .left(let person): "\(person) has left."
        case .boundToAnother(let person):
            "\(person) signs in with another account; “people unlink \(person)” lets them begin anew."
        }
    }
}
