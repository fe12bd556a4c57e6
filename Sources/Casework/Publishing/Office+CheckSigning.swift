package import Shares
package import Signatures

/// Whoever signs can sign no longer: the certificate has expired, or was taken back.
package struct SigningStopped: Error, Hashable, Sendable {
    package var findings: Findings
}

extension Office {
    /// Throws `SigningStopped` where a certificate is not valid now, or was taken back as far as it is known here: by the
    /// trust given, and that of `Templates/trust`.
    package func checkSigning(by signatory: Signatory, under trust: Trust) throws {
        let objections = trust.objections(toSigningBy: signatory, at: surroundings.now())
        guard objections.isEmpty else { throw SigningStopped(findings: objections) }
    }

    package func checkSigning(by publication: Publication) throws {
        try checkSigning(by: publication.signatory, under: trust(publication: publication))
    }
}
