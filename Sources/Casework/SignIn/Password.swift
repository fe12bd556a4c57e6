import Crypto
import CryptoExtras
import Foundation

/// Passwords: what one must be, and what is kept of it.
enum Password {
    /// In bytes of UTF-8: three words that belong to nobody (NCSC), and no more than a form may carry.
    static let lengths = 12...256

    /// Why a password will not do; nil where it will.
    static func objection(to password: String, of person: String) -> String? {
        if password.utf8.count < lengths.lowerBound {
            return "A password has at least \(lengths.lowerBound) characters: three words that nobody would guess."
        }
        if password.utf8.count > lengths.upperBound { return "A password has at most \(lengths.upperBound) bytes." }
        if Set(password).count < 5 || password.lowercased().contains(person.lowercased()) && person.count > 3 {
            return "The password is too easy to guess: it repeats itself or holds the person's id."
        }
        return nil
    }

    /// `scrypt$rounds$block size$parallelism$salt$key`, salt and key in Base64 (RFC 7914).
    static func verifier(of password: String, salt: [UInt8]) throws -> String {
        let key = try Self.key(of: password, salt: salt, cost: .present)
        let cost = Cost.present
        return [
            "scrypt", String(cost.rounds), String(cost.blockSize), String(cost.parallelism),
            Data(salt).base64EncodedString(), Data(key).base64EncodedString(),
        ].joined(separator: "$")
    }

    /// Whether the password is the one that the verifier was made of; false of a verifier that cannot be read.
    static func matches(_ password: String, _ verifier: String) throws -> Bool {
        let parts = verifier.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let kept = Data(base64Encoded: parts[5])
        else { return false }
        let cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
        return isEqual(try key(of: password, salt: Array(salt), cost: cost), Array(kept))
    }

    /// What is checked where there is no such account, so that the answer takes as long.
    static let nobody = try? verifier(of: "nobody at all", salt: [UInt8](repeating: 0, count: 16))

    private struct Cost {
        var rounds: Int
        var blockSize: Int
        var parallelism: Int

        /// 32 MiB and some tenths of a second (OWASP Password Storage Cheat Sheet).
        static let present = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
    }

    private static func key(of password: String, salt: [UInt8], cost: Cost) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: Array(password.utf8), salt: salt, outputByteCount: 32, rounds: cost.rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism
        ).withUnsafeBytes { Array($0) }
    }

    /// In a time that does not depend on where two texts differ.
    static func isEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
