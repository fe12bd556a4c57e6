internal import Crypto
internal import Foundation
package import Shares
internal import SwiftASN1
internal import X509

/// An authority that issues signing certificates: for trying the exchange out, and for partners who agree on one between them.
/// A department with a certification authority of its own uses that instead.
package struct TestAuthority: Sendable {
    package let certificate: SigningCertificate
    let key: SigningKey

    /// For the file that the key is kept in, and nowhere else.
    package var keyPEM: String { key.pem }

    /// An authority from what is kept of it.
    package init(certificate: SigningCertificate, key: SigningKey) throws(Findings) {
        guard certificate.isFor(key) else {
            throw Findings([
                .error("key-certificate", at: .whole, "The authority's key and its certificate do not belong together.")
            ])
        }
        self.certificate = certificate
        self.key = key
    }

    /// A new authority that certifies itself, for those years.
    package static func made(named name: String, at now: Instant, years: Int) throws -> TestAuthority {
        let key = SigningKey()
        let x509Key = Certificate.PrivateKey(key.key)
        let subject = try DistinguishedName {
            OrganizationName(name)
            CommonName(name)
        }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: x509Key.publicKey, notValidBefore: now.wholeSecond,
            notValidAfter: Instant(startOf: now.day.adding(months: 12 * years)).date, issuer: subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: x509Key.publicKey)
            },
            issuerPrivateKey: x509Key)
        return try TestAuthority(certificate: SigningCertificate(certificate), key: key)
    }

    /// What a certificate is good for; all but the first are for trying a reader out.
    package enum Purpose: Sendable { case signatures, servers, authority }

    /// A certificate for an organisation's key, good from now for those days.
    package func issue(
        to organisation: String, named name: String, for key: SigningKey, at now: Instant, days: Int,
        purpose: Purpose = .signatures
    ) throws -> SigningCertificate {
        let publicKey = Certificate.PublicKey(key.key.publicKey)
        let ours = certificate.certificate
        let end = min(Instant(startOf: now.day.adding(days: days)), certificate.notAfter)
        let issued = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: publicKey, notValidBefore: now.wholeSecond,
            notValidAfter: end.date, issuer: ours.subject,
            subject: DistinguishedName {
                OrganizationName(name)
                CommonName("\(name): exchange manifests")
            },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                purpose == .authority
                    ? Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                    : Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true, keyCertSign: purpose == .authority))
                if purpose == .servers { try ExtendedKeyUsage([.serverAuth]) }
                SubjectKeyIdentifier(hash: publicKey)
                AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: ours.publicKey).keyIdentifier)
                SubjectAlternativeNames([
                    .uniformResourceIdentifier(SigningCertificate.organisationPrefix + organisation)
                ])
            },
            issuerPrivateKey: Certificate.PrivateKey(self.key.key))
        return SigningCertificate(issued)
    }
}

extension Instant {
    /// Certificates count in seconds; a moment later would be in the future.
    fileprivate var wholeSecond: Date { Date(timeIntervalSince1970: (Double(milliseconds) / 1000).rounded(.down)) }
}
