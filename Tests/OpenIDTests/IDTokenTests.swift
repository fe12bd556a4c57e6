import CryptoExtras
import Foundation
import JSONValues
import OpenID
import Shares
import TestProviders
import Testing

/// What an ID token must be (OpenID Connect Core 1.0, section 3.1.3.7; RFC 8725).
struct IDTokenTests {
    private static func subject(
        of text: String, settings: OpenIDSettings? = nil, keys: JSONValue? = nil
    ) async throws -> String? {
        let check = IDTokenCheck(
            settings: try settings ?? TestTokens.settings(), nonce: TestTokens.nonce, now: TestTokens.now)
        let keys = try ProviderKeys(keys ?? TestTokens.keys())
        return try await check.claims(of: IDToken(text), under: keys)["sub"]?.string
    }

    @Test func aTokenThatIsAsItShouldBeIsTakenByEachAlgorithm() async throws {
        #expect(try await Self.subject(of: TestTokens.token(signed: .rs256)) == "AAAA-bbbb")
        #expect(try await Self.subject(of: TestTokens.token(signed: .ps256)) == "AAAA-bbbb")
        #expect(try await Self.subject(of: TestTokens.token(signed: .es256)) == "AAAA-bbbb")
    }

    // MARK: - Signature

    @Test func aTokenThatNobodySignedIsRefused() async throws {
        let none = try TestTokens.token(signed: .nothing)
        await #expect(throws: IDTokenFault.algorithm("none")) { try await Self.subject(of: none) }
        for name in ["None", "nOnE", "NONE"] {
            let token = try TestTokens.token(header: ["alg": .string(name)], signed: .nothing)
            await #expect(throws: IDTokenFault.algorithm(name)) { try await Self.subject(of: token) }
        }
        let cut = try TestTokens.token().split(separator: ".").prefix(2).joined(separator: ".") + "."
        await #expect(throws: IDTokenFault.signature) { try await Self.subject(of: cut) }
    }

    @Test func aPublicKeyIsNoSecret() async throws {
        let key = try TestTokens.rsa.get().publicKey
        for secret in [key.derRepresentation, Data(key.pemRepresentation.utf8)] {
            let token = try TestTokens.token(signed: .hs256(secret))
            await #expect(throws: IDTokenFault.algorithm("HS256")) { try await Self.subject(of: token) }
            // Nor where the header says something else than what was done.
            let lying = try TestTokens.token(header: ["alg": "RS256", "kid": "rsa-1"], signed: .hs256(secret))
            await #expect(throws: IDTokenFault.signature) { try await Self.subject(of: lying) }
        }
    }

