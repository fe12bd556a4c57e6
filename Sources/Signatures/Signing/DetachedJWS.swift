internal import Crypto
internal import Foundation
internal import JSONValues
package import Shares

/// A signature of a file in a file beside it: a JSON Web Signature in compact form with the payload left out (RFC 7515,
/// appendix F). The payload is the other file, byte for byte.
package enum DetachedJWS {
    /// A header with four certificates is shorter by far.
    package static let longest = 32 * 1024

    package static func sign(_ payload: [UInt8], by signatory: Signatory) throws -> [UInt8] {
        let input = signingInput(signatory.jwsHeader, payload)
        let signature = try signatory.key.signature(over: input).rawRepresentation
        return Array("\(signatory.jwsHeader)..\(Base64URL.text(Array(signature)))\n".utf8)
    }

    /// Holds the signature against the payload and gives the certificates that it came with. Whether they are to be trusted
    /// is for `Trust`. Only ES256 is accepted, and only a key in a certificate: what the header says of other keys, or of
    /// extensions that change what is signed, is refused unread.
    package static func check(
        _ jws: [UInt8], over payload: [UInt8], file: String
    ) throws(Findings) -> CertificateChain {
        func refused(_ rule: String, _ message: String) -> Findings {
            Findings([.error(rule, at: .pointer(file: file, ""), message)])
        }
        guard jws.count <= longest else {
            throw refused("signature-form", "It is longer than \(longest) bytes.")
        }
        let text = jws.last == 0x0A ? jws.dropLast() : jws[...]
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].isEmpty, let headerBytes = Base64URL.bytes(parts[0]) else {
            throw refused("signature-form", "It is not a JSON Web Signature in compact form without its payload.")
        }
        let header: JSONValue
        do { header = try JSONValue(parsing: headerBytes, limits: JSONLimits(size: longest, depth: 4)) } catch {
            throw refused("signature-form", "The header is not sound JSON. \(error.reason.explanation)")
        }
        guard let members = header.object else {
            throw refused("signature-form", "The header is not an object.")
        }
        guard members["alg"] == "ES256" else {
            let stated = members["alg"].map(\.compact) ?? "none"
            throw refused("signature-algorithm", "The algorithm is \(stated); only ES256 is accepted.")
        }
        let known: Set = ["alg", "kid", "x5c", "typ", "cty"]
        if let other = members.keys.filter({ !known.contains($0) }).sorted().first {
            throw refused(
                "signature-form", "The header has \(JSONValue.string(other).compact), which is not accepted.")
        }
        let chain = try chain(members["x5c"], file: file)
        guard let key = chain.signer?.publicKey else {
            throw refused("signature-algorithm", "The certificate's key is not of the curve P-256.")
        }
        guard let signatureBytes = Base64URL.bytes(parts[2]), signatureBytes.count == 64,
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signatureBytes)
        else { throw refused("signature-form", "The signature is not the 64 bytes that ES256 has.") }
        let input = signingInput(String(decoding: parts[0], as: UTF8.self), payload)
        guard key.isValidSignature(signature, for: input) else {
            throw refused(
                "signature-wrong",
                "The signature is not over these bytes: the file was changed, or somebody else signed it.")
        }
        return chain
    }

    private static func chain(_ value: JSONValue?, file: String) throws(Findings) -> CertificateChain {
        let place = Place.pointer(file: file, "/x5c")
        guard let texts = value?.array, (1...CertificateChain.most).contains(texts.count) else {
            throw Findings([
                .error("signature-form", at: place, "The header must have 1 to \(CertificateChain.most) certificates.")
            ])
        }
        do {
            return CertificateChain(
                try texts.map { text in
                    guard let der = text.string.flatMap({ Data(base64Encoded: $0) }) else {
                        throw CocoaError(.coderInvalidValue)
                    }
                    return try SigningCertificate(der: Array(der))
                })
        } catch {
            throw Findings([.error("certificate-unreadable", at: place, "It is not a certificate.")])
        }
    }

    private static func signingInput(_ protected: String, _ payload: [UInt8]) -> [UInt8] {
        var input = Array(protected.utf8)
        input.append(UInt8(ascii: "."))
        input.append(contentsOf: Base64URL.text(payload).utf8)
        return input
    }
}

/// A signature as openssl makes it, in a file beside what is signed.
package enum DERSignature {
    /// Throws where the signature is not that of the chain's signer over the payload.
    package static func check(
        _ bytes: [UInt8], over payload: [UInt8], by chain: CertificateChain, file: String
    ) throws(Findings) {
        guard bytes.count <= 80, let signature = try? P256.Signing.ECDSASignature(derRepresentation: bytes),
            let key = chain.signer?.publicKey, key.isValidSignature(signature, for: payload)
        else {
            throw Findings([
                .error(
                    "signature-wrong", at: .pointer(file: file, ""),
                    "It is not the signature over these bytes by the one who signed the other files.")
            ])
        }
    }
}
