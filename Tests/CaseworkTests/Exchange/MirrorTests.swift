import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Testing

/// Partners' manifests come in as mirrors, and never half.
@Suite struct MirrorTests {
    private static let day = Instant(milliseconds: 1_775_001_600_000)  // 2026-04-01

    @Test func aSoundManifestBecomesAMirrorAndNoShareOfOurs() async throws {
        let desk = try Desk(on: "2026-04-02")
        let partners = try Partners(in: desk.folder)
        let folder = try partners.hmrcSends([Row("HMRC-7")], on: Self.day, to: "sent")
        let imported = try await desk.office.importManifests(at: [folder + "/HMRC-7"], trust: partners.trust)
        #expect(imported.map(\.outcome) == [.new])
        #expect(imported.map(\.version) == [1])
        #expect(try desk.office.shares().isEmpty)
        let mirror = try #require(try desk.office.mirrors(of: "HMRC").first)
        #expect(mirror.issuer == "HM Revenue & Customs")
        #expect(mirror.title == "Earnings check HMRC-7")
        #expect(mirror.status == "inherited")
        #expect(mirror.issued == Day(iso: "2026-04-01"))
        #expect(mirror.received == Day(iso: "2026-04-02"))
        #expect(try desk.office.mirrors(of: "Home Office").isEmpty)
        let position = try desk.position()
        let again = try await desk.office.importManifests(at: [folder + "/HMRC-7"], trust: partners.trust)
        #expect(again.map(\.outcome) == [.unchanged])
        #expect(try desk.position() == position)
        #expect(try desk.office.verifyAudit().faults.isEmpty)
    }

    @Test func aLaterManifestTakesItsPlaceAndAnEarlierOneIsRefused() async throws {
        let desk = try Desk(on: "2026-04-05")
        let partners = try Partners(in: desk.folder)
        let first = try partners.hmrcSends([Row("HMRC-7")], on: Self.day, to: "first")
        let later = Instant(milliseconds: Self.day.milliseconds + 86_400_000)
        let second = try partners.hmrcSends([Row("HMRC-7", ["purpose": "Other"])], on: later, to: "second")
        _ = try await desk.office.importManifests(at: [first + "/HMRC-7"], trust: partners.trust)
        let updated = try await desk.office.importManifests(at: [second + "/HMRC-7"], trust: partners.trust)
        #expect(updated.map(\.outcome) == [.updated])
        #expect(try await rules(desk, [first + "/HMRC-7"], partners).contains("version-order"))
    }

    /// What one share's manifest shows of a partner's register is held against those of all others.
    @Test func aRegisterThatBecameShorterOrWasWrittenAnewIsFoundThroughAnyShare() async throws {
        let desk = try Desk(on: "2026-04-05")
        let partners = try Partners(in: desk.folder)
        let folder = try partners.hmrcSends([Row("HMRC-7"), Row("HMRC-8")], on: Self.day, to: "sent")
        _ = try await desk.office.importManifests(at: [folder + "/HMRC-7"], trust: partners.trust)
        func beginAnew() {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: desk.path("hmrc.sqlite" + suffix))
            }
        }
        beginAnew()
        let later = Instant(milliseconds: Self.day.milliseconds + 86_400_000)
        let shorter = try partners.hmrcSends([Row("HMRC-9")], on: later, to: "shorter")
        #expect(try await rules(desk, [shorter + "/HMRC-9"], partners) == ["register-breach"])
        beginAnew()
        let anew = try partners.hmrcSends([Row("HMRC-9"), Row("HMRC-10")], on: later, to: "anew")
        #expect(try await rules(desk, [anew + "/HMRC-9"], partners) == ["register-breach"])
        // Another of the first is no breach.
        #expect(try await rules(desk, [folder + "/HMRC-8"], partners).isEmpty)
    }

    @Test func oneBadManifestKeepsAllOutWithEveryFinding() async throws {
        let desk = try Desk(on: "2026-04-02")
        let partners = try Partners(in: desk.folder)
        let folder = try partners.hmrcSends([Row("HMRC-7"), Row("HMRC-8")], on: Self.day, to: "sent")
        let list = URL(fileURLWithPath: folder + "/HMRC-8/manifest.json")
        var bytes = Array(try Data(contentsOf: list))
        bytes.append(0x20)
        try Data(bytes).write(to: list)
        let position = try desk.position()
        let found = try await rules(
            desk, [folder + "/HMRC-7", folder + "/HMRC-8", folder + "/HMRC-9"], partners)
        #expect(found.contains("bundle-digest"))
        #expect(found.contains("file-missing"))
        #expect(try desk.position() == position)
    }

    @Test func whatIsOursOrOfOthersOrUnsignedOrUntrustedIsRefused() async throws {
        let desk = try Desk(on: "2026-04-02")
        let partners = try Partners(in: desk.folder)
        try desk.importing([Row("DS-1")])
        _ = try desk.office.exportManifests(of: nil, to: desk.path("ours"), signedBy: partners.dwp)
        #expect(try await rules(desk, [desk.path("ours/DS-1")], partners) == ["manifest-own"])
        let sent = try partners.hmrcSends(
            [Row("HMRC-7"), Row("HMRC-8", ["recipient": "Home Office"])], on: Self.day, to: "sent")
        #expect(try await rules(desk, [sent + "/HMRC-8"], partners) == ["manifest-of-others"])
        _ = try partners.hmrcOffice(on: Self.day).exportManifests(of: nil, to: desk.path("plain"))
        #expect(try await rules(desk, [desk.path("plain/HMRC-7")], partners) == ["signature-missing"])
        let others = try Partners(in: desk.folder.appendingPathComponent("others").made())
        #expect(try await rules(desk, [sent + "/HMRC-7"], others) == ["authority-untrusted"])
    }

    @Test func aMirrorThatWasTakenOutIsFoundByTheAudit() async throws {
        let desk = try Desk(on: "2026-04-02")
        let partners = try Partners(in: desk.folder)
        let folder = try partners.hmrcSends([Row("HMRC-7")], on: Self.day, to: "sent")
        _ = try await desk.office.importManifests(at: [folder + "/HMRC-7"], trust: partners.trust)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('DROP TRIGGER kept_text_is_never_removed'); c.execute('DELETE FROM kept_text WHERE digest NOT IN (SELECT digest FROM reference_state WHERE digest IS NOT NULL)'); c.commit()",
            desk.path("register.sqlite"),
        ]
        try process.run()
        process.waitUntilExit()
        let faults = try desk.office.verifyAudit().faults
        #expect(faults.count == 1)
        #expect(faults.first?.hasSuffix("received of HMRC-7, is missing.") == true)
    }

    private func rules(_ desk: Desk, _ files: [String], _ partners: Partners) async throws -> Set<String> {
        do {
            _ = try await desk.office.importManifests(at: files, trust: partners.trust)
            return []
        } catch let findings as Findings { return Set(findings.errors.map(\.rule)) }
    }
}

extension URL {
    fileprivate func made() throws -> URL {
        try FileManager.default.createDirectory(at: self, withIntermediateDirectories: true)
        return self
    }
}
