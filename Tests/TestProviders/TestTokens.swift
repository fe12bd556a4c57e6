package import Crypto
package import CryptoExtras
package import Foundation
package import JSONValues
package import OpenID
package import Shares

/// Tokens as a provider signs them, with keys that are made here and mistakes that are the tests'.
package enum TestTokens {
    package static let issuer = "https://login.example.gov.uk/tenant/v2.0"
    package static let client = "concordat-client"
    package static let nonce = "the-nonce-of-this-attempt"
    package static let now = Instant(milliseconds: 1_780_000_000_000)
    package static var seconds: Int { Int(now.milliseconds / 1000) }

    /// Made once: a key of RSA takes a second.
    package static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
    package static let p256 = P256.Signing.PrivateKey()

    /// The claims of a token that is as it should be.
    package static var claims: [String: JSONValue] {
        [
            "iss": .string(issuer), "sub": "AAAA-bbbb", "aud": .string(client), "exp": .number(seconds + 300),
            "iat": .number(seconds - 5), "nonce": .string(nonce), "tid": "tenant",
            "preferred_username": "owner@example.gov.uk",
        ]
    }

    package static func settings(_ changes: [String: JSONValue] = [:]) throws -> OpenIDSettings {
        var members: [String: JSONValue] = [
            "issuer": .string(issuer), "client_id": .string(client), "site": "https://sharing.example.gov.uk",
            "button": "Entra ID", "person": ["claim": "preferred_username", "is": "mail"],
            "required": ["tid": "tenant"],
        ]
        members.merge(changes) { $1 }
        return try SettingsFile.read(JSONValue.object(members).compact)
    }

    // MARK: - Keys

    package static func base64(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    package static func keys(_ changes: [String: JSONValue] = [:]) throws -> JSONValue {
        let primitives = try rsa.get().publicKey.getKeyPrimitives()
        let point = p256.publicKey.x963Representation.dropFirst()
        var first: [String: JSONValue] = [
            "kty": "RSA", "use": "sig", "kid": "rsa-1", "n": .string(base64(primitives.modulus)),
            "e": .string(base64(primitives.publicExponent)),
        ]
        first.merge(changes) { $1 }
        return [
            "keys": [
                .object(first),
                [
                    "kty": "EC", "use": "sig", "kid": "ec-1", "crv": "P-256", "alg": "ES256",
                    "x": .string(base64(point.prefix(32))), "y": .string(base64(point.suffix(32))),
                ],
            ]
        ]
    }

    // MARK: - Tokens

    package enum Signing {
        case rs256, ps256, es256
        /// With the bytes of a public key as though they were a secret.
        case hs256(Data)
        case nothing
    }

    package static func token(
        _ claims: [String: JSONValue] = claims, header: [String: JSONValue]? = nil, signed: Signing = .rs256
    ) throws -> String {
        try token(payload: JSONValue.object(claims).compact, header: header, signed: signed)
    }

    package static func token(
        payload: String, header: [String: JSONValue]? = nil, signed: Signing = .rs256
    ) throws -> String {
        let usual: [String: JSONValue] =
            switch signed {
            case .rs256: ["alg": "RS256", "typ": "JWT", "kid": "rsa-1"]
            case .ps256: ["alg": "PS256", "kid": "rsa-1"]
            case .es256: ["alg": "ES256", "kid": "ec-1"]
            case .hs256: ["alg": "HS256", "kid": "rsa-1"]
            case .nothing: ["alg": "none"]
            }
        return try token(payload: payload, headerText: JSONValue.object(header ?? usual).compact, signed: signed)
    }

    package static func token(payload: String, headerText: String, signed: Signing) throws -> String {
        let text = base64(headerText.utf8) + "." + base64(payload.utf8)
        let bytes = Data(text.utf8)
        let signature: Data =
            switch signed {
            case .rs256:
                try rsa.get().signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
            case .ps256: try rsa.get().signature(for: SHA256.hash(data: bytes), padding: .PSS).rawRepresentation
            case .es256: try p256.signature(for: bytes).rawRepresentation
            case .hs256(let secret):
                Data(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: secret)))
            case .nothing: Data()
            }
        return text + "." + base64(signature)
    }
}
