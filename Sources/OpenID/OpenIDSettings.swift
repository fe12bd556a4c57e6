package import JSONValues

/// By which provider people sign in: a file that a department writes (`docs/sign-in.md`; `Samples/sign-in/openid.json`).
package struct OpenIDSettings: Sendable {
    /// Which claim of the ID token names somebody at their first sign-in, and what it names them by.
    package struct PersonClaim: Hashable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            /// Their id here.
            case id
            /// Their mail address here.
            case mail
        }

        package var claim: String
        package var kind: Kind
    }

    package struct Proxy: Hashable, Sendable {
        package var host: String
        package var port: Int
    }

    package let issuer: ProviderAddress
    package let clientID: String
    /// Nil for a public client, which PKCE alone protects.
    package let secret: ClientSecret?
    /// The origin at which browsers reach the pages.
    package let site: ProviderAddress
    /// What the provider is called on the page: “Entra ID”.
    package let button: String
    package let scopes: [String]
    package let person: PersonClaim
    /// Claims that must be there with exactly this value: a text, a whole number, true or false.
    package let required: [String: JSONValue]
    /// A file of certificates in PEM, whole path; nil for the authorities that the machine trusts.
    package let authorities: String?
    package let proxy: Proxy?
    /// Whether passwords of this installation are taken as well.
    package let takesPasswords: Bool

    package static let callbackPath = "/sign-in/openid"

    /// Where the provider sends the browser back to: registered there, byte for byte.
    package var redirectAddress: String { site.origin + Self.callbackPath }

    /// Where the discovery document is (OpenID Connect Discovery 1.0, section 4.1).
    var discoveryAddress: String {
        (issuer.text.hasSuffix("/") ? String(issuer.text.dropLast()) : issuer.text)
            + "/.well-known/openid-configuration"
    }
}
