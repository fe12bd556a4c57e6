import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Testing

/// Partners are told of changes to what is in force, each in a version of its own; drafts are none of theirs.
@Suite struct ManifestVersionTests {
    private func versions(of reference: String, at desk: Desk) throws -> [Int] {
        var share: Share?
        return try desk.office.history(of: ShareReference(reference)).map(\.event).map { event in
            if share == nil { share = Share(first: event) } else { share?.apply(event) }
            return share?.manifestVersion ?? -1
        }
    }

    @Test func theFirstVersionIsThatWhichComesIntoForce() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let versions = try versions(of: "A", at: desk)
        #expect(versions.count > 20)
        #expect(versions.dropLast().allSatisfy { $0 == 0 } && versions.last == 1, "\(versions)")
    }

    @Test func anAmendmentIsAVersionWhenItComesIntoForceAndNotBefore() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let before = try versions(of: "A", at: desk).count
        try Life.live(Life.amendment, "A", at: desk)
        let amended = try versions(of: "A", at: desk).dropFirst(before)
        #expect(amended.count > 10)
        #expect(amended.dropLast().allSatisfy { $0 == 1 } && amended.last == 2, "\(amended)")
    }

    @Test func aSuspensionIsAVersionAndSoIsItsEnd() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Life.suspension, "A", at: desk)
        #expect(try desk.share("A").manifestVersion == 3)
    }

    @Test func aShareThatFlowsAlreadyIsVersionOneAndItsRegularisationAnother() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        #expect(try desk.share("A").manifestVersion == 1)
        try Life.live(Life.inherited, "A", at: desk)
        // The owner; the retention; and into force.
        #expect(try desk.share("A").manifestVersion == 4)
    }

    @Test func whatTheRegisterSaysBeyondTheTermsIsNoVersion() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        try desk.importing([Row("A", ["purpose": "Checking earnings against Pension Credit awards"])], as: "later.csv")
        #expect(try desk.share("A").manifestVersion == 2)
        #expect(try desk.share("A").version == 2)
    }

    // MARK: - Written

    private func manifest(_ path: String, at desk: Desk) async throws -> (Manifest, [String]) {
        let verdict = try await desk.office.verifyManifest(
            at: desk.path(path), VerificationWish(allowsUnsigned: true))
        #expect(verdict.isSound, "\(verdict.findings)")
        return (try #require(verdict.manifest), verdict.findings.all.map(\.rule))
    }

    @Test func aReplacedVersionStaysReadableAndSaysSo() async throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        _ = try desk.office.exportManifests(of: nil, to: desk.path("out"))
        try Life.live(Life.amendment, "A", at: desk)
        #expect(try desk.office.exportManifests(of: nil, to: desk.path("out")).written == 2)
        let (old, oldRules) = try await manifest("out/A@1", at: desk)
        let (new, newRules) = try await manifest("out/A", at: desk)
        #expect(old.version == 1 && old.dataItems.count == 2 && old.replacedBy?.version == 2)
        #expect(new.version == 2 && new.dataItems.count == 3 && new.replacedBy == nil)
        #expect(oldRules == ["manifest-replaced"] && newRules == [])
        let words = try ManifestDelta(from: old, to: new).words
        #expect(words.contains { $0.contains("Address") }, "\(words)")
    }

    @Test func anEarlierVersionIsIssuedOnceMore() async throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Life.suspension, "A", at: desk)
        for version in 1...2 {
            let export = try desk.office.exportManifests(
                of: [ShareReference("A")], version: version, to: desk.path("out"))
            #expect(export.written == 1)
            let (manifest, _) = try await manifest("out/A@\(version)/manifest.xml", at: desk)
            #expect(manifest.status == (version == 1 ? .inForce : .suspended))
            #expect(manifest.replacedBy?.version == 3)
        }
        let none = try desk.office.exportManifests(
            of: [ShareReference("A")], version: 4, to: desk.path("out"))
        #expect(none.written == 0 && none.left.map(\.findings.all.first?.rule) == ["manifest-version"])
    }

    @Test func whatHasEndedSaysSo() async throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try Life.live(Life.retirement, "A", at: desk)
        _ = try desk.office.exportManifests(of: nil, to: desk.path("out"))
        let (manifest, rules) = try await manifest("out/A", at: desk)
        #expect(manifest.status == .ended && rules == ["manifest-stopped"])
    }

    /// The bundle that is there is compared with what would be written, not only with the share's version.
    @Test func resumingSeesThatReferenceDataOrTheIssuerChanged() throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B", ["provider": "Leeds City Council"])])
        #expect(try desk.office.exportManifests(of: nil, to: desk.path("out"), resuming: true).written == 2)
        #expect(try desk.office.exportManifests(of: nil, to: desk.path("out"), resuming: true).kept == 2)
        let templates = try DepartmentTests.Templates()
        func change(_ file: String, _ old: String, _ new: String) throws -> ManifestExport {
            try templates.change(file, old, new)
            let office = Office(
                ledger: desk.office.ledger, templates: TemplateFolder(root: templates.url),
                surroundings: desk.office.surroundings)
            return try office.exportManifests(of: nil, to: desk.path("out"), resuming: true)
        }
        let renamed = try change(
            "reference/organisations.json", "\"name\": \"Leeds City Council\"", "\"name\": \"City of Leeds Council\"")
        #expect(renamed.written == 1 && renamed.kept == 1)
        let reissued = try change(
            "department.json", "department-for-work-pensions", "hm-revenue-customs")
        #expect(reissued.written == 2 && reissued.kept == 0)
    }
}
