import Foundation

/// The built program, run as its users run it.
struct Program {
    let path: String
    let folder: URL

    struct Run {
        var seconds: Double
        /// The most memory that it held, in MB.
        var peak: Int
    }

    /// Runs it to its end with its output thrown away, or into a file.
    func run(_ arguments: [String], output: String? = nil) throws -> Run {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        if let output {
            let file = folder.appendingPathComponent(output).path
            _ = FileManager.default.createFile(atPath: file, contents: nil)
            process.standardOutput = FileHandle(forWritingAtPath: file)
        } else {
            process.standardOutput = FileHandle.nullDevice
        }
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        var peak = 0
        while process.isRunning {
            peak = max(peak, Program.peakMemory(of: process.processIdentifier))
            usleep(5000)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(arguments: arguments, status: process.terminationStatus)
        }
        return Run(seconds: Benchmarks.seconds(ContinuousClock.now - start), peak: peak)
    }

    /// What a script of the shell prints; `$CONCORDAT` is the program.
    @discardableResult
    func shell(_ script: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-o", "pipefail", "-c", script]
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(["CONCORDAT": path]) { $1 }
        let said = Pipe()
        process.standardOutput = said
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(arguments: [script], status: process.terminationStatus)
        }
        return text
    }

    /// Starts it on one core of the machine; whoever starts it ends it.
    func start(_ arguments: [String], onCore core: Int) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/taskset")
        process.arguments = ["-c", String(core), path] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    struct Failed: Error {
        var arguments: [String]
        var status: Int32
    }

    /// The kernel's own high-water mark of a process that still runs, in MB.
    private static func peakMemory(of process: Int32) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM") }),
            let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return 0 }
        return kilobytes / 1024
    }
}
