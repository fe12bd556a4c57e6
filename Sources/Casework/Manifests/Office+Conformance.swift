import Foundation
import Interchange
package import Shares
import Signatures

extension Office {
    /// Writes a conformance kit around a sample manifest, and says how many cases it has. The folder must not be there.
    package func writeConformanceKit(to folder: String, at moment: Instant) throws -> Int {
        let schemas = try manifestSchemas.get()
        let sample = SampleFolder.root.appendingPathComponent("manifests/earnings-in-force.json").path
        let manifest = try Manifest(
            json: ImportFile.bytes(of: sample, atMost: ManifestCheck.longestFile), schemas: schemas)
        let kit = try ConformanceKit(
            of: manifest, issuer: organisation(manifest.issuer.id), schemas: schemas, at: moment)
        guard !FileManager.default.fileExists(atPath: folder) else {
            throw Findings([.error("file-exists", at: .pointer(file: folder, ""), "The folder is there already.")])
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        func write(_ bytes: [UInt8], _ path: String) throws {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(path)"), options: .atomic)
        }
        for test in kit.cases {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(test.name)", withIntermediateDirectories: true)
            for (name, bytes) in test.files { try write(bytes, "\(test.name)/\(name)") }
        }
        try write(Array(kit.authority.pem.utf8), "authority.pem")
        try write(Array(kit.revocations.pem.utf8), "revoked.pem")
        try write(kit.expected, "expected.json")
        return kit.cases.count
    }
}
