import Ledger
package import Shares
import Workflows

/// What a program is given for its key, for a short time.
package struct GivenToken: Hashable, Sendable {
    package var token: String
    /// In seconds.
    package var lasts: Int
    package var scopes: [APIScope]
}

/// Why a program is not given a token: the error codes of OAuth 2.0 (RFC 6749, section 5.2).
package enum TokenRefusal: String, Error, Hashable, Sendable {
    /// The same whatever is wrong with the key.
    case invalidClient = "invalid_client"
    case invalidScope = "invalid_scope"
}

extension Office {
    /// For how many seconds a token is good.
    package static var tokenLasts: Int { 900 }

    /// Whom a key or a token lets a program act as, and how far; nil where it is good for nothing.
    package func visitor(bearing secret: String) throws -> Visitor? {
        let now = surroundings.now()
        let digest = SecretText.digest(of: secret)
        guard
            let (key, scopes, person) = try ledger.read({ reader -> (APIKey, [APIScope], Person)? in
                let token = try reader.accessToken(digest: digest)
                guard token.map({ now < $0.ends }) ?? true,
                    let key = try token.map({ try reader.apiKey($0.key) }) ?? reader.apiKey(digest: digest),
                    let person = try person(using: key, at: now, in: reader)
                else { return nil }
                return (key, token?.scopes ?? key.scopes, person)
            })
        else { return nil }
        if now.milliseconds - (key.used?.milliseconds ?? 0) >= SignInLimits.written {
            try ledger.write { try $0.noteUse(ofAPIKey: key.number, at: now) }
        }
        return Visitor(person: person, formToken: "", scopes: Set(scopes))
    }

    /// A token for the client credentials of a key (RFC 6749, section 4.4), for all its scopes or for fewer. Throws
    /// `TokenRefusal`.
    package func token(client: String, secret: String, scopes wanted: [String]?) throws -> GivenToken {
        let now = surroundings.now()
        let digest = SecretText.digest(of: secret)
        // Whoever knows no key does not keep others from writing.
        guard try ledger.read({ try $0.apiKey(digest: digest) })?.actor.rawValue == client else {
            throw TokenRefusal.invalidClient
        }
        let token = SecretText.token(surroundings.randomBytes(32))
        return try ledger.write { writer in
            guard let key = try writer.reader.apiKey(digest: digest), key.actor.rawValue == client,
                try person(using: key, at: now, in: writer.reader) != nil
            else { throw TokenRefusal.invalidClient }
            let scopes = try wanted.map { names in
                try names.map { name in
                    guard let scope = APIScope(rawValue: name), key.scopes.contains(scope) else {
                        throw TokenRefusal.invalidScope
                    }
                    return scope
                }
            }
            let given = scopes ?? key.scopes
            guard !given.isEmpty else { throw TokenRefusal.invalidScope }
            let ends = Instant(milliseconds: now.milliseconds + Int64(Self.tokenLasts) * 1000)
            try writer.keep(
                AccessToken(digest: SecretText.digest(of: token), key: key.number, scopes: given, ends: ends), at: now)
            return GivenToken(token: token, lasts: Self.tokenLasts, scopes: given)
        }
    }

    /// As whom a key acts at a moment; nil where it is good for nothing.
    private func person(using key: APIKey, at now: Instant, in reader: LedgerReader) throws -> Person? {
        guard key.isGood(on: now.dayInLondon) else { return nil }
        switch key.holder {
        case .person(let id):
            let roster = try roster.roster(in: reader)
            return roster.hasLeft(id, on: now.dayInLondon) ? nil : roster[id]
        case .organisation(let organisation):
            return Person(id: key.actor, name: key.name, roles: ["partner"], organisation: organisation)
        }
    }

    /// As whom an organisation's key acts, where an id is that of one that is good.
    func person(ofKey id: PersonID, in reader: LedgerReader) throws -> Person? {
        guard id.rawValue.hasPrefix("key_"), let number = Int(id.rawValue.dropFirst(4)),
            let key = try reader.apiKey(number), key.actor == id, case .organisation = key.holder
        else { return nil }
        return try person(using: key, at: surroundings.now(), in: reader)
    }
}
