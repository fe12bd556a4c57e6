import Casework
import Foundation
import Ledger
import Shares
import Signatures
import Testing

/// Nothing is signed with a certificate that was taken back, or has expired; and two exports never write into one folder.
@Suite struct SigningStoppedTests {
    private let desk: Desk
    private let authority: AuthorityFolder
    private let keys: String
    private let serial: String

    init() throws {
        desk = try Desk()
        authority = AuthorityFolder(desk.folder.appendingPathComponent("authority").path)
        keys = desk.folder.appendingPathComponent("keys").path
        let now = desk.office.surroundings.now()
        _ = try authority.make(named: "Test authority", at: now, years: 5)
        let department = try #require(try desk.office.reference().organisations["department-for-work-pensions"])
        serial = try authority.issue(to: department, folder: keys, at: now, days: 30).serial
        try desk.importing([Row("DS-1")])
    }

    private var trust: [String] { [authority.certificateFile, authority.revocationsFile] }

    private func export(to name: String = "out") throws -> ManifestExport {
        try desk.office.exportManifests(
            of: nil, to: desk.folder.appendingPathComponent(name).path,
            signedBy: SigningKeys.signatory(folder: keys, environment: [:]), under: trust)
    }

    @Test func aCertificateThatWasTakenBackSignsNothing() throws {
        let signatory = try #require(try SigningKeys.signatory(folder: keys, environment: [:]))
        let publication = Publication(signedBy: signatory, under: try TrustFiles(trust))
        #expect(try export().written == 1)
        try desk.office.checkSigning(by: publication)
        _ = try authority.revoke(serial, for: .keyCompromise, at: desk.office.surroundings.now())
        let stopped = #expect(throws: SigningStopped.self) { try export(to: "again") }
        #expect(stopped?.findings.all.map(\.rule) == ["certificate-revoked"])
        #expect(!FileManager.default.fileExists(atPath: desk.folder.appendingPathComponent("again").path))
        // What a running server was started with is read anew.
        #expect(throws: SigningStopped.self) { try desk.office.checkSigning(by: publication) }
        #expect(throws: SigningStopped.self) { try desk.office.tellPartners(by: publication) }
    }

    @Test func anExpiredCertificateSignsNothing() throws {
        desk.set(day: desk.today.adding(days: 31))
        let stopped = #expect(throws: SigningStopped.self) { try export() }
        #expect(stopped?.findings.all.map(\.rule) == ["certificate-dates"])
    }

    @Test func twoExportsNeverWriteIntoOneFolder() throws {
        let folder = desk.folder.appendingPathComponent("out").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let other = open(folder, O_RDONLY | O_DIRECTORY)
        #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
        let busy = #expect(throws: Findings.self) { try export() }
        #expect(busy?.all.map(\.rule) == ["folder-busy"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        close(other)
        #expect(try export().written == 1)
    }
}
