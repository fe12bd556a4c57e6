import JSONValues

/// Who the provider says somebody is.
package struct OpenIDIdentity: Hashable, Sendable {
    package var issuer: String
    /// With the issuer, what stays the same of somebody (OpenID Connect Core 1.0, section 5.7).
    package var subject: String
    /// What names them at their first sign-in; nil where the token does not say it, or not reliably.
    package var name: String?

    /// From claims that were checked.
    init(_ claims: JSONValue, by settings: OpenIDSettings) throws {
        guard let subject = claims["sub"]?.string else { throw OpenIDFault.person("there is no “sub”.") }
        issuer = settings.issuer.text
        self.subject = subject
        name = claims[settings.person.claim]?.string
        // An address that anybody can write into their own account names nobody.
        if settings.person.claim == "email", let isVerified = claims["email_verified"], isVerified != true {
            name = nil
        }
    }
}
