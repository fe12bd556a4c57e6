import JSONValues
import OpenID
import TestProviders
import Testing

/// A discovery document that came by https leads nowhere else (OpenID Connect Discovery 1.0, section 3).
struct ProviderMetadataTests {
    private static func metadata(_ changes: [String: JSONValue]) throws -> ProviderMetadata {
        let origin = "https://login.example.gov.uk"
        var members: [String: JSONValue] = [
            "issuer": .string(TestTokens.issuer), "authorization_endpoint": .string(origin + "/authorize"),
            "token_endpoint": .string(origin + "/token"), "jwks_uri": .string(origin + "/keys"),
            "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"],
        ]
        members.merge(changes) { $1 }
        return try ProviderMetadata(.object(members), for: TestTokens.settings())
    }

    @Test(arguments: ["authorization_endpoint", "token_endpoint", "jwks_uri"])
    func anEndpointOnPlainHTTPIsRefusedEvenOnThisMachine(name: String) throws {
        #expect(throws: Never.self) { try Self.metadata([:]) }
        #expect(throws: OpenIDFault.discovery("“\(name)” is no https address.")) {
            try Self.metadata([name: "http://127.0.0.1:80/x"])
        }
    }
}
