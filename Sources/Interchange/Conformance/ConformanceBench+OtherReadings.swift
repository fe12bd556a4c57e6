internal import Foundation
internal import JSONValues
internal import Shares
internal import Signatures

extension ConformanceBench {
    /// Headers that ask for what nobody here does, and JSON that readers take differently. Each signature is good over the very bytes.
    func otherJSON() throws -> [ConformanceCase] {
        func json(_ name: String, _ says: String, _ rule: String, _ bytes: [UInt8]? = nil, jws: [UInt8]? = nil) throws
            -> ConformanceCase
        {
            let bytes = bytes ?? forms.json
            return ConformanceCase(
                name: name, says: says, refusedBy: rule, file: ManifestBundle.json,
                files: [
                    ManifestBundle.json: bytes,
                    ManifestBundle.json + ManifestBundle.jws: try jws ?? DetachedJWS.sign(bytes, by: signatory),
                ])
        }
        func text(_ old: String, _ new: String) -> [UInt8] {
            Array(String(decoding: forms.json, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
        }
        let whole = String(decoding: forms.json, as: UTF8.self)
        return try [
            json(
                "header-critical", "The header says that a member nobody knows must be understood.", "signature-form",
                jws: signed(header: "\"alg\":\"ES256\",\"crit\":[\"exp\"],\"exp\":1")),
            json(
                "payload-not-encoded", "The header says that the payload is signed as it is (RFC 7797).",
                "signature-form", jws: signed(header: "\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]")),
            json(
                "alg-of-another-curve", "The header says ES384, and the key is of P-256.", "signature-algorithm",
                jws: signed(header: "\"alg\":\"ES384\"")),
            json(
                "json-key-twice-within", "A member of an object within stands twice.", "manifest-json",
                text("\"issuer\":{", "\"issuer\":{\"name\":\"Somebody else\",")),
            json(
                "json-key-twice-escaped", "A member stands twice, once with an escape in its name.", "manifest-json",
                text("\"title\":", "\"\\u0074itle\":\"Another\",\"title\":")),
            json(
                "json-byte-order-mark", "A byte order mark comes first.", "manifest-json",
                [0xEF, 0xBB, 0xBF] + forms.json),
            json(
                "json-utf-16", "The text is UTF-16.", "manifest-json",
                Array(whole.data(using: .utf16BigEndian) ?? Data())),
            json(
                "json-not-canonical", "The same content in another order of bytes: spaces between.",
                "manifest-canonical", Array(JSONValue(parsing: forms.json).pretty().utf8)),
        ]
    }

    /// A JSON Web Signature with the certificate and other members in its header.
    func signed(header members: String) throws -> [UInt8] {
        let protected = Base64URL.text(Array("{\(members),\"x5c\":[\"\(try certificate)\"]}".utf8))
        let signed = Array("\(protected).\(Base64URL.text(forms.json))".utf8)
        return Array("\(protected)..\(Base64URL.text(try signatory.joseSignature(over: signed)))".utf8)
    }
}
