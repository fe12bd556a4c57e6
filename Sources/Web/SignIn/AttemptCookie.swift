import Hummingbird
import OpenID

/// The cookie that holds an attempt to sign in through the provider, while somebody is there.
///
/// `Lax`, because the provider sends the browser back from another site.
struct AttemptCookie: Sendable {
    /// Whether the pages are reached through TLS: then the cookie is sent no other way.
    let isSecure: Bool

    private var name: String { isSecure ? "__Host-concordat-openid" : "concordat-openid" }

    func attempt(in request: Request) -> OpenIDAttempt? {
        CookieText.value(named: name, in: request).flatMap { OpenIDAttempt(kept: $0) }
    }

    func setting(_ attempt: OpenIDAttempt) -> String {
        "\(name)=\(attempt.kept); Max-Age=\(OpenIDAttempt.lasts); \(attributes)"
    }

    var clearing: String { "\(name)=; Max-Age=0; \(attributes)" }

    private var attributes: String { "Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }
}
