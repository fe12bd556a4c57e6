import Foundation
import Interchange
import Shares
import Testing

/// Tools that partners have agree with our own validators.
@Suite struct ManifestOutsideValidatorTests {
    /// Writes manifests of all kinds into a new folder and gives the folder and their names without extension.
    private func folder() throws -> (URL, [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "manifests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = try ManifestSamples.reference()
        let writer = ManifestWriter(try ManifestSamples.schemas())
        var shares = [
            try ManifestSamples.share("full", ManifestSamples.full),
            try ManifestSamples.share("sparse", ManifestSamples.sparse),
        ]
        for seed in UInt64(1)...60 {
            var generator = ManifestGenerator(state: seed)
            shares.append(try ManifestSamples.share("seed-\(seed)", generator.terms()))
        }
        for share in shares {
            let forms = try writer.forms(of: try ManifestSamples.manifest(of: share, data))
            try Data(forms.xml).write(to: folder.appending(path: "\(share.reference).xml"))
            try Data(forms.json).write(to: folder.appending(path: "\(share.reference).json"))
        }
        return (folder, shares.map(\.reference.rawValue))
    }

    private static let xmllint = "/usr/bin/xmllint"

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: xmllint), "xmllint is not installed"))
    func xmllintFindsEveryManifestValid() throws {
        let (folder, names) = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let schema = ManifestSamples.root.appending(path: "Templates/schemas/manifest.xsd").path
        let files = names.map { folder.appending(path: $0 + ".xml").path }
        let (status, output) = try Tool.run(Self.xmllint, ["--nonet", "--noout", "--schema", schema] + files)
        #expect(status == 0, "\(output.suffix(2_000))")
    }

    private static let hasJSONSchema =
        (try? Tool.python(["import jsonschema"]).status) == 0

    @Test(.enabled(if: hasJSONSchema, "Python's jsonschema is not installed"))
    func pythonFindsEveryManifestValidAndItsDigestRight() throws {
        let (folder, _) = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let schema = ManifestSamples.root.appending(path: "Templates/schemas/manifest.schema.json").path
        // The files are canonical, and so is what is left when the digest, which stands before "disposal" or another
        // member, is cut out of the bytes.
        let script = """
            import hashlib, json, pathlib, re, sys
            from jsonschema import Draft202012Validator
            schema = json.load(open(sys.argv[1]))
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            for path in pathlib.Path(sys.argv[2]).glob("*.json"):
                raw = path.read_bytes()
                faults = list(validator.iter_errors(json.loads(raw)))
                assert not faults, (path.name, faults[0])
                cut, times = re.subn(rb'"digest":\\{"algorithm":"SHA-256","value":"[0-9a-f]{64}"\\},', b'', raw)
                assert times == 1, path.name
                assert hashlib.sha256(cut).hexdigest() == json.loads(raw)["digest"]["value"], path.name
            """
        let (status, output) = try Tool.python([script, schema, folder.path])
        #expect(status == 0, "\(output.suffix(2_000))")
    }
}
