import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// One value, two forms: each converts to the other without loss.
@Suite struct ManifestRoundTripTests {
    let schemas: ManifestSchemas
    let data: ReferenceData

    init() throws {
        schemas = try ManifestSamples.schemas()
        data = try ManifestSamples.reference()
    }

    /// Bytes are compared, because Swift takes texts for equal that differ in normal form.
    private func expectRoundTrip(_ manifest: Manifest, _ note: Comment) throws {
        let writer = ManifestWriter(schemas)
        let forms = try writer.forms(of: manifest)
        let fromJSON = try Manifest(json: forms.json, schemas: schemas)
        let fromXML = try Manifest(xml: forms.xml, schemas: schemas)
        #expect(fromJSON == manifest, note)
        #expect(fromXML == manifest, note)
        #expect(forms.digest == manifest.digest, note)
        #expect(forms.statement == manifest.statement, note)
        #expect(forms.json == (try JSONValue(parsing: forms.json)).canonical(), note)
        #expect(try writer.forms(of: fromJSON) == forms, note)
        #expect(try writer.forms(of: fromXML) == forms, note)
    }

    @Test func aShareWithEveryFieldSurvivesBothForms() throws {
        let share = try ManifestSamples.share(
            "DWP-DS-00001", ManifestSamples.full, origin: Origin(.inherited, source: "register.csv"),
            approval: "inherited", owner: DataOwner(name: "Head of Earnings", appointed: ManifestSamples.issued))
        try expectRoundTrip(ManifestSamples.manifest(of: share, data), "full")
    }

    @Test func aReplacedVersionSurvivesBothForms() throws {
        var share = try ManifestSamples.share("1", ManifestSamples.full, approval: "in-force")
        share.manifestVersion = 3
        var manifest = try ManifestSamples.manifest(of: share, data)
        manifest.replacedBy = Manifest.Replacement(version: 7, since: try #require(Day(iso: "2026-11-26")))
        try expectRoundTrip(manifest, "replaced")
        let document = try JSONValue(parsing: ManifestWriter(schemas).forms(of: manifest).json)
        let versions = "https://concordat.example/ns/2026/organisation/department-for-work-pensions/share/1/version/"
        #expect(document["replacedBy"]?["@id"] == .string(versions + "7"))
        #expect(document["previousVersion"] == .string(versions + "2"))
        #expect(document["policy"]?["permission"] == nil)
    }

    @Test func aShareWithNothingButItsPartiesSurvivesBothForms() throws {
        let share = try ManifestSamples.share("1", ManifestSamples.sparse)
        try expectRoundTrip(ManifestSamples.manifest(of: share, data), "sparse")
    }

    @Test func hostileTextsSurviveBothForms() throws {
        for seed in UInt64(1)...200 {
            var generator = ManifestGenerator(state: seed)
            let share = try ManifestSamples.share(generator.text(), generator.terms())
            try expectRoundTrip(ManifestSamples.manifest(of: share, data), "seed \(seed)")
        }
    }

    @Test func whatXMLCannotHoldIsReplacedInBothForms() throws {
        var terms = ManifestSamples.sparse
        terms.purpose = "a\u{1}b\u{FFFE}c\u{0}"
        let manifest = try ManifestSamples.manifest(of: ManifestSamples.share("1", terms), data)
        #expect(manifest.purpose == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
        try expectRoundTrip(manifest, "replaced")
    }

    @Test func theDigestIsThatOfTheContentWithoutIt() throws {
        let share = try ManifestSamples.share("1", ManifestSamples.full)
        let manifest = try ManifestSamples.manifest(of: share, data)
        let forms = try ManifestWriter(schemas).forms(of: manifest)
        var document = try #require(try JSONValue(parsing: forms.json).object)
        #expect(document.removeValue(forKey: "digest")?["value"]?.string == manifest.digest)
        #expect(forms.digest == manifest.digest)
        let xml = String(decoding: forms.xml, as: UTF8.self)
        #expect(xml.contains("<digest algorithm=\"SHA-256\" value=\"\(manifest.digest)\"/>"))
        var changed = manifest
        changed.title += "."
        #expect(changed.digest != manifest.digest)
    }

    @Test func theManifestSaysWhatTheShareSays() throws {
        let share = try ManifestSamples.share(
            "DWP-DS-00001", ManifestSamples.full, origin: Origin(.inherited, source: "register.csv"),
            approval: "inherited")
        let manifest = try ManifestSamples.manifest(of: share, data)
        #expect(manifest.status == .inherited)
        #expect(manifest.origin.kind == .inherited)
        #expect(manifest.providers.map(\.name) == ["HM Revenue & Customs"])
        #expect(manifest.processors.map(\.id) == [nil])
        #expect(manifest.gateways.first?.address == "https://www.legislation.gov.uk/ukpga/2012/5/section/127")
        #expect(manifest.lawfulBases.first?.citation == "6(1)(e)")
        #expect(manifest.dataItems.map(\.isPersonal) == [true, true, false])
        #expect(manifest.start == Day(iso: "2022-02-01"))
        #expect(manifest.end == nil)
        #expect(manifest.statedDates.map(\.which) == [.end])
        #expect(manifest.statedDates.map(\.text) == ["when the law changes"])
        #expect(manifest.retention?.duration == "P3Y11M")
        #expect(manifest.register == ManifestSamples.position)
    }
}
