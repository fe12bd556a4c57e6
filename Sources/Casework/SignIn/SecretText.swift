import Crypto
import JSONValues

/// Texts that prove who somebody is: 256 bits that nobody can foresee, of which only the SHA-256 is kept.
enum SecretText {
    static func text(of bytes: [UInt8]) -> String { Base64URL.text(bytes) }

    /// The key of a program, and what it is given for it for a short time, by how they begin.
    static func key(_ bytes: [UInt8]) -> String { "concordat_key_" + text(of: bytes) }
    static func token(_ bytes: [UInt8]) -> String { "concordat_token_" + text(of: bytes) }

    static func digest(of text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
