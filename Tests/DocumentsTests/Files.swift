import Documents
import Foundation
import Shares
import Testing

/// The folders that the tests read and record.
enum Files {
    static let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let repository = tests.deletingLastPathComponent()

    /// All of `Templates/agreements`, by paths below it.
    static func agreements() throws -> [String: [UInt8]] {
        let folder = repository.appendingPathComponent("Templates/agreements")
        var files: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let url = folder.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[path] = Array(try Data(contentsOf: url))
        }
        return files
    }

    /// Compares with a file of the repository, or rewrites it where `RECORD=1`.
    static func expect(_ bytes: [UInt8], equals path: String, source: SourceLocation = #_sourceLocation) throws {
        let url = repository.appendingPathComponent(path)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        let recorded = try Data(contentsOf: url)
        #expect(
            recorded == Data(bytes), "\(path) differs; if it should, record it with RECORD=1 and read the diff.",
            sourceLocation: source)
    }

    /// A folder for one test, which removes it.
    static func temporaryFolder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concordat-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// Runs a program and gives its exit status and all that it said.
    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, said: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
