import Foundation

/// Manifests in both forms, held against their schemas, signed and written; and what an export of a large register holds in
/// memory. Takes the databases of `RegisterBenchmark`.
enum ManifestBenchmark {
    static func run(_ program: Program) throws {
        _ = try program.run(["--db", "small0.sqlite", "keys", "authority", "--to", "authority"])
        _ = try program.run([
            "--db", "small0.sqlite", "keys", "issue", "--authority", "authority", "--to", "keys",
        ])
        let export = try program.run(
            ["--db", "small0.sqlite", "manifest", "export", "--all", "--to", "signed", "--keys", "keys"])
        Benchmarks.row(
            "1,500 manifests in both forms, checked, signed and written",
            "\(Benchmarks.shown(export.seconds)), \(export.peak) MB\(try comparison(with: export, program))")
        try memory(program)
    }

    /// With `xmllint` on the XML forms just written; nothing where it is not installed.
    private static func comparison(with export: Program.Run, _ program: Program) throws -> String {
        let xmllint = "/usr/bin/xmllint"
        let schema = FileManager.default.currentDirectoryPath + "/Templates/schemas/manifest.xsd"
        guard [xmllint, schema].allSatisfy({ FileManager.default.fileExists(atPath: $0) }) else { return "" }
        let folder = program.folder.appendingPathComponent("signed")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            "signed/\($0)/manifest.xml"
        }
        let other = Program(path: xmllint, folder: program.folder)
        let validation = try other.run(["--nonet", "--noout", "--schema", schema] + files)
        let ratio = (export.seconds / validation.seconds * 10).rounded() / 10
        return "; `xmllint --schema` takes \(Benchmarks.shown(validation.seconds)) to validate the XML: \(ratio) times"
    }

    private static func memory(_ program: Program) throws {
        let export = try program.run(["--db", "large.sqlite", "manifest", "export", "--all", "--to", "many"])
        try FileManager.default.removeItem(at: program.folder.appendingPathComponent("many"))
        Benchmarks.row(
            "`manifest export --all` at 100,000, not signed", "\(Benchmarks.shown(export.seconds)), \(export.peak) MB")
    }
}
