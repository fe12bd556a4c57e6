import Foundation
import JSONValues
import OpenID
import Shares
import TestProviders
import Testing

/// The provider as it is asked: discovery, keys, and the exchange of a code (against a real server on this machine).
struct OpenIDProviderTests {
    private static let now = TestTokens.now

    private static func attempt(_ byte: UInt8 = 7) throws -> OpenIDAttempt {
        try #require(OpenIDAttempt(secret: [UInt8](repeating: byte, count: 32), next: nil))
    }

    /// The whole of one sign-in.
    private static func identity(
        by provider: OpenIDProvider, at test: TestProvider, now: Instant = now, _ attempt: OpenIDAttempt
    ) async throws -> OpenIDIdentity {
        let address = try await provider.authorization(for: attempt, at: now)
        let answer = try test.code(at: address)
        return try await provider.identity(code: answer["code"] ?? "", of: attempt, at: now)
    }

    private static func later(_ seconds: Int64) -> Instant { Instant(milliseconds: now.milliseconds + seconds * 1000) }

    @Test func theAddressAsksForACodeWithAllThatTiesItToTheBrowser() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            let attempt = try Self.attempt()
            let address = try await provider.authorization(for: attempt, at: Self.now)
            let items = try #require(URLComponents(string: address)?.queryItems)
            let fields = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
            #expect(address.hasPrefix(test.origin + "/authorize?"))
            #expect(fields["response_type"] == "code")
            #expect(fields["client_id"] == "concordat-client")
            #expect(fields["redirect_uri"] == "http://localhost/sign-in/openid")
            #expect(fields["scope"] == "openid profile email")
            #expect(fields["state"] == attempt.state)
            #expect(fields["nonce"] == attempt.nonce)
            #expect(fields["code_challenge_method"] == "S256")
            #expect(fields["code_challenge"]?.utf8.count == 43)
            #expect(fields["code_challenge"] != attempt.verifier)
        }
    }

    @Test func aCodeBecomesWhoSomebodyIs() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            let identity = try await Self.identity(by: provider, at: test, Self.attempt())
            #expect(identity.issuer == test.origin)
            #expect(identity.subject == "AAAA-bbbb")
            #expect(identity.name == "owner@example.gov.uk")
            #expect(test.proofs == ["none"])
            // What it said of itself is kept.
            _ = try await Self.identity(by: provider, at: test, Self.attempt(8))
            #expect(test.asked("/.well-known/openid-configuration") == 1)
            #expect(test.asked("/keys") == 1)
            #expect(test.asked("/token") == 2)
        }
    }

    @Test func theSecretIsSentAsTheProviderTakesIt() async throws {
        try await TestProvider.running { test in
            let settings = try test.settings(
                ["client_secret": ["environment": "S"]], environment: ["S": "a b:c"])
            _ = try await Self.identity(by: OpenIDProvider(settings: settings, patience: 120), at: test, Self.attempt())
            // As a form writes each part (RFC 6749, section 2.3.1).
            let basic = Data("concordat-client:a%20b%3Ac".utf8).base64EncodedString()
            test.change { $0.discovery["token_endpoint_auth_methods_supported"] = ["client_secret_post"] }
            _ = try await Self.identity(
                by: OpenIDProvider(settings: settings, patience: 120), at: test, Self.attempt(8))
            #expect(test.proofs == ["Basic " + basic, "a b:c"])
        }
    }

    @Test func aCodeOfAnotherBrowserIsWorthNothing() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            let code = try test.code(at: await provider.authorization(for: Self.attempt(), at: Self.now))["code"] ?? ""
            let other = try Self.attempt(8)
            // PKCE: the provider refuses it.
            await #expect(throws: OpenIDFault.refused("invalid_grant")) {
                try await provider.identity(code: code, of: other, at: Self.now)
            }
        }
    }

    @Test func aTokenOfAnotherAttemptIsRefused() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            test.change { $0.claims["nonce"] = "another" }
            let attempt = try Self.attempt()
            await #expect(throws: OpenIDFault.token(.nonce)) {
                try await Self.identity(by: provider, at: test, attempt)
            }
        }
    }

    @Test func anAddressThatNobodyVerifiedNamesNobody() async throws {
        try await TestProvider.running { test in
            let settings = try test.settings(["person": ["claim": "email", "is": "mail"]])
            let provider = OpenIDProvider(settings: settings, patience: 120)
            test.change { $0.claims = ["email": "owner@example.gov.uk", "email_verified": false] }
            #expect(try await Self.identity(by: provider, at: test, Self.attempt()).name == nil)
            test.change { $0.claims["email_verified"] = true }
            #expect(try await Self.identity(by: provider, at: test, Self.attempt(8)).name == "owner@example.gov.uk")
        }
    }

    // MARK: - Keys

    @Test func newKeysAreAskedForAtMostOnceAMinute() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            _ = try await Self.identity(by: provider, at: test, Self.attempt(1))
            // The key has another id from now on.
            let rotated = try TestTokens.keys(["kid": "rsa-2"])
            test.change {
                $0.keys = rotated
                $0.keyID = "rsa-2"
            }
            let attempt = try Self.attempt(2)
            await #expect(throws: OpenIDFault.token(.unknownKey)) {
                try await Self.identity(by: provider, at: test, now: Self.later(59), attempt)
            }
            #expect(test.asked("/keys") == 1)
            _ = try await Self.identity(by: provider, at: test, now: Self.later(60), Self.attempt(3))
            #expect(test.asked("/keys") == 2)
            // A token with a key id that nobody has does not make it ask again and again.
            test.change { $0.keyID = "made-up" }
            for byte in UInt8(4)...6 {
                let attempt = try Self.attempt(byte)
                await #expect(throws: OpenIDFault.token(.unknownKey)) {
                    try await Self.identity(by: provider, at: test, now: Self.later(100), attempt)
                }
            }
            #expect(test.asked("/keys") == 2)
        }
    }

    @Test func aKeyThatIsTakenBackIsForgottenWithinTheHour() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            _ = try await Self.identity(by: provider, at: test, Self.attempt(1))
            test.change {
                $0.keys = ["keys": []]
                $0.now = Self.later(3600)
            }
            let attempt = try Self.attempt(2)
            await #expect(throws: OpenIDFault.token(.unknownKey)) {
                try await Self.identity(by: provider, at: test, now: Self.later(3600), attempt)
            }
        }
    }

    // MARK: - Discovery

    @Test(
        arguments: [
            ["issuer": "https://login.example.gov.uk"], ["issuer": .null],
            ["authorization_endpoint": "http://login.example.gov.uk/authorize"], ["token_endpoint": "/token"],
            ["jwks_uri": "file:///keys"], ["jwks_uri": .null], ["response_types_supported": ["id_token"]],
            ["response_types_supported": .null], ["id_token_signing_alg_values_supported": ["HS256", "none"]],
            ["code_challenge_methods_supported": ["plain"]],
        ] as [[String: JSONValue]])
    func aProviderThatCannotBeReliedOnIsNotUsed(change: [String: JSONValue]) async throws {
        try await TestProvider.running { test in
            test.change { $0.discovery = change }
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            let attempt = try Self.attempt()
            await #expect {
                try await provider.authorization(for: attempt, at: Self.now)
            } throws: { error in
                if case .discovery = error as? OpenIDFault { true } else { false }
            }
        }
    }

    @Test func aSlashAtTheEndIsAnotherIssuer() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(
                settings: try test.settings(["issuer": .string(test.origin + "/")]), patience: 120)
            let attempt = try Self.attempt()
            await #expect {
                try await provider.authorization(for: attempt, at: Self.now)
            } throws: { error in
                if case .discovery = error as? OpenIDFault { true } else { false }
            }
            #expect(test.asked("/.well-known/openid-configuration") == 1)
        }
    }

    /// Entra ID leaves this out, and does PKCE.
    @Test func aProviderThatDoesNotSpeakOfPKCEIsAskedForIt() async throws {
        try await TestProvider.running { test in
            test.change { $0.discovery = ["code_challenge_methods_supported": .null] }
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            #expect(try await provider.authorization(for: Self.attempt(), at: Self.now).contains("S256"))
        }
    }

    @Test(
        arguments: [
            (302, "{}"), (301, "{}"), (500, "{}"), (404, "{}"), (200, "<html>"), (200, "{\"issuer\":1,\"issuer\":2}"),
            (200, "{\"a\":\"" + String(repeating: "a", count: 1 << 20) + "\"}"),
        ])
    func anAnswerThatIsNoneIsAProviderThatCannotBeReached(status: Int, body: String) async throws {
        try await TestProvider.running { test in
            test.change { $0.answers["/.well-known/openid-configuration"] = (status, body) }
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            let attempt = try Self.attempt()
            for _ in 0..<2 {
                await #expect {
                    try await provider.authorization(for: attempt, at: Self.now)
                } throws: { error in
                    if case .unreachable = error as? OpenIDFault { true } else { false }
                }
            }
            // Where it leads is not followed, and it is not asked again at once.
            #expect(test.asked("/keys") == 0)
            #expect(test.asked("/.well-known/openid-configuration") == 1)
            test.change { $0.answers = [:] }
            _ = try await provider.authorization(for: attempt, at: Self.later(5))
        }
    }

    @Test func nothingIsFollowedFromWhereTokensAreGiven() async throws {
        try await TestProvider.running { test in
            let provider = OpenIDProvider(settings: try test.settings(), patience: 120)
            test.change { $0.answers["/token"] = (302, "{}") }
            let attempt = try Self.attempt()
            await #expect(throws: OpenIDFault.refused("status 302")) {
                try await Self.identity(by: provider, at: test, attempt)
            }
            #expect(test.asked("/keys") == 0)
            test.change { $0.answers["/token"] = (200, #"{"token_type": "Bearer", "access_token": "a"}"#) }
            let other = try Self.attempt(8)
            await #expect(throws: OpenIDFault.refused("there is no ID token in the answer")) {
                try await Self.identity(by: provider, at: test, other)
            }
        }
    }

    @Test(.timeLimit(.minutes(5))) func aBodyThatTricklesInIsNotWaitedFor() async throws {
        try await TestProvider.running { test in
            test.change { $0.endless = ["/.well-known/openid-configuration"] }
            let provider = OpenIDProvider(settings: try test.settings(), patience: 2)
            let attempt = try Self.attempt()
            await #expect(throws: OpenIDFault.unreachable("its answer took longer than 2 seconds.")) {
                try await provider.authorization(for: attempt, at: Self.now)
            }
        }
    }

    @Test func nobodyListensAndItIsSaid() async throws {
        let settings = try await TestProvider.running { try $0.settings() }
        let provider = OpenIDProvider(settings: settings, patience: 120)
        let attempt = try Self.attempt()
        await #expect {
            try await provider.authorization(for: attempt, at: Self.now)
        } throws: { error in
            if case .unreachable = error as? OpenIDFault { true } else { false }
        }
    }
}
