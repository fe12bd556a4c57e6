import Ledger
package import Shares

/// Somebody who has signed in: what a page knows of whoever looks at it.
package struct Visitor: Hashable, Sendable {
    package var person: Person
    /// What every form of this session carries, so that no other site's form is taken for one of ours.
    package var formToken: String
    /// How far a program may act with its key; nil for somebody who has signed in.
    package var scopes: Set<APIScope>?
    /// Chosen anew whenever a page is asked for, so that a form of it is known again where it is sent twice.
    package var formKey = ""
}

/// A session that has begun: the token is told once, to the browser.
package struct BegunSession: Hashable, Sendable {
    package var token: String
    package var visitor: Visitor
}

/// Why somebody is not signed in: the same words whether the person or the password is wrong.
package enum SignInRefusal: Error, Hashable, Sendable {
    case wrong
    /// Too many failures from where they are: not before this moment, in so many seconds.
    case wait(until: Instant, seconds: Int)
}

extension Office {
    /// Sets a person's password and ends their sessions. Throws `Findings` where it will not do.
    ///
    /// `actor` is the person or the hub; nobody is named where it is done at the machine itself.
    package func setPassword(of id: PersonID, to password: String, as actor: PersonID? = nil) throws {
        if let objection = Password.objection(to: password, of: id.rawValue) {
            throw Findings([.error("password-weak", at: .field("password"), objection)])
        }
        let verifier = try Password.verifier(of: password, salt: surroundings.randomBytes(16))
        try ledger.write { writer in
            _ = try person(id, in: writer.reader)
            if let actor, actor != id { _ = try hub(actor, may: "sets another person's password", in: writer.reader) }
            try writer.keep(Account(person: id, verifier: verifier, changed: surroundings.now()))
        }
    }

    /// Whether anybody has a password yet.
    package func hasAccounts() throws -> Bool { try ledger.read { try $0.hasAccounts() } }

    /// How long an attempt to sign in as a person is made to wait before it is looked at: so many have failed, from wherever.
    package func signInDelay(as id: PersonID) throws -> Duration {
        let since = Instant(milliseconds: surroundings.now().milliseconds - SignInLimits.failureWindow)
        return SignInLimits.delay(after: try ledger.read { try $0.failedSignIns(as: id, since: since).count })
    }

    /// Checks a password and begins a session. Throws `SignInRefusal`. Takes 32 MiB and some tenths of a second of a core: whoever
    /// serves many lets a few at a time do it.
    ///
    /// `address` is that from which somebody tries, in the form of `InternetAddress.whose`: only their own failures shut them out.
    /// `former` is the token of the session that the browser held until now, which ends.
    package func signIn(
        as id: PersonID, password: String, from address: String, ending former: String? = nil
    ) throws -> BegunSession {
        let now = surroundings.now()
        let since = Instant(milliseconds: now.milliseconds - SignInLimits.failureWindow)
        let (account, own, all) = try ledger.read { reader in
            (
                try reader.account(of: id), try reader.failedSignIns(as: id, from: address, since: since),
                try reader.failedSignIns(from: address, since: since)
            )
        }
        for (failures, most) in [(own, SignInLimits.failures), (all, SignInLimits.failuresOfAddress)] {
            guard failures.count >= most, let first = failures.suffix(most).first else { continue }
            throw SignInRefusal.wait(
                until: Instant(milliseconds: first.milliseconds + SignInLimits.failureWindow),
                seconds: Int((first.milliseconds + SignInLimits.failureWindow - now.milliseconds + 999) / 1000))
        }
        let matches = try Password.matches(password, account?.verifier ?? Password.nobody ?? "")
        guard account != nil, matches else {
            try ledger.write {
                try $0.noteFailedSignIn(as: id, from: address, at: now, forgettingBefore: since)
            }
            throw SignInRefusal.wrong
        }
        return try ledger.write { writer in
            try writer.forgetFailedSignIns(as: id, from: address)
            return try beginSession(for: id, at: now, ending: former, in: writer)
        }
    }

    /// Begins a session for somebody who has proved who they are. Throws `SignInRefusal` for whoever has left.
    package func beginSession(for id: PersonID) throws -> BegunSession {
        try ledger.write { try beginSession(for: id, at: surroundings.now(), in: $0) }
    }

    func beginSession(
        for id: PersonID, at now: Instant, ending former: String? = nil, in writer: LedgerWriter
    ) throws -> BegunSession {
        let token = SecretText.text(of: surroundings.randomBytes(32))
        let formToken = SecretText.text(of: surroundings.randomBytes(32))
        let roster = try self.roster.roster(in: writer.reader)
        guard let person = roster[id], !roster.hasLeft(id, on: now.dayInLondon) else { throw SignInRefusal.wrong }
        if let former { try writer.endSession(tokenDigest: SecretText.digest(of: former)) }
        try writer.forgetSignIns(before: Instant(milliseconds: now.milliseconds - SignInLimits.whole))
        try writer.keep(
            StoredSession(
                tokenDigest: SecretText.digest(of: token), person: id, formToken: formToken, began: now, used: now))
        return BegunSession(token: token, visitor: Visitor(person: person, formToken: formToken))
    }

    /// Whose session a token is; nil where there is none, or it has ended by itself.
    package func visitor(holding token: String) throws -> Visitor? {
        let now = surroundings.now()
        let digest = SecretText.digest(of: token)
        let (session, roster) = try ledger.read { reader in
            (try reader.session(tokenDigest: digest), try self.roster.roster(in: reader))
        }
        guard var session, now.milliseconds - session.began.milliseconds < SignInLimits.whole,
            now.milliseconds - session.used.milliseconds < SignInLimits.idle, let person = roster[session.person],
            !roster.hasLeft(person.id, on: now.dayInLondon)
        else { return nil }
        if now.milliseconds - session.used.milliseconds >= SignInLimits.written {
            session.used = now
            let used = session
            try ledger.write { try $0.keep(used) }
        }
        return Visitor(
            person: person, formToken: session.formToken, formKey: SecretText.text(of: surroundings.randomBytes(16)))
    }

    package func signOut(_ token: String) throws {
        try ledger.write { try $0.endSession(tokenDigest: SecretText.digest(of: token)) }
    }
}
