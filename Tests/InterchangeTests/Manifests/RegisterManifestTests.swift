import Foundation
import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// Shares as real registers have them can be stated. The public registers stand beside the project where it is built, not
/// in it: without them this is skipped.
@Suite struct RegisterManifestTests {
    private static let registers = RegisterSamples.root.deletingLastPathComponent().appending(path: "shared/registers")
    private static let areThere = FileManager.default.fileExists(atPath: registers.path)

    @Test(
        .enabled(if: areThere, "../shared/registers is not there"),
        arguments: [
            ("nhs-digital-data-releases-2017.csv", "nhs-digital-data-releases"),
            ("dea-information-sharing-agreements-2019.tsv", "dea-information-sharing-agreements"),
        ])
    func everyShareOfAPublicRegisterHasAManifest(_ file: String, _ mapping: String) throws {
        let data = try ManifestSamples.reference()
        let schemas = try ManifestSamples.schemas()
        let approval = try JSONValue(parsing: ManifestSamples.bytes("Templates/workflows/approval.json"))
        var reader = RegisterReader(reference: data, source: file, today: try #require(Day(iso: "2026-04-01")))
        var stated = 0
        let bytes = try RegisterSamples.bytes(Self.registers.appending(path: file))
        _ = try RegisterFile(mapping: try RegisterSamples.mapping(mapping)).read(from: RegisterSamples.chunks(bytes)) {
            guard let entry = reader.read($0).entry else { return }
            let state = try #require(approval["entries"]?[entry.entry.rawValue]?.string)
            let share = try ManifestSamples.share(
                entry.reference.rawValue, entry.terms, origin: entry.origin, approval: StateName(rawValue: state),
                owner: entry.owner)
            let manifest = try ManifestSamples.manifest(of: share, data)
            let forms = try ManifestWriter(schemas).forms(of: manifest)
            #expect(try Manifest(json: forms.json, schemas: schemas) == manifest, "\(entry.reference)")
            #expect(try Manifest(xml: forms.xml, schemas: schemas) == manifest, "\(entry.reference)")
            stated += 1
        }
        #expect(stated > 2)
    }
}