    @Test func aTokenThatWasChangedIsRefused() async throws {
        let parts = try TestTokens.token().split(separator: ".").map(String.init)
        var claims = TestTokens.claims
        claims["sub"] = "somebody-else"
        let other = TestTokens.base64(JSONValue.object(claims).compact.utf8)
        await #expect(throws: IDTokenFault.signature) {
            try await Self.subject(of: [parts[0], other, parts[2]].joined(separator: "."))
        }
    }

    @Test func anUnknownKeyIdFallsBackToNoOtherKey() async throws {
        let token = try TestTokens.token(header: ["alg": "RS256", "kid": "another"])
        await #expect(throws: IDTokenFault.unknownKey) { try await Self.subject(of: token) }
        let swapped = try TestTokens.token(header: ["alg": "RS256", "kid": "ec-1"])
        await #expect(throws: IDTokenFault.unknownKey) { try await Self.subject(of: swapped) }
    }

    @Test(
        arguments: [
            ["use": "enc"], ["alg": "PS256"], ["alg": "RSA-OAEP"], ["key_ops": ["encrypt"]], ["kty": "oct"],
        ] as [[String: JSONValue]])
    func aKeyThatIsForSomethingElseSignsNothing(change: [String: JSONValue]) async throws {
        let keys = try TestTokens.keys(change)
        let token = try TestTokens.token()
        await #expect(throws: IDTokenFault.unknownKey) { try await Self.subject(of: token, keys: keys) }
    }

    @Test func aTokenWithoutAKeyIdNeedsTheOnlyKeyThatFits() async throws {
        let token = try TestTokens.token(header: ["alg": "RS256"])
        #expect(try await Self.subject(of: token) == "AAAA-bbbb")
        let keys = try TestTokens.keys()["keys"]?.array ?? []
        let twice = JSONValue.object(["keys": .array(keys + keys)])
        await #expect(throws: IDTokenFault.ambiguousKey) { try await Self.subject(of: token, keys: twice) }
    }

    // MARK: - Form

    @Test(arguments: ["", "a.b", "a.b.c.d", "..", "a b.c.d", "e30=.e30=.e30="])
    func whatIsNoTokenIsRefused(text: String) {
        #expect(throws: IDTokenFault.self) { try IDToken(text) }
    }

    @Test func membersThatComeTwiceAreRefused() async throws {
        let payload = JSONValue.object(TestTokens.claims).compact.dropLast() + ",\"sub\":\"somebody-else\"}"
        let token = try TestTokens.token(payload: String(payload))
        await #expect(throws: IDTokenFault.malformed("its payload is no strict JSON.")) {
            try await Self.subject(of: token)
        }
        let header = try TestTokens.token(
            payload: JSONValue.object(TestTokens.claims).compact,
            headerText: #"{"alg":"RS256","kid":"rsa-1","alg":"none"}"#, signed: .rs256)
        await #expect(throws: IDTokenFault.malformed("its header is no strict JSON.")) {
            try await Self.subject(of: header)
        }
    }

    @Test func anotherKindOfTokenIsRefused() async throws {
        for header: [String: JSONValue] in [
            ["alg": "RS256", "kid": "rsa-1", "typ": "at+jwt"],
            ["alg": "RS256", "kid": "rsa-1", "crit": ["exp"], "exp": 1],
        ] {
            let token = try TestTokens.token(header: header)
            await #expect {
                try await Self.subject(of: token)
            } throws: { error in
                if case .kind = error as? IDTokenFault { true } else { false }
            }
        }
    }

    // MARK: - Claims

    @Test(
        arguments: [
            ("iss", "https://login.example.gov.uk/tenant/v2.0/", .issuer), ("iss", nil, .missing("iss")),
            ("iss", "https://login.example.gov.uk/other/v2.0", .issuer),
            ("aud", "another-client", .audience), ("aud", [], .audience), ("aud", nil, .missing("aud")),
            ("aud", ["another-client"], .audience), ("aud", ["concordat-client", 1], .audience),
            ("aud", ["concordat-client", "another-client"], .authorizedParty),
            ("azp", "another-client", .authorizedParty), ("azp", 1, .authorizedParty),
            ("nonce", "another", .nonce), ("nonce", nil, .nonce), ("nonce", 1, .nonce),
            ("exp", 1_779_999_940, .expired), ("exp", nil, .missing("exp")), ("exp", "1780000300", .missing("exp")),
            ("iat", 1_780_000_061, .early), ("iat", nil, .missing("iat")),
            ("nbf", 1_780_000_061, .early), ("nbf", "now", .missing("nbf")),
            ("sub", "", .subject), ("sub", nil, .missing("sub")), ("sub", "é", .subject), ("sub", "a\nb", .subject),
            ("sub", .string(String(repeating: "a", count: 256)), .subject),
            ("tid", "another", .required("tid")), ("tid", nil, .required("tid")), ("tid", ["tenant"], .required("tid")),
            ("tid", "tenant ", .required("tid")),
        ] as [(String, JSONValue?, IDTokenFault)])
    func aClaimThatIsWrongHasItsReason(name: String, value: JSONValue?, fault: IDTokenFault) async throws {
        var claims = TestTokens.claims
        claims[name] = value
        let token = try TestTokens.token(claims, signed: .es256)
        await #expect(throws: fault) { try await Self.subject(of: token) }
    }

    @Test(
        arguments: [
            ("exp", 1_779_999_941), ("iat", 1_780_000_060), ("nbf", 1_780_000_060), ("exp", 1_780_000_000.5),
            ("aud", ["concordat-client"]), ("azp", "concordat-client"),
            ("sub", .string(String(repeating: "a", count: 255))),
        ] as [(String, JSONValue)])
    func whatIsWithinTheLimitsIsTaken(name: String, value: JSONValue) async throws {
        var claims = TestTokens.claims
        claims[name] = value
        #expect(try await Self.subject(of: TestTokens.token(claims, signed: .es256)) != nil)
    }

    @Test func severalAudiencesAreTakenWhereThisClientIsTheParty() async throws {
        var claims = TestTokens.claims
        claims["aud"] = ["concordat-client", "another-client"]
        claims["azp"] = "concordat-client"
        #expect(try await Self.subject(of: TestTokens.token(claims, signed: .es256)) == "AAAA-bbbb")
    }
}
