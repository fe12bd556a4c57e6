import Foundation

/// Importing, and looking at 1,500 shares from the shell.
enum RegisterBenchmark {
    static func run(_ program: Program) throws {
        _ = try program.run(["sample", "--shares", "1500", "--seed", "1"], output: "1500.csv")
        _ = try program.run(["sample", "--shares", "100000", "--seed", "1"], output: "100000.csv")
        var small: [Program.Run] = []
        for number in 0..<5 {
            small.append(try program.run(["--db", "small\(number).sqlite", "import", "1500.csv"]))
        }
        let middle = small.sorted { $0.seconds < $1.seconds }[2]
        Benchmarks.row("import of 1,500 native rows", "\(Benchmarks.shown(middle.seconds)), \(middle.peak) MB")
        let large = try program.run(["--db", "large.sqlite", "import", "100000.csv"])
        let ratio = (large.seconds / 100_000) / (middle.seconds / 1500)
        Benchmarks.row(
            "import of 100,000 rows",
            "\(Benchmarks.shown(large.seconds)), \(large.peak) MB; cost per row \((ratio * 100).rounded() / 100) of that of 1,500"
        )
        _ = try program.run([
            "--db", "small0.sqlite", "people", "add", "hub", "--name", "Hub", "--role", "hub", "--organisation", "DWP",
        ])
        let reference = try reference(in: program.folder.appendingPathComponent("1500.csv"))
        let looks: [(String, [String])] = [
            ("shares", ["shares"]), ("show", ["show", reference]), ("actions", ["actions", reference, "--as", "hub"]),
            ("report", ["report"]), ("redundancy", ["redundancy"]), ("tick", ["tick"]),
            ("manifest export --all", ["manifest", "export", "--all", "--to", "manifests"]),
            ("audit verify", ["audit", "verify"]),
        ]
        for (name, arguments) in looks {
            var runs: [Program.Run] = []
            for _ in 0..<(name == "tick" || name.hasPrefix("manifest") ? 1 : 5) {
                runs.append(try program.run(["--db", "small0.sqlite"] + arguments))
            }
            let run = runs.sorted { $0.seconds < $1.seconds }[runs.count / 2]
            Benchmarks.row(
                "`\(name)` at 1,500 shares, from the shell", "\(Benchmarks.shown(run.seconds)), \(run.peak) MB")
        }
        try BulkBenchmark.run(program, on: "small0.sqlite")
    }

    static func reference(in file: URL) throws -> String {
        let text = try String(contentsOf: file, encoding: .utf8)
        let row = text.split(separator: "\n").dropFirst().first ?? ""
        return String(row.split(separator: ",").first ?? "")
    }
}
