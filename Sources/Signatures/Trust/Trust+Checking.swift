internal import Foundation
package import Shares
@_spi(FixedExpiryValidationTime) internal import X509

extension Trust {
    /// All that speaks against a signer, at a moment: an authority that nobody here trusts, dates, what the key is for, and
    /// what was taken back. A list that is missing is a warning, unless one is required; one that is out of date, or that
    /// bears the authority's name and not its signature, is an error: whoever holds a newer one back would gain by it.
    package func findings(
        on chain: CertificateChain, at moment: Instant, file: String, requiringRevocations: Bool = false
    ) async -> Findings {
        let place = Place.pointer(file: file, "")
        let isStrict = requiringRevocations
        guard let signer = chain.signer else {
            return Findings([.error("signature-form", at: place, "There is no certificate.")])
        }
        var findings = dates(of: signer, at: moment, place)
        if !signer.isForSignatures {
            findings.append(
                .error("certificate-usage", at: place, "The certificate \(signer.serial) is not for signatures."))
        }
        guard let path = await path(of: chain, at: moment) else {
            // Dates were named already; without them this would be said of every certificate that expired.
            if await self.path(of: chain, at: max(signer.notBefore, min(moment, signer.notAfter))) == nil {
                findings.append(
                    .error(
                        "authority-untrusted", at: place,
                        "The certificate of \(signer.subject) leads to no authority that is trusted here."))
            } else if !findings.hasErrors {
                findings.append(
                    .error("certificate-dates", at: place, "An authority above it is not valid at \(moment)."))
            }
            findings.append(revocation(of: [signer], under: authorities, at: moment, isStrict, place))
            return findings
        }
        // The last is the trusted one itself, which no list can take back.
        findings.append(revocation(of: Array(path.dropLast()), under: path, at: moment, isStrict, place))
        return findings
    }

    /// Why somebody can sign no longer: the dates of the certificate, and what was taken back as far as it is known here.
    package func objections(toSigningBy signatory: Signatory, at moment: Instant) -> Findings {
        let issuers = authorities + signatory.chain.certificates.dropFirst()
        var findings = dates(of: signatory.certificate, at: moment, .whole)
        let lists = lists(by: signatory.certificate.issuers(among: issuers)).signed
        if let revoked = Self.revoked(signatory.certificate, in: lists, .whole) { findings.append(revoked) }
        return findings
    }

    private func dates(of signer: SigningCertificate, at moment: Instant, _ place: Place) -> Findings {
        if moment < signer.notBefore {
            return Findings([
                .error(
                    "certificate-dates", at: place,
                    "The certificate \(signer.serial) is not valid before \(signer.notBefore).")
            ])
        }
        if moment > signer.notAfter {
            return Findings([
                .error(
                    "certificate-dates", at: place, "The certificate \(signer.serial) expired at \(signer.notAfter).")
            ])
        }
        return Findings()
    }

    /// From the signer to an authority, by RFC 5280; nil where there is no way.
    private func path(of chain: CertificateChain, at moment: Instant) async -> [SigningCertificate]? {
        guard let signer = chain.signer, !authorities.contains(signer) else { return nil }
        var verifier = Verifier(rootCertificates: CertificateStore(authorities.map(\.certificate))) {
            RFC5280Policy(fixedExpiryValidationTime: moment.date)
        }
        let rest = CertificateStore(chain.certificates.dropFirst().map(\.certificate))
        guard case .validCertificate(let path) = await verifier.validate(leaf: signer.certificate, intermediates: rest)
        else { return nil }
        return path.map { SigningCertificate($0) }
    }

    private func revocation(
        of certificates: [SigningCertificate], under authorities: [SigningCertificate], at moment: Instant,
        _ isStrict: Bool, _ place: Place
    ) -> Findings {
        var findings = Findings()
        for certificate in certificates {
            let (lists, areForged) = lists(by: certificate.issuers(among: authorities))
            if areForged {
                findings.append(
                    .error(
                        "revocations-forged", at: place,
                        "A list in the name of \(certificate.issuer) does not bear its signature."))
            }
            guard let newest = lists.max(by: { ($0.number, $0.issued) < ($1.number, $1.issued) }) else {
                let says = "Nothing here says which certificates \(certificate.issuer) has taken back."
                findings.append(
                    isStrict
                        ? .error("revocations-missing", at: place, says)
                        : .warning("revocations-missing", at: place, says))
                continue
            }
            if let revoked = Self.revoked(certificate, in: lists, place) {
                findings.append(revoked)
            } else if newest.next < moment {
                findings.append(
                    .error(
                        "revocations-old", at: place,
                        "The list of what \(certificate.issuer) has taken back is good until \(newest.next) only."))
            }
        }
        return findings
    }

    /// The lists that an authority signed, and whether there are others in its name.
    private func lists(by issuers: [SigningCertificate]) -> (signed: [RevocationList], areForged: Bool) {
        let named = revocations.filter { list in issuers.contains { list.bearsName(of: $0.certificate) } }
        let signed = named.filter { list in issuers.contains { list.isBy($0.certificate) } }
        return (signed, signed.count < named.count)
    }

    private static func revoked(
        _ certificate: SigningCertificate, in lists: [RevocationList], _ place: Place
    ) -> Finding? {
        lists.lazy.compactMap { $0[certificate.serial] }.first.map { entry in
            .error(
                "certificate-revoked", at: place,
                "The certificate \(certificate.serial) was taken back at \(entry.at): \(entry.reason.name).")
        }
    }
}

extension SigningCertificate {
    /// Those by the name of its issuer.
    fileprivate func issuers(among authorities: [SigningCertificate]) -> [SigningCertificate] {
        authorities.filter { $0.certificate.subject == certificate.issuer }
    }
}
