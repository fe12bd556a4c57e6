import Foundation

/// Searching large registers for redundant shares, and for shares like one of them: whole processes from a loaded database.
enum RedundancyBenchmark {
    static func run(_ program: Program) throws {
        for count in [15_000, 150_000] {
            let register = "redundancy\(count).csv"
            let database = ["--db", "redundancy\(count).sqlite"]
            _ = try program.run(["sample", "--shares", "\(count)", "--seed", "2"], output: register)
            _ = try program.run(database + ["import", register])
            var runs: [Program.Run] = []
            for _ in 0..<3 { runs.append(try program.run(database + ["redundancy", "--format", "csv"])) }
            let run = runs.sorted { $0.seconds < $1.seconds }[1]
            Benchmarks.row("`redundancy` at \(count)", "\(Benchmarks.shown(run.seconds)), \(run.peak) MB")
            let reference = try RegisterBenchmark.reference(in: program.folder.appendingPathComponent(register))
            let one = try program.run(database + ["similar", reference])
            Benchmarks.row(
                "`similar`, one share against \(count), the reading of all of them included",
                "\(Benchmarks.shown(one.seconds)), \(one.peak) MB")
        }
    }
}
