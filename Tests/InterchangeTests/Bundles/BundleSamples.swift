import Foundation
import Interchange
import Shares
import Signatures
import Workflows

/// An authority, two organisations that it certifies, and a bundle that one of them signed.
struct BundleSamples {
    static let now = Instant(milliseconds: 1_795_000_000_000)
    static let issuer = "department-for-work-pensions"

    let schemas: ManifestSchemas
    let authority: TestAuthority
    let signatory: Signatory
    let manifest: Manifest
    let forms: ManifestForms

    init() throws {
        schemas = try ManifestSamples.schemas()
        let started = Instant(milliseconds: ManifestSamples.issued.milliseconds - 86_400_000)
        authority = try TestAuthority.made(named: "Test authority", at: started, years: 10)
        signatory = try Self.signatory(of: authority, for: Self.issuer, at: started)
        let share = try ManifestSamples.share("DWP-DS-00001", ManifestSamples.full, approval: "in-force")
        manifest = try ManifestSamples.manifest(of: share, ManifestSamples.reference())
        forms = try ManifestWriter(schemas).forms(of: manifest)
    }

    static func signatory(
        of authority: TestAuthority, for organisation: String, at start: Instant, days: Int = 365
    ) throws -> Signatory {
        let key = SigningKey()
        let certificate = try authority.issue(
            to: organisation, named: "The signer", for: key, at: start, days: days)
        return try Signatory(key: key, chain: CertificateChain([certificate]))
    }

    func files(signedBy other: Signatory? = nil) throws -> [String: [UInt8]] {
        let bundle = try ManifestBundle(manifest, forms, signedBy: other ?? signatory)
        return Dictionary(uniqueKeysWithValues: bundle.files.map { ($0.name, $0.bytes) })
    }

    func check(
        revoked: [RevocationList.Entry] = [], at moment: Instant = now, after previous: Manifest? = nil,
        trusting other: TestAuthority? = nil
    ) throws -> ManifestCheck {
        let list = try RevocationList(
            revoked, number: revoked.count + 1, by: authority, at: Instant(milliseconds: moment.milliseconds - 1_000),
            days: 30)
        let trust = Trust(authorities: [(other ?? authority).certificate], revocations: [list])
        return ManifestCheck(schemas: schemas, trust: trust, at: moment, after: previous)
    }

    /// The files in a new folder, with the authority's certificate and list.
    func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bundle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in try files() { try Data(bytes).write(to: folder.appending(path: name)) }
        try Data(authority.certificate.pem.utf8).write(to: folder.appending(path: "authority.pem"))
        let list = try RevocationList([], number: 1, by: authority, at: Self.now, days: 36_500 / 10)
        try Data(list.pem.utf8).write(to: folder.appending(path: "revoked.pem"))
        return folder
    }
}

extension ManifestVerdict {
    /// The rules of the errors, once each.
    var rules: Set<String> { Set(findings.errors.map(\.rule)) }
}
