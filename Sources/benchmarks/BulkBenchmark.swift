import Foundation

/// One order to 360 shares of 1,500: as many as the councils under one umbrella agreement.
enum BulkBenchmark {
    private static let shares = 360

    /// Takes a register of 1,500 shares in which the hub is a person.
    static func run(_ program: Program, on database: String) throws {
        let open = "stage!=ended"
        _ = try program.run(["--db", database, "shares", "--where", open, "--format", "csv"], output: "open.csv")
        let text = try String(contentsOf: program.folder.appendingPathComponent("open.csv"), encoding: .utf8)
        let references = text.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
        guard references.count > shares else { return }
        _ = try program.run([
            "--db", database, "people", "add", "owner", "--name", "Owner", "--role", "data-owner", "--organisation",
            "DWP",
        ])
        let order = [
            "--db", database, "bulk", "appoint-owner", "--where", open, "reference<\(references[shares])", "--as",
            "hub",
            "--field", "owner=owner",
        ]
        _ = try program.run(order + ["--preview"], output: "preview.txt")
        let preview = try String(contentsOf: program.folder.appendingPathComponent("preview.txt"), encoding: .utf8)
        let position = preview.split(separator: " ").last.map { $0.prefix { $0.isNumber } } ?? ""
        let run = try program.run(order + ["--seen", String(position)])
        Benchmarks.row("`bulk` on \(shares) of 1,500 shares", "\(Benchmarks.shown(run.seconds)), \(run.peak) MB")
    }
}
