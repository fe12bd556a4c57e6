import Hummingbird

/// The cookie that holds the token of a session. It ends with the browser; how long it is good for is the server's to say.
struct SessionCookie: Sendable {
    /// Whether the pages are reached through TLS: then the cookie is sent no other way.
    let isSecure: Bool

    /// With the prefix that binds a cookie to this host and path (RFC 6265bis, section 4.1.3).
    private var name: String { isSecure ? "__Host-concordat" : "concordat" }

    func token(in request: Request) -> String? {
        CookieText.value(named: name, in: request).flatMap { Self.isToken($0) ? $0 : nil }
    }

    func setting(_ token: String) -> String { "\(name)=\(token); \(attributes)" }

    var clearing: String { "\(name)=; Max-Age=0; \(attributes)" }

    private var attributes: String { "Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }

    private static func isToken(_ text: String) -> Bool {
        text.utf8.count == 43
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
