import JSONValues

/// An ID token as it came, nothing of it believed yet (JSON Web Signature, RFC 7515, compact form).
package struct IDToken: Sendable {
    let text: String
    let keyID: String?
    let algorithm: SigningAlgorithm
    /// Not to be used before the signature is checked.
    let claims: JSONValue

    private static let longest = 64 * 1024

    /// Throws `IDTokenFault`. Duplicate members are refused, so that no two readers see different claims.
    package init(_ text: String) throws {
        guard text.utf8.count <= Self.longest else { throw IDTokenFault.malformed("it is too long.") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let signature = Base64URL.bytes(parts[2].utf8) else {
            throw IDTokenFault.malformed("it is not three parts of Base64 for addresses.")
        }
        let header = try Self.object(parts[0], "header")
        guard let name = header["alg"]?.string else { throw IDTokenFault.algorithm("") }
        guard let algorithm = SigningAlgorithm(rawValue: name) else { throw IDTokenFault.algorithm(name) }
        if header["crit"] != nil { throw IDTokenFault.kind("it has extensions that must be understood.") }
        if let type = header["typ"], type.string?.lowercased() != "jwt" {
            throw IDTokenFault.kind("its type is not JWT.")
        }
        if let id = header["kid"], id.string == nil { throw IDTokenFault.malformed("its key id is no text.") }
        guard !signature.isEmpty else { throw IDTokenFault.signature }
        self.text = text
        self.algorithm = algorithm
        keyID = header["kid"]?.string
        claims = try Self.object(parts[1], "payload")
    }

    private static func object(_ part: Substring, _ name: String) throws -> JSONValue {
        guard let bytes = Base64URL.bytes(part.utf8) else {
            throw IDTokenFault.malformed("its \(name) is not Base64 for addresses.")
        }
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes) } catch {
            throw IDTokenFault.malformed("its \(name) is no strict JSON.")
        }
        guard value.object != nil else { throw IDTokenFault.malformed("its \(name) is no object.") }
        return value
    }
}
