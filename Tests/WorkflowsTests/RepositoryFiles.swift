import Foundation
import JSONValues
import Workflows

/// The files of the repository that these tests read and print.
enum RepositoryFiles {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// `RECORD=1` rewrites what is printed from the definitions; the difference is read before it is committed.
    static var records: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

    static func write(_ text: String, to path: String) throws {
        let url = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }
}

/// The five definitions as they are delivered.
enum MasterDefinitions {
    /// By file name.
    static func files() throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for machine in Machine.allCases {
            files["\(machine.rawValue).json"] = try RepositoryFiles.bytes(
                "Templates/workflows/\(machine.rawValue).json")
        }
        return files
    }

    static func load() throws -> CheckedDefinitions {
        try loaded.get()
    }

    /// Read once for all tests.
    private static let loaded = Result { try Definitions.load(files: files(), vocabulary: .master) }

    /// As values, so that a test can change one and check the five again.
    static func values() throws -> [Machine: Definition] {
        var values: [Machine: Definition] = [:]
        for one in try load().all { values[one.machine] = one.definition }
        return values
    }

    /// The five with one of them changed.
    static func changed(
        _ machine: Machine, _ change: (inout Definition) -> Void
    ) throws -> CheckedDefinitions {
        var values = try values()
        if var definition = values[machine] {
            change(&definition)
            values[machine] = definition
        }
        return try CheckedDefinitions(checking: Array(values.values), vocabulary: .master)
    }
}
