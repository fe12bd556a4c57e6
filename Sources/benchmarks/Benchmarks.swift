import Foundation

/// `make bench`: speed and memory as users have them, printed as the rows of docs/performance.md.
///
/// Ratios are of two things measured in one run, as machines differ and are shared.
@main
enum Benchmarks {
    static func main() throws {
        guard CommandLine.arguments.count == 2 else {
            print("usage: benchmarks CONCORDAT")
            exit(2)
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concordat-bench-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = Program(path: CommandLine.arguments[1], folder: folder)
        say("| what | measured |\n|---|---|")
        try LedgerBenchmark.run(in: folder)
        try ProofBenchmark.run()
        try RegisterBenchmark.run(program)
        try PageBenchmark.run(program)
        try DocumentBenchmark.run(program)
        try ManifestBenchmark.run(program)
        try RedundancyBenchmark.run(program)
    }

    /// At once, also into a file: a run takes minutes.
    private static func say(_ line: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }

    static func row(_ what: String, _ measured: String) {
        say("| \(what) | \(measured) |")
    }

    /// The middle of several runs, in seconds.
    static func median(of runs: Int, _ body: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<runs {
            let start = ContinuousClock.now
            try body()
            times.append(seconds(ContinuousClock.now - start))
        }
        return times.sorted()[runs / 2]
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Milliseconds below a second.
    static func shown(_ seconds: Double) -> String {
        seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\((seconds * 100).rounded() / 100) s"
    }
}
