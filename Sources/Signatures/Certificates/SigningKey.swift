internal import Crypto
internal import Foundation
package import Shares

/// A private key of the curve P-256. It prints as nothing but its kind, so that it cannot get into a log by mistake.
package struct SigningKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let key: P256.Signing.PrivateKey

    /// A new key from the machine's random numbers.
    package init() {
        key = P256.Signing.PrivateKey()
    }

    /// Reads a key as openssl writes it, PKCS #8 or SEC 1; the source is what a finding calls it. A key under a password is
    /// refused: keep it in a file that only its owner may read.
    package init(pem: String, source: String) throws(Findings) {
        do { key = try P256.Signing.PrivateKey(pemRepresentation: pem) } catch {
            throw Findings([
                .error(
                    "key-unreadable", at: .pointer(file: source, ""),
                    "It is not a private key of the curve P-256 in PEM without a password.")
            ])
        }
    }

    /// PKCS #8 in PEM: for the file it is kept in, and nowhere else.
    package var pem: String { key.pemRepresentation + "\n" }

    package var description: String { "a signing key" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The two numbers of an ECDSA signature with SHA-256, 32 bytes each, as JOSE and XML signatures have it.
    func signature(over bytes: [UInt8]) throws -> P256.Signing.ECDSASignature {
        try key.signature(for: bytes)
    }
}
