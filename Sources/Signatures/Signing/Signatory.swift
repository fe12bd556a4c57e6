internal import Crypto
internal import Foundation
internal import JSONValues
package import Shares

/// Who signs: a key, and the certificates that show whose it is.
package struct Signatory: Sendable {
    let key: SigningKey
    package let chain: CertificateChain
    package let certificate: SigningCertificate
    /// The header of every JSON Web Signature by it, as the signature has it: made once, as it is the same for all.
    let jwsHeader: String
    /// The certificates, each as base64 of its DER.
    let certificates: [String]
    /// They as a file.
    package let pem: [UInt8]

    /// Refused where the key is not that of the first certificate.
    package init(key: SigningKey, chain: CertificateChain) throws(Findings) {
        guard let certificate = chain.signer, certificate.isFor(key) else {
            throw Findings([
                .error("key-certificate", at: .whole, "The signing key and the certificate do not belong together.")
            ])
        }
        self.key = key
        self.chain = chain
        self.certificate = certificate
        pem = Array(chain.pem.utf8)
        do {
            certificates = try chain.certificates.map { Data(try $0.der).base64EncodedString() }
        } catch {
            throw Findings([.error("certificate-unreadable", at: .whole, "A certificate cannot be written out.")])
        }
        let header: JSONValue = [
            "alg": "ES256", "kid": .string(certificate.serial), "x5c": .array(certificates.map(JSONValue.string)),
        ]
        jwsHeader = Base64URL.text(header.canonical())
    }

    /// A signature as JOSE has it: two numbers of 32 bytes.
    package func joseSignature(over bytes: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(over: bytes).rawRepresentation)
    }

    /// A signature as openssl has it (`openssl dgst -sha256 -verify`): DER.
    package func derSignature(over bytes: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(over: bytes).derRepresentation)
    }
}
