import Crypto
package import JSONValues
package import Shares

/// What an ID token must say to be believed (OpenID Connect Core 1.0, section 3.1.3.7).
package struct IDTokenCheck: Sendable {
    let settings: OpenIDSettings
    let nonce: String
    let now: Instant
    /// How far two clocks may differ, in seconds.
    static let leeway = 60.0

    package init(settings: OpenIDSettings, nonce: String, now: Instant) {
        self.settings = settings
        self.nonce = nonce
        self.now = now
    }

    /// The claims of a token that one of the keys signed. Throws `IDTokenFault`, or `OpenIDFault.keys`.
    package func claims(of token: IDToken, under keys: ProviderKeys) async throws -> JSONValue {
        try await token.verifySignature(with: keys.key(named: token.keyID, for: token.algorithm))
        try check(token.claims)
        return token.claims
    }

    private func check(_ claims: JSONValue) throws {
        guard try Self.isSame(text("iss", in: claims), settings.issuer.text) else { throw IDTokenFault.issuer }
        try checkAudience(claims)
        try checkTimes(claims)
        guard let given = claims["nonce"]?.string, SHA256.isSame(given, nonce) else {
            throw IDTokenFault.nonce
        }
        let subject = try text("sub", in: claims)
        guard (1...255).contains(subject.utf8.count), subject.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw IDTokenFault.subject
        }
        for (name, value) in settings.required.sorted(by: { $0.key < $1.key }) {
            let isRight =
                if let text = value.string {
                    claims[name]?.string.map { Self.isSame($0, text) } ?? false
                } else {
                    claims[name] == value
                }
            guard isRight else { throw IDTokenFault.required(name) }
        }
    }

    private func checkAudience(_ claims: JSONValue) throws {
        let audience: [String]
        switch claims["aud"] {
        case .string(let one): audience = [one]
        case .array(let many):
            audience = many.compactMap(\.string)
            guard audience.count == many.count else { throw IDTokenFault.audience }
        default: throw IDTokenFault.missing("aud")
        }
        guard audience.contains(where: { Self.isSame($0, settings.clientID) }) else { throw IDTokenFault.audience }
        let party = claims["azp"]
        if audience.count > 1 || party != nil {
            guard let party = party?.string, Self.isSame(party, settings.clientID) else {
                throw IDTokenFault.authorizedParty
            }
        }
    }

    private func checkTimes(_ claims: JSONValue) throws {
        let now = Double(now.milliseconds) / 1000
        func seconds(_ name: String) throws -> Double {
            guard let value = claims[name]?.double, value.isFinite else { throw IDTokenFault.missing(name) }
            return value
        }
        guard try now < seconds("exp") + Self.leeway else { throw IDTokenFault.expired }
        guard try seconds("iat") <= now + Self.leeway else { throw IDTokenFault.early }
        if claims["nbf"] != nil {
            guard try seconds("nbf") <= now + Self.leeway else { throw IDTokenFault.early }
        }
    }

    private func text(_ name: String, in claims: JSONValue) throws -> String {
        guard let text = claims[name]?.string else { throw IDTokenFault.missing(name) }
        return text
    }

    /// By their bytes: Swift takes texts of different bytes for equal.
    private static func isSame(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
}
