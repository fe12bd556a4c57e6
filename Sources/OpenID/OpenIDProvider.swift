import Foundation
import JSONValues
package import Shares

/// The provider by which people sign in, with what it said of itself and of its keys kept for a while.
package actor OpenIDProvider {
    package nonisolated let settings: OpenIDSettings
    private let connection: ProviderConnection
    private var metadata: (value: ProviderMetadata, at: Instant)?
    private var keys: (value: ProviderKeys, at: Instant)?
    private var discovery: Task<ProviderMetadata, any Error>?
    private var failed: Instant?
    private var asked: Instant?
    private var underway = 0

    /// In milliseconds.
    private static let kept: Int64 = 60 * 60_000
    private static let keysAskedEach: Int64 = 60_000
    private static let restsAfterFailure: Int64 = 5000
    private static let exchangesAtOnce = 16

    /// `patience`: how long the provider may take to answer, in seconds.
    package init(settings: OpenIDSettings, patience: Int64 = 10) {
        self.settings = settings
        connection = ProviderConnection(settings, patience: patience)
    }

    /// Where the browser goes to sign in (OpenID Connect Core 1.0, section 3.1.2.1). Throws `OpenIDFault`.
    package func authorization(for attempt: OpenIDAttempt, at now: Instant) async throws -> String {
        let endpoint = try await metadata(at: now).authorization.text
        let query = FormText.text([
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", settings.redirectAddress),
            ("scope", settings.scopes.joined(separator: " ")), ("state", attempt.state), ("nonce", attempt.nonce),
            ("code_challenge", attempt.challenge), ("code_challenge_method", "S256"),
        ])
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query
    }

    /// Whether the answer is from this provider, by what it says of itself (RFC 9207, section 2.4).
    package func isFromHere(_ issuer: String?, at now: Instant) async throws -> Bool {
        if let issuer { return issuer.utf8.elementsEqual(settings.issuer.text.utf8) }
        return try await !metadata(at: now).namesItself
    }

    /// Who brings a code, by the ID token that it is exchanged for. Throws `OpenIDFault`.
    package func identity(code: String, of attempt: OpenIDAttempt, at now: Instant) async throws -> OpenIDIdentity {
        guard underway < Self.exchangesAtOnce else { throw OpenIDFault.busy }
        underway += 1
        defer { underway -= 1 }
        let metadata = try await metadata(at: now)
        let text = try await exchange(code, of: attempt, at: metadata)
        do {
            let token = try IDToken(text)
            let check = IDTokenCheck(settings: settings, nonce: attempt.nonce, now: now)
            let claims = try await check.claims(of: token, under: try await keys(for: token, metadata, at: now))
            return try OpenIDIdentity(claims, by: settings)
        } catch let fault as IDTokenFault {
            throw OpenIDFault.token(fault)
        }
    }

    /// The ID token (RFC 6749, section 4.1.3). The access token is not kept: nothing is asked with it.
    private func exchange(_ code: String, of attempt: OpenIDAttempt, at metadata: ProviderMetadata) async throws
        -> String
    {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", settings.redirectAddress),
            ("code_verifier", attempt.verifier),
        ]
        var proof: String?
        if let secret = settings.secret, metadata.authentication == .basic {
            let pair = FormText.escaped(settings.clientID) + ":" + FormText.escaped(secret.text)
            proof = "Basic " + Data(pair.utf8).base64EncodedString()
        } else {
            fields.append(("client_id", settings.clientID))
            if let secret = settings.secret { fields.append(("client_secret", secret.text)) }
        }
        let reply = try await connection.post(FormText.text(fields), to: metadata.token.text, proof: proof)
        guard reply.status == 200 else {
            throw OpenIDFault.refused(reply.body["error"]?.string ?? "status \(reply.status)")
        }
        guard reply.body["token_type"]?.string?.lowercased() == "bearer", let token = reply.body["id_token"]?.string
        else { throw OpenIDFault.refused("there is no ID token in the answer") }
        return token
    }

    // MARK: - What is kept

    private func metadata(at now: Instant) async throws -> ProviderMetadata {
        if let metadata, Self.isWithin(Self.kept, of: metadata.at, now) { return metadata.value }
        // One question for everybody who waits for its answer.
        if let discovery { return try await discovery.value }
        if let failed, Self.isWithin(Self.restsAfterFailure, of: failed, now) {
            throw OpenIDFault.unreachable("it was asked a moment ago.")
        }
        let asking = Task { [connection, settings] in
            try ProviderMetadata(try await connection.get(settings.discoveryAddress), for: settings)
        }
        discovery = asking
        defer { discovery = nil }
        do {
            let found = try await asking.value
            metadata = (found, now)
            failed = nil
            return found
        } catch {
            failed = now
            throw error
        }
    }

    /// The keys, asked for anew where none has the token's key id: at most once a minute, whatever tokens come.
    private func keys(
        for token: IDToken, _ metadata: ProviderMetadata, at now: Instant
    ) async throws -> ProviderKeys {
        if let keys, Self.isWithin(Self.kept, of: keys.at, now) {
            let isKnown = (try? keys.value.key(named: token.keyID, for: token.algorithm)) != nil
            if isKnown || asked.map({ Self.isWithin(Self.keysAskedEach, of: $0, now) }) ?? false { return keys.value }
        }
        asked = now
        let found = try ProviderKeys(try await connection.get(metadata.keys.text))
        keys = (found, now)
        return found
    }

    private static func isWithin(_ span: Int64, of moment: Instant, _ now: Instant) -> Bool {
        (0..<span).contains(now.milliseconds - moment.milliseconds)
    }
}
