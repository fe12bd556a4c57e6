import Foundation
import Testing

/// A partner's server on this machine for one test: `hook-server.py` beside this file.
final class LocalHookServer {
    let folder: URL
    let address: String
    private let process = Process()
    private let output = Pipe()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("hook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("hook-server.py")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path, folder.path]
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.split(separator: "\n").first ?? ""), "python3 is installed")
        address = "http://127.0.0.1:\(port)/hooks/dwp"
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    struct Received: Decodable {
        var path: String
        var headers: [String: String]
        var body: String
    }

    func answer(_ codes: [Int]) throws {
        try Data(codes.map(String.init).joined(separator: "\n").utf8)
            .write(to: folder.appendingPathComponent("answers"))
    }

    func received() throws -> [Received] {
        guard
            let text = try? String(
                contentsOf: folder.appendingPathComponent("received.jsonl"), encoding: .utf8)
        else { return [] }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Received.self, from: Data($0.utf8)) }
    }

    /// What each message was about: `DS-1 1`.
    func subjects() throws -> [String] {
        try received().map { one in
            let event = try JSONDecoder().decode(Event.self, from: Data(one.body.utf8))
            return "\(event.subject) \(event.data.version)"
        }
    }

    struct Event: Decodable {
        struct What: Decodable {
            var version: Int
            var manifest: String
        }
        var specversion: String
        var id: String
        var type: String
        var source: String
        var subject: String
        var time: String
        var data: What
    }
}
