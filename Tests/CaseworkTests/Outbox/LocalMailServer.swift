import Foundation
import Testing

/// A mail server on this machine for one test: `mail-server.py` beside this file, which says what it can be told.
final class LocalMailServer {
    let folder: URL
    let port: Int
    private let process = Process()
    private let output = Pipe()

    /// - Parameters:
    ///   - recipients: replies to RCPT by address, in order.
    ///   - more: further settings, as members of a JSON object.
    init(_ recipients: [String: [String]] = [:], _ more: [String: Any] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = more.merging(["folder": folder.path, "rcpt": recipients]) { first, _ in first }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("mail-server.py")
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", script.path,
            String(decoding: try JSONSerialization.data(withJSONObject: settings), as: UTF8.self),
        ]
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        port = try #require(Int(line.split(separator: "\n").first ?? ""), "python3 is installed")
    }

    deinit {
        // A child inherits that signals are blocked, where it is started on a thread that blocks them; not this one.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    /// A message that it took.
    struct Received: Decodable {
        var sender: String
        var recipients: [String]
        var data: String
        var encrypted: Bool
        var user: String?

        var headers: [String] {
            (data.components(separatedBy: "\r\n\r\n").first ?? "").components(separatedBy: "\r\n")
        }

        func header(_ name: String) -> String? {
            headers.first { $0.hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
        }

        var body: String {
            let encoded = data.components(separatedBy: "\r\n\r\n").dropFirst().joined().replacing("\r\n", with: "")
            return Data(base64Encoded: encoded).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }

    func received() throws -> [Received] {
        let file = folder.appendingPathComponent("received.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Received.self, from: Data($0.utf8)) }
    }

    /// Who got what, in the order in which it came: `owner@example.gov.uk A: It waits`.
    func subjects() throws -> [String] {
        try received().map { "\($0.recipients.joined(separator: " ")) \($0.header("Subject") ?? "")" }
    }

    /// What was said to it.
    func commands() -> String {
        (try? String(contentsOf: folder.appendingPathComponent("commands.txt"), encoding: .utf8)) ?? ""
    }

    /// The file that describes it to the program.
    func settings(_ more: [String: Any] = [:]) throws -> String {
        let settings = more.merging([
            "host": "127.0.0.1", "port": port, "tls": "none", "from": "data-sharing@example.gov.uk",
        ]) { first, _ in first }
        let file = folder.appendingPathComponent("settings-\(UUID().uuidString).json")
        try JSONSerialization.data(withJSONObject: settings).write(to: file)
        return file.path
    }
}
