internal import JSONValues
package import Shares
package import Signatures

/// Manifests and bundles, sound and broken, that a partner can hold a reader of its own against. The keys are made for the kit
/// and thrown away with it.
package struct ConformanceKit: Sendable {
    package let cases: [ConformanceCase]
    package let authority: SigningCertificate
    package let revocations: RevocationList
    /// The moment to judge at.
    package let moment: Instant

    /// A kit around one manifest, which the cases say or break.
    package init(
        of manifest: Manifest, issuer: Organisation, schemas: ManifestSchemas, at moment: Instant
    ) throws {
        let started = Instant(startOf: manifest.issued.day.adding(days: -30))
        let authority = try TestAuthority.made(named: "Conformance authority", at: started, years: 20)
        let other = try TestAuthority.made(named: "Conformance authority", at: started, years: 20)
        func signatory(
            _ organisation: String, _ name: String, by authority: TestAuthority, from day: Day? = nil,
            days: Int = 6_000,
            purpose: TestAuthority.Purpose = .signatures
        ) throws -> Signatory {
            let key = SigningKey()
            let certificate = try authority.issue(
                to: organisation, named: name, for: key, at: day.map { Instant(startOf: $0) } ?? started, days: days,
                purpose: purpose)
            return try Signatory(key: key, chain: CertificateChain([certificate]))
        }
        let revoked = try signatory(issuer.id, issuer.name, by: authority)
        revocations = try RevocationList(
            [RevocationList.Entry(serial: revoked.certificate.serial, at: manifest.issued, reason: .keyCompromise)],
            number: 2, by: authority, at: moment, days: 6_000)
        let bench = try ConformanceBench(
            manifest: manifest, forms: ManifestWriter(schemas).forms(of: manifest),
            signatory: signatory(issuer.id, issuer.name, by: authority), writer: ManifestWriter(schemas))
        let strangers = [
            (
                "signed-by-another-organisation", "Signed with the certificate of another organisation.",
                "issuer-signer",
                try signatory("somebody-else", "Somebody else", by: authority)
            ),
            (
                "authority-of-the-same-name", "Signed under an authority of the same name with another key.",
                "authority-untrusted", try signatory(issuer.id, issuer.name, by: other)
            ),
            (
                "certificate-expired", "The certificate has expired.", "certificate-dates",
                try signatory(issuer.id, issuer.name, by: authority, days: 31)
            ),
            ("certificate-revoked", "The certificate was taken back.", "certificate-revoked", revoked),
            (
                "certificate-not-yet-valid", "The certificate is for later.", "certificate-dates",
                try signatory(issuer.id, issuer.name, by: authority, from: moment.day.adding(days: 3_650))
            ),
            (
                "certificate-for-servers", "The certificate is for servers, by its extended key usage.",
                "certificate-usage", try signatory(issuer.id, issuer.name, by: authority, purpose: .servers)
            ),
            (
                "certificate-of-an-authority", "The certificate is that of an authority, by its basic constraints.",
                "certificate-usage", try signatory(issuer.id, issuer.name, by: authority, purpose: .authority)
            ),
        ]
        cases =
            try bench.sound() + bench.brokenBundles() + bench.brokenJSON() + bench.otherJSON() + bench.brokenXML()
            + bench.hostile() + bench.outOfOrder()
            + [bench.listSigned(by: strangers[0].3), bench.certificate(of: strangers[0].3)]
            + strangers.map { name, says, rule, signatory in
                ConformanceCase(
                    name: name, says: says, refusedBy: rule, file: nil, files: try bench.bundle(by: signatory))
            }
        self.authority = authority.certificate
        self.moment = moment
    }

    /// The list of cases as `expected.json` has it.
    package var expected: [UInt8] {
        let list = cases.map { test -> JSONValue in
            .members([
                "name": .string(test.name), "says": .string(test.says),
                "read": .string(test.file.map { "\(test.name)/\($0)" } ?? test.name),
                "previous": .text(test.previous.map { "\(test.name)/\($0)" }),
                "verdict": test.refusedBy == nil ? "sound" : "refused", "rule": .text(test.refusedBy),
            ])
        }
        let document: JSONValue = [
            "at": .string(moment.day.description), "trust": ["authority.pem", "revoked.pem"], "cases": .array(list),
        ]
        return Array((document.pretty() + "\n").utf8)
    }
}
