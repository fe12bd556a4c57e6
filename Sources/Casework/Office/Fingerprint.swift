import Crypto
import Ledger

/// A short text that follows from bytes, and differs where they do: which state of something somebody saw.
package enum Fingerprint {
    /// The first 128 bits of their SHA-256, in hexadecimal.
    package static func of(_ bytes: [UInt8]) -> String {
        String(Array(SHA256.hash(data: bytes)).hexadecimal.prefix(32))
    }
}
