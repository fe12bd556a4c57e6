import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Testing

/// Who has acknowledged which version of a manifest, and who has not.
@Suite struct ReceiptTests {
    private func issued(_ desk: Desk, to name: String = "out") throws -> String {
        let partners = try Partners(in: desk.folder)
        let export = try desk.office.exportManifests(of: nil, to: desk.path(name), signedBy: partners.dwp)
        #expect(export.left.isEmpty)
        return desk.path(name)
    }

    @Test func aSignedExportIsIssuedOnceAndAnUnsignedOneNever() throws {
        let desk = try Desk()
        try desk.importing([Row("DS-1"), Row("DS-2")])
        let before = try desk.position()
        _ = try desk.office.exportManifests(of: nil, to: desk.path("plain"))
        #expect(try desk.position() == before)
        #expect(try desk.office.receipts().isEmpty)
        let folder = try issued(desk)
        let after = try desk.position()
        #expect(after.size == before.size + 1)
        #expect(try desk.office.receipts().map(\.organisation) == ["HM Revenue & Customs", "HM Revenue & Customs"])
        // The same again states nothing new, and what is resumed is known.
        _ = try desk.office.exportManifests(of: nil, to: folder, signedBy: Partners(in: desk.folder).dwp)
        #expect(try desk.position() == after)
    }

    @Test func aPartnerAcknowledgesWhatItHasAndTheRecordSaysWhoWhenAndWhich() async throws {
        let desk = try Desk()
        try desk.importing([Row("DS-1")])
        let folder = try issued(desk)
        try desk.set("2026-04-07")
        let receipt = try await desk.office.acknowledgeManifest(at: folder + "/DS-1", as: PersonID("partner"))
        #expect(receipt.organisation == "hm-revenue-customs")
        let manifest = try Manifest(
            json: Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/DS-1/manifest.json"))),
            schemas: ManifestSchemas(
                json: Array(
                    try Data(contentsOf: TemplateFolder.bundled.root.appending(path: "schemas/manifest.schema.json"))),
                xml: Array(try Data(contentsOf: TemplateFolder.bundled.root.appending(path: "schemas/manifest.xsd")))))
        #expect(receipt.digest == manifest.digest)
        let line = try #require(try desk.office.receipts(of: ShareReference("DS-1")).first)
        #expect(line.acknowledged == Day(iso: "2026-04-07"))
        #expect(line.by == "partner")
        #expect(line.digest == receipt.digest)
        #expect(try desk.office.verifyAudit().faults.isEmpty)
    }

    @Test func whatCannotBeAcknowledgedIsRefusedWithEveryReason() async throws {
        let desk = try Desk()
        try desk.importing([Row("DS-1"), Row("DS-2")])
        let folder = try issued(desk)
        func rules(_ file: String, for body: String? = nil, evidence: String? = nil, _ person: String) async throws
            -> [String]
        {
            do {
                _ = try await desk.office.acknowledgeManifest(
                    at: file, for: body, evidence: evidence, as: PersonID(person))
                return []
            } catch let refusal as Refusal { return refusal.reasons.map(\.rule) }
        }
        // May this person?
        #expect(try await rules(folder + "/DS-1", "owner") == ["not-your-role"])
        #expect(try await rules(folder + "/DS-1", "stranger") == ["not-your-role"])
        #expect(try await rules(folder + "/DS-1", for: "Home Office", "partner") == ["not-your-role"])
        #expect(try await rules(folder + "/DS-1", "hub") == ["not-your-role"])
        // Is it possible, and is everything there?
        #expect(
            try await rules(folder + "/DS-1", for: "Home Office", "hub") == ["no-party", "evidence-missing"])
        #expect(try await rules(folder + "/DS-1", for: "HMRC", evidence: "Mail of 2 April", "hub") == [])
        #expect(try await rules(folder + "/DS-1", "partner") == ["acknowledged"])
        // What was written out, and never issued.
        try desk.importing([Row("DS-2", ["title": "Something else"])])
        _ = try desk.office.exportManifests(of: [ShareReference("DS-2")], to: desk.path("plain"))
        #expect(try await rules(desk.path("plain/DS-2"), "partner") == ["never-issued"])
    }

    @Test func aVersionThatSaysThatItWasReplacedIsNotTakenForAForgery() async throws {
        let desk = try Desk()
        try Life.inForce("DS-1", at: desk)
        let folder = try issued(desk)
        try Life.live(Life.amendment, "DS-1", at: desk)
        _ = try issued(desk)
        do {
            _ = try await desk.office.acknowledgeManifest(at: folder + "/DS-1@1", as: PersonID("partner"))
            Issue.record("It was acknowledged")
        } catch let refusal as Refusal {
            #expect(refusal.reasons.map(\.rule) == ["replaced"])
            #expect(refusal.reasons.first?.says.hasSuffix("take and acknowledge the version that holds.") == true)
        }
        _ = try await desk.office.acknowledgeManifest(at: folder + "/DS-1", as: PersonID("partner"))
    }

    @Test func whoHasNotAcknowledgedInTimeIsAFindingAndInTheReport() async throws {
        let desk = try Desk(on: "2026-04-01")
        try desk.importing([Row("DS-1")])
        let folder = try issued(desk)
        func findings() throws -> [String] {
            try desk.office.check(ShareReference("DS-1")).filter { $0.rule == "manifest-not-acknowledged" }
                .map(\.message)
        }
        // Ten working days from 1 April 2026: Good Friday and Easter Monday are none.
        try desk.set("2026-04-17")
        #expect(try findings().isEmpty)
        #expect(try desk.office.report().manifestsNotAcknowledged == 0)
        try desk.set("2026-04-20")
        #expect(
            try findings() == [
                "HM Revenue & Customs has not acknowledged version 1 of the manifest, issued on 1 April 2026: 11 working days ago, and 10 are allowed."
            ])
        #expect(try desk.office.report().manifestsNotAcknowledged == 1)
        #expect(try desk.office.report(asAt: Day(iso: "2026-04-17")).manifestsNotAcknowledged == 0)
        _ = try await desk.office.acknowledgeManifest(at: folder + "/DS-1", as: PersonID("partner"))
        #expect(try findings().isEmpty)
        #expect(try desk.office.report().manifestsNotAcknowledged == 0)
        // What is then issued is to be acknowledged anew.
        try desk.importing([Row("DS-1", ["purpose": "Checking earnings, and debts"])])
        _ = try issued(desk, to: "later")
        #expect(try desk.office.receipts().map(\.acknowledged) == [nil])
    }
}
