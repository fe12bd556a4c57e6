import Crypto
import JSONValues

/// One attempt to sign in, as the browser keeps it: a secret of 32 bytes, and the page that was wanted.
///
/// What goes to the provider is made of the secret one way only, so that the server keeps nothing that could fill up, and
/// an address or a token that leaks does not give the attempt away.
package struct OpenIDAttempt: Hashable, Sendable {
    private let secret: [UInt8]
    /// A path of this site, not trusted: whoever uses it checks it again.
    package let next: String?

    /// How long somebody may take at the provider, in seconds.
    package static let lasts = 600

    package init?(secret: [UInt8], next: String?) {
        guard secret.count == 32 else { return nil }
        self.secret = secret
        self.next = next
    }

    /// From the text of the cookie.
    package init?(kept text: String) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let secret = Base64URL.bytes(first.utf8), secret.count == 32 else { return nil }
        self.secret = secret
        guard parts.count == 2 else {
            next = nil
            return
        }
        guard let bytes = Base64URL.bytes(parts[1].utf8), let next = String(validating: bytes, as: UTF8.self) else {
            return nil
        }
        self.next = next
    }

    package var kept: String {
        Base64URL.text(secret) + (next.map { "." + Base64URL.text($0.utf8) } ?? "")
    }

    package var state: String { derived("state") }
    package var nonce: String { derived("nonce") }
    /// What proves to the provider that the code is brought by whoever asked for it (RFC 7636).
    package var verifier: String { derived("verifier") }
    var challenge: String { Base64URL.text(SHA256.hash(data: Array(verifier.utf8))) }

    package func isState(_ text: String) -> Bool { SHA256.isSame(text, state) }

    /// The page is part of it, so that an attempt is for the page with which it began.
    private func derived(_ label: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("concordat openid \(label)\n\(next ?? "")".utf8), using: SymmetricKey(data: secret))
        return Base64URL.text(code)
    }
}

extension SHA256 {
    /// Whether two texts are the same, in a time that does not depend on where they differ: digests are compared so.
    static func isSame(_ one: String, _ other: String) -> Bool {
        hash(data: Array(one.utf8)) == hash(data: Array(other.utf8))
    }
}
