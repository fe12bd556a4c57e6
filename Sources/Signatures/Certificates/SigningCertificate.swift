internal import Crypto
internal import Foundation
package import Shares
internal import SwiftASN1
internal import X509

/// An X.509 certificate: whose signing key it is, from when to when.
package struct SigningCertificate: Hashable, Sendable {
    /// Before the identifier of the organisation, in the certificate's alternative name of the kind URI.
    static let organisationPrefix = "https://concordat.example/ns/2026/organisation/"

    let certificate: Certificate

    init(_ certificate: Certificate) {
        self.certificate = certificate
    }

    /// Reads one certificate in DER, as signatures carry it.
    init(der: [UInt8]) throws {
        certificate = try Certificate(derEncoded: der)
    }

    /// Reads the first certificate of a PEM file.
    package init(pem: String, source: String) throws(Findings) {
        guard let first = try CertificateChain(pem: pem, source: source).certificates.first else {
            throw Findings([.error("certificate-unreadable", at: .pointer(file: source, ""), "It has no certificate.")])
        }
        self = first
    }

    /// In the order of the bytes, as openssl prints it: capital hexadecimal digits.
    package var serial: String { Self.hexadecimal(certificate.serialNumber.bytes) }

    /// The identifier in the reference data of the organisation that signs with this; nil where it names none.
    package var organisation: String? {
        guard let names = try? certificate.extensions.subjectAlternativeNames else { return nil }
        let ours: [String] = names.compactMap { name in
            guard case .uniformResourceIdentifier(let uri) = name, uri.hasPrefix(Self.organisationPrefix) else {
                return nil
            }
            return String(uri.dropFirst(Self.organisationPrefix.count))
        }
        // One that names two could be taken for either.
        return ours.count == 1 ? ours.first : nil
    }

    /// The subject, as people read it.
    package var subject: String { certificate.subject.description }
    package var issuer: String { certificate.issuer.description }
    package var notBefore: Instant { Instant(certificate.notValidBefore) }
    package var notAfter: Instant { Instant(certificate.notValidAfter) }

    package var pem: String {
        ((try? certificate.serializeAsPEM().pemString) ?? "") + "\n"
    }

    var der: [UInt8] {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            return serializer.serializedBytes
        }
    }

    /// SHA-256 over the certificate: what tells it from every other.
    package var fingerprint: String {
        (try? der).map { Self.hexadecimal(SHA256.hash(data: $0)) } ?? ""
    }

    /// The key that signatures are checked with; nil where it is not of the curve P-256.
    var publicKey: P256.Signing.PublicKey? { P256.Signing.PublicKey(certificate.publicKey) }

    /// Whether its key may sign documents: the key usage says so, it is no authority's, and where purposes are listed (RFC 5280,
    /// section 4.2.1.12) any is allowed or documents are among them (RFC 9336).
    var isForSignatures: Bool {
        let extensions = certificate.extensions
        guard (try? extensions.keyUsage)?.digitalSignature == true else { return false }
        if case .isCertificateAuthority = try? extensions.basicConstraints { return false }
        do {
            guard let purposes = try extensions.extendedKeyUsage else { return true }
            return purposes.contains { $0 == .any || $0 == Self.documentSigning }
        } catch { return false }
    }

    private static let documentSigning = ExtendedKeyUsage.Usage(oid: [1, 3, 6, 1, 5, 5, 7, 3, 36])

    /// Whether this certificate is for that key.
    package func isFor(_ key: SigningKey) -> Bool {
        publicKey?.rawRepresentation == key.key.publicKey.rawRepresentation
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Instant {
    init(_ date: Date) {
        self.init(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded()))
    }

    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
