import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Signatures
import Testing

/// An authority that both departments trust, and what each signs with.
struct Partners {
    static let start = Instant(milliseconds: 1_774_915_200_000)  // 2026-03-31

    let folder: URL
    let dwp: Signatory
    let hmrc: Signatory
    /// The files of `--trust`.
    let trust: [String]

    init(in folder: URL) throws {
        self.folder = folder
        let authority = try TestAuthority.made(named: "Test authority", at: Self.start, years: 5)
        func signatory(_ organisation: String) throws -> Signatory {
            let key = SigningKey()
            let certificate = try authority.issue(
                to: organisation, named: "The signer", for: key, at: Self.start, days: 1_000)
            return try Signatory(key: key, chain: CertificateChain([certificate]))
        }
        dwp = try signatory("department-for-work-pensions")
        hmrc = try signatory("hm-revenue-customs")
        let list = try RevocationList([], number: 1, by: authority, at: Self.start, days: 1_000)
        trust = [("authority.pem", authority.certificate.pem), ("revoked.pem", list.pem)].map { name, text in
            let file = folder.appendingPathComponent(name)
            try? Data(text.utf8).write(to: file)
            return file.path
        }
    }

    /// HMRC's own installation, with its own register.
    func hmrcOffice(on moment: Instant) throws -> Office {
        let templates = folder.appendingPathComponent("hmrc-templates")
        if !FileManager.default.fileExists(atPath: templates.path) {
            try FileManager.default.copyItem(at: TemplateFolder.bundled.root, to: templates)
            try Data(#"{"organisation": "hm-revenue-customs"}"#.utf8).write(
                to: templates.appendingPathComponent("department.json"))
        }
        return Office(
            ledger: try Ledger.open(file: folder.appendingPathComponent("hmrc.sqlite").path),
            templates: TemplateFolder(root: templates),
            surroundings: Surroundings(now: { moment }, newReference: { _ in ShareReference("none") }))
    }

    /// What HMRC sends of its shares: bundles in a folder.
    func hmrcSends(_ rows: [Row], on moment: Instant, to name: String) throws -> String {
        let office = try hmrcOffice(on: moment)
        let file = folder.appendingPathComponent("hmrc.csv")
        try Data(Row.csv(rows).utf8).write(to: file)
        _ = try office.importRegister(ImportRequest(file: file.path))
        let path = folder.appendingPathComponent(name).path
        _ = try office.exportManifests(of: nil, to: path, signedBy: hmrc)
        return path
    }
}
