import Foundation

/// Other people's readers, run as programs.
enum Tool {
    /// A script for the system's Python, which has the packages that `.ci/tools test` installs, and its arguments; standard
    /// error comes with the output.
    static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try run("/usr/bin/python3", ["-W", "ignore", "-c"] + arguments)
    }

    /// A program by its path; standard error comes with the output.
    static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
