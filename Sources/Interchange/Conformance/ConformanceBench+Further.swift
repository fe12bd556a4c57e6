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
    private func signed(header members: String) throws -> [UInt8] {
        let protected = Base64URL.text(Array("{\(members),\"x5c\":[\"\(try certificate)\"]}".utf8))
        let signed = Array("\(protected).\(Base64URL.text(forms.json))".utf8)
        return Array("\(protected)..\(Base64URL.text(try signatory.joseSignature(over: signed)))".utf8)
    }

    /// Sound by themselves, and not after what came before.
    func outOfOrder() throws -> [ConformanceCase] {
        func after(_ name: String, _ says: String, _ change: (inout Manifest) -> Void) throws -> ConformanceCase {
            var earlier = manifest
            change(&earlier)
            let previous = "previous.json"
            return ConformanceCase(
                name: name, says: says, refusedBy: "version-order", file: ManifestBundle.json, previous: previous,
                files: [
                    previous: try writer.forms(of: earlier).json, ManifestBundle.json: forms.json,
                    ManifestBundle.json + ManifestBundle.jws: try DetachedJWS.sign(forms.json, by: signatory),
                ])
        }
        return try [
            after("version-before", "A later version came before it.") { $0.version += 1 },
            after("version-otherwise", "The same version came before it, and said otherwise.") { $0.title = "Another" },
            after("register-shorter", "The issuer's register was longer before.") { $0.register.size += 1 },
        ]
    }

    /// A bundle whose list somebody else signed.
    func listSigned(by other: Signatory) throws -> ConformanceCase {
        var files = try bundle()
        let name = ManifestBundle.list + ManifestBundle.jws
        files[name] = try DetachedJWS.sign(files[ManifestBundle.list] ?? [], by: other)
        return ConformanceCase(
            name: "list-signed-by-another", says: "Somebody else signed the list.", refusedBy: "signers-differ",
            file: nil, files: files)
    }

    /// A bundle with the certificate of somebody else beside it, and on the list.
    func certificate(of other: Signatory) throws -> ConformanceCase {
        var files = try bundle()
        files[ManifestBundle.certificate] = other.pem
        let listed = files.filter { !$0.key.hasPrefix(ManifestBundle.list) }.sorted { $0.key < $1.key }
        let list = BundleList(
            reference: manifest.reference.rawValue, version: manifest.version,
            files: listed.map { BundleList.File(name: $0.key, bytes: $0.value) }
        ).json.canonical()
        files[ManifestBundle.list] = list
        files[ManifestBundle.list + ManifestBundle.jws] = try DetachedJWS.sign(list, by: signatory)
        return ConformanceCase(
            name: "certificate-of-another", says: "The certificate in the bundle is not that of whoever signed.",
            refusedBy: "signers-differ", file: nil, files: files)
    }
}
