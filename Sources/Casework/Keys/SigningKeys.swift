import Foundation
import Shares
package import Signatures

/// Where the signing key is: a folder, or the environment. It is never in the database, a log or an argument.
package enum SigningKeys {
    static let key = "signing.key"
    static let certificate = "signing.pem"
    package static let folderVariable = "CONCORDAT_KEYS"
    package static let keyVariable = "CONCORDAT_SIGNING_KEY"
    package static let certificateVariable = "CONCORDAT_SIGNING_CERTIFICATE"

    /// The key of that folder; without one that of the environment, as PEM texts or as a folder; nil where there is neither.
    package static func signatory(folder: String?, environment: [String: String]) throws -> Signatory? {
        if let folder { return try signatory(in: folder) }
        if let key = environment[keyVariable], !key.isEmpty {
            guard let certificate = environment[certificateVariable], !certificate.isEmpty else {
                throw Findings([
                    .error(
                        "certificate-missing", at: .whole, "\(keyVariable) is set and \(certificateVariable) is not.")
                ])
            }
            return try Signatory(
                key: SigningKey(pem: key, source: keyVariable),
                chain: CertificateChain(pem: certificate, source: certificateVariable))
        }
        return try environment[folderVariable].map { try signatory(in: $0) }
    }

    /// Authorities and what they took back, of PEM files.
    package static func trust(in files: [String]) throws -> Trust {
        try Trust(pem: files.map { ($0, try KeyFile.text(of: $0, isSecret: false)) })
    }

    static func signatory(in folder: String) throws -> Signatory {
        let (keyFile, certificateFile) = ("\(folder)/\(key)", "\(folder)/\(certificate)")
        return try Signatory(
            key: SigningKey(pem: KeyFile.text(of: keyFile, isSecret: true), source: keyFile),
            chain: CertificateChain(
                pem: KeyFile.text(of: certificateFile, isSecret: false), source: certificateFile))
    }
}
