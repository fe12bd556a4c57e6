package import JSONValues

/// What the provider says of itself, checked (OpenID Connect Discovery 1.0, section 3).
package struct ProviderMetadata: Hashable, Sendable {
    /// How this client proves itself where tokens are given.
    enum ClientAuthentication: Sendable {
        case basic, post
    }

    package let authorization: ProviderAddress
    let token: ProviderAddress
    let keys: ProviderAddress
    let authentication: ClientAuthentication
    /// Whether it names itself in what it sends back (RFC 9207).
    package let namesItself: Bool

    /// Throws `OpenIDFault.discovery`.
    package init(_ document: JSONValue, for settings: OpenIDSettings) throws {
        func refuse(_ why: String) -> OpenIDFault { .discovery(why) }
        func list(_ name: String) throws -> [String]? {
            guard let value = document[name] else { return nil }
            guard let list = value.array else { throw refuse("“\(name)” is no list.") }
            return list.compactMap(\.string)
        }
        func endpoint(_ name: String) throws -> ProviderAddress {
            guard let address = document[name]?.string.flatMap({ ProviderAddress($0) }),
                !address.isPlain || settings.issuer.isPlain
            else { throw refuse("“\(name)” is no https address.") }
            return address
        }
        guard let issuer = document["issuer"]?.string, issuer.utf8.elementsEqual(settings.issuer.text.utf8) else {
            throw refuse("its “issuer” is not, byte for byte, that of the settings.")
        }
        authorization = try endpoint("authorization_endpoint")
        token = try endpoint("token_endpoint")
        keys = try endpoint("jwks_uri")
        guard try list("response_types_supported")?.contains("code") ?? false else {
            throw refuse("it does not do the code flow.")
        }
        let algorithms = try list("id_token_signing_alg_values_supported") ?? []
        guard algorithms.contains(where: { SigningAlgorithm(rawValue: $0) != nil }) else {
            throw refuse("it signs with none of RS256, PS256 and ES256.")
        }
        // Entra ID does PKCE and leaves this member out.
        if let methods = try list("code_challenge_methods_supported"), !methods.contains("S256") {
            throw refuse("it does not do PKCE with S256.")
        }
        let ways = try list("token_endpoint_auth_methods_supported") ?? ["client_secret_basic"]
        authentication = ways.contains("client_secret_basic") ? .basic : .post
        if settings.secret != nil, !ways.contains("client_secret_basic"), !ways.contains("client_secret_post") {
            throw refuse("it takes a client's secret neither as client_secret_basic nor as client_secret_post.")
        }
        namesItself = document["authorization_response_iss_parameter_supported"]?.bool ?? false
    }
}
