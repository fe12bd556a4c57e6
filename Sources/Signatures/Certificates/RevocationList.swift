internal import Crypto
internal import Foundation
package import Shares
internal import SwiftASN1
internal import X509

/// The certificates that an authority has taken back, as it signs them (RFC 5280, section 5), so that `openssl` reads it too.
package struct RevocationList: Hashable, Sendable {
    static let pemType = "X509 CRL"
    /// RFC 5280, section 5.3.1; the numbers are the standard's.
    package enum Reason: Int, Hashable, Sendable, CaseIterable {
        case unspecified = 0, keyCompromise = 1, affiliationChanged = 3, superseded = 4, cessationOfOperation = 5

        /// `key-compromise`, as people type it.
        package var name: String {
            switch self {
            case .unspecified: "unspecified"
            case .keyCompromise: "key-compromise"
            case .affiliationChanged: "affiliation-changed"
            case .superseded: "superseded"
            case .cessationOfOperation: "cessation-of-operation"
            }
        }
    }

    package struct Entry: Hashable, Sendable {
        /// In capital hexadecimal digits.
        package var serial: String
        package var at: Instant
        package var reason: Reason

        package init(serial: String, at: Instant, reason: Reason) {
            self.serial = serial
            self.at = at
            self.reason = reason
        }
    }

    package let entries: [Entry]
    package let issued: Instant
    /// After this day it may be out of date.
    package let next: Instant
    /// How many lists the authority has signed.
    package let number: Int
    let issuer: DistinguishedName
    let der: [UInt8]
    let signed: [UInt8]
    let signature: [UInt8]

    package subscript(serial: String) -> Entry? { entries.first { $0.serial == serial } }

    package var pem: String { PEMDocument(type: Self.pemType, derBytes: der).pemString + "\n" }

    func bearsName(of authority: Certificate) -> Bool { authority.subject == issuer }

    /// Whether the authority signed this list.
    func isBy(_ authority: Certificate) -> Bool {
        guard bearsName(of: authority), let key = P256.Signing.PublicKey(authority.publicKey),
            let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
        else { return false }
        return key.isValidSignature(signature, for: Data(signed))
    }
}
