internal import Foundation
package import Shares
internal import SwiftASN1
internal import X509

/// Certificates as a signature carries them: the signer's first, then those that lead to an authority.
package struct CertificateChain: Hashable, Sendable {
    /// Nobody needs more between a signer and an authority.
    static let most = 4

    package let certificates: [SigningCertificate]

    package init(_ certificates: [SigningCertificate]) {
        self.certificates = certificates
    }

    /// Reads all certificates of a PEM file, in their order.
    package init(pem: String, source: String) throws(Findings) {
        do {
            certificates = try PEMDocument.parseMultiple(pemString: pem)
                .filter { $0.discriminator == Certificate.defaultPEMDiscriminator }
                .map { SigningCertificate(try Certificate(pemDocument: $0)) }
        } catch {
            throw Findings([
                .error("certificate-unreadable", at: .pointer(file: source, ""), "It is not a certificate in PEM.")
            ])
        }
    }

    package var signer: SigningCertificate? { certificates.first }

    package var pem: String { certificates.map(\.pem).joined() }
}
