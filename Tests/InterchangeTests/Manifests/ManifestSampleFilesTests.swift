import Foundation
import Interchange
import Shares
import Testing
import Workflows

/// The examples in `Samples/manifests` are what the product writes; `RECORD=1` writes them anew.
@Suite struct ManifestSampleFilesTests {
    static let names = ["earnings-inherited", "earnings-in-force", "earnings-replaced", "prisoner-list-proposed"]

    private func share(_ name: String) throws -> Share {
        switch name {
        case "earnings-inherited":
            return try ManifestSamples.share(
                "DWP-DS-00001", ManifestSamples.full, origin: Origin(.inherited, source: "register.csv"),
                approval: "inherited", owner: DataOwner(name: "Deputy Director, Universal Credit"))
        case "earnings-in-force":
            var terms = ManifestSamples.full
            terms.endDate = StatedDay("31/01/2028", day: Day(iso: "2028-01-31"))
            var share = try ManifestSamples.share(
                "DWP-DS-00001", terms, origin: Origin(.inherited, source: "register.csv"), approval: "in-force",
                owner: DataOwner(name: "Deputy Director, Universal Credit", appointed: ManifestSamples.issued))
            share.manifestVersion = 2
            share.termsVersion = 1
            return share
        case "earnings-replaced": return try self.share("earnings-inherited")
        default:
            return try ManifestSamples.share("DWP-DS-00002", ManifestSamples.sparse)
        }
    }

    @Test(arguments: names) func theExampleIsWhatIsWritten(_ name: String) throws {
        let schemas = try ManifestSamples.schemas()
        var manifest = try ManifestSamples.manifest(of: share(name), ManifestSamples.reference())
        if name == "earnings-replaced" {
            manifest.replacedBy = Manifest.Replacement(version: 2, since: try #require(Day(iso: "2026-02-02")))
        }
        let forms = try ManifestWriter(schemas).forms(of: manifest)
        let folder = ManifestSamples.root.appending(path: "Samples/manifests")
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(forms.json).write(to: folder.appending(path: name + ".json"))
            try Data(forms.xml).write(to: folder.appending(path: name + ".xml"))
        }
        let json = try ManifestSamples.bytes("Samples/manifests/\(name).json")
        let xml = try ManifestSamples.bytes("Samples/manifests/\(name).xml")
        #expect(json == forms.json)
        #expect(xml == forms.xml)
        #expect(try Manifest(json: json, schemas: schemas) == manifest)
        #expect(try Manifest(xml: xml, schemas: schemas) == manifest)
    }
}
