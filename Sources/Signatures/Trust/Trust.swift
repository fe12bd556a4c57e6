internal import Foundation
package import Shares
internal import SwiftASN1
internal import X509

/// Whom this installation believes: authorities, and what they have taken back. Whoever is an authority here may say of any
/// certificate whose it is.
package struct Trust: Sendable {
    package let authorities: [SigningCertificate]
    package let revocations: [RevocationList]

    package init(authorities: [SigningCertificate] = [], revocations: [RevocationList] = []) {
        self.authorities = authorities
        self.revocations = revocations
    }

    /// Reads PEM files with certificates of authorities and revocation lists, in any order; every fault is found.
    package init(pem files: [(name: String, text: String)]) throws(Findings) {
        var authorities: [SigningCertificate] = []
        var revocations: [RevocationList] = []
        var findings = Findings()
        for file in files {
            func fault(_ rule: String, _ message: String) {
                findings.append(.error(rule, at: .pointer(file: file.name, ""), message))
            }
            guard let documents = try? PEMDocument.parseMultiple(pemString: file.text), !documents.isEmpty else {
                fault("trust-unreadable", "It is not a file of certificates or revocation lists in PEM.")
                continue
            }
            for document in documents {
                switch document.discriminator {
                case Certificate.defaultPEMDiscriminator:
                    guard let certificate = try? Certificate(pemDocument: document) else {
                        fault("certificate-unreadable", "A certificate in it cannot be read.")
                        continue
                    }
                    authorities.append(SigningCertificate(certificate))
                case RevocationList.pemType:
                    guard let list = try? RevocationList(der: document.derBytes) else {
                        fault("revocations-unreadable", "A revocation list in it cannot be read.")
                        continue
                    }
                    revocations.append(list)
                default:
                    fault("trust-unreadable", "It has a “\(document.discriminator)”, which has no place there.")
                }
            }
        }
        guard findings.isEmpty else { throw findings }
        self.init(authorities: authorities, revocations: revocations)
    }

    package var isEmpty: Bool { authorities.isEmpty }
}
