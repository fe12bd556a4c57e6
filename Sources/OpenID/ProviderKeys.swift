package import JSONValues

/// The public keys of the provider (JSON Web Key Set, RFC 7517), those of them that can sign ID tokens.
package struct ProviderKeys: Sendable {
    struct Key: Sendable {
        enum Material: Sendable {
            /// Modulus and exponent, in Base64 for addresses.
            case rsa(String, String)
            /// The coordinates of a point on P-256.
            case p256(String, String)
        }

        var id: String?
        /// Nil where the key does not say for which it is.
        var algorithm: String?
        var material: Material

        /// Nil for a key that is for something else, or of a type that is not known here.
        init?(_ document: JSONValue) {
            if let use = document["use"], use.string != "sig" { return nil }
            if let uses = document["key_ops"], !(uses.array ?? []).contains("verify") { return nil }
            let found: Material? =
                switch document["kty"]?.string {
                case "RSA":
                    document["n"]?.string.flatMap { modulus in
                        document["e"]?.string.map { .rsa(modulus, $0) }
                    }
                case "EC" where document["crv"]?.string == "P-256":
                    document["x"]?.string.flatMap { x in document["y"]?.string.map { .p256(x, $0) } }
                default: nil
                }
            guard let found else { return nil }
            material = found
            id = document["kid"]?.string
            algorithm = document["alg"]?.string
        }

        func fits(_ wanted: SigningAlgorithm) -> Bool {
            guard algorithm == nil || algorithm == wanted.rawValue else { return false }
            switch material {
            case .rsa: return wanted == .rs256 || wanted == .ps256
            case .p256: return wanted == .es256
            }
        }
    }

    private let all: [Key]

    /// Throws `OpenIDFault.keys` where there is no list of keys.
    package init(_ document: JSONValue) throws {
        guard let keys = document["keys"]?.array, keys.count <= 100 else {
            throw OpenIDFault.keys("there is no list “keys” of up to 100.")
        }
        all = keys.compactMap { Key($0) }
    }

    /// The one key that could have signed a token. A token that names none needs a set in which one alone fits (OpenID
    /// Connect Core 1.0, section 10.1). Throws `IDTokenFault`.
    func key(named id: String?, for algorithm: SigningAlgorithm) throws -> Key {
        let fitting = all.filter { $0.fits(algorithm) && (id == nil || $0.id == id) }
        guard let key = fitting.first else { throw IDTokenFault.unknownKey }
        guard fitting.count == 1 else { throw IDTokenFault.ambiguousKey }
        return key
    }
}
