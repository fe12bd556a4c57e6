import Foundation

/// Agreements in HTML and ODT, and the same agreement by Python's libraries for documents. Takes the database of
/// `RegisterBenchmark`.
enum DocumentBenchmark {
    private static let shares = 1500
    private static let filled = 100

    static func run(_ program: Program) throws {
        let both = try program.run(
            ["--db", "small0.sqlite", "document", "all", "--format", "html", "odt", "--to", "agreements"])
        let one = try program.run(["--db", "small0.sqlite", "document", "all", "--format", "odt", "--to", "odt"])
        Benchmarks.row(
            "`document all`, 1,500 agreements as HTML and ODT", "\(Benchmarks.shown(both.seconds)), \(both.peak) MB")
        for library in ["odfpy", "docxtpl"] { try compare(with: library, one, program) }
    }

    /// One process each, the imports and the start counted; the installation is not.
    private static func compare(with library: String, _ ours: Program.Run, _ program: Program) throws {
        let script = FileManager.default.currentDirectoryPath + "/Tests/Benchmarks/fill"
        let pages = try FileManager.default.contentsOfDirectory(
            atPath: program.folder.appendingPathComponent("agreements").path
        ).filter { $0.hasSuffix(".html") }.sorted().prefix(2).map { "agreements/\($0)" }
        let other = Program(path: script, folder: program.folder)
        func fill(_ count: Int) throws -> Program.Run { try other.run([library, String(count), library] + pages) }
        _ = try fill(0)
        let theirs = try fill(filled).seconds / Double(filled)
        let each = ours.seconds / Double(shares)
        Benchmarks.row(
            "an agreement as ODT from the register, against the same words by \(library)",
            "\(Benchmarks.shown(each)) against \(Benchmarks.shown(theirs)): \((theirs / each * 10).rounded() / 10) times as fast"
        )
    }
}
