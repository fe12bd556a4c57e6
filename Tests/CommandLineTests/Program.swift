import Foundation
import Testing

/// What a run of the program came to.
struct Outcome: Sendable {
    /// The exit code; the negative number of the signal where one ended it.
    var code: Int32
    var out: String
    var error: String

    var lines: [String] { out.split(separator: "\n").map(String.init) }
}

/// The built program, run as a person runs it.
enum Program {
    /// Found upwards from the test bundle, where the build puts both.
    static let path: String? = {
        let starts = [Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments.first ?? "/")]
        for start in starts {
            var folder = start
            while folder.path != "/" {
                let file = folder.appendingPathComponent("concordat")
                var isDirectory: ObjCBool = false
                if FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue
                {
                    return file.path
                }
                folder = folder.deletingLastPathComponent()
            }
        }
        return nil
    }()

    static func run(_ arguments: [String], in desk: Desk) async throws -> Outcome {
        try await desk.run(try #require(path, "the program is built beside the tests"), arguments)
    }
}

/// A folder of one test, with a database that holds people and shares.
final class Desk: Sendable {
    let folder: URL

    init(shares: Bool = true) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("commands-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard shares else { return }
        let prepared = try await Desk.prepared.value
        try FileManager.default.copyItem(at: prepared, to: folder.appendingPathComponent("concordat.sqlite"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func size(_ name: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path(name))[.size] as? Int) ?? 0
    }

    /// `concordat …`, in the folder of the test.
    func concordat(_ arguments: String...) async throws -> Outcome { try await Program.run(arguments, in: self) }

    func shell(_ script: String) async throws -> Outcome {
        try await run("/bin/sh", ["-c", script, "sh", try #require(Program.path)])
    }

    func run(_ program: String, _ arguments: [String]) async throws -> Outcome {
        let running = try start(program, arguments)
        return try await running.outcome()
    }

    func start(_ program: String, _ arguments: [String]) throws -> Running {
        try Running(program, arguments, in: folder)
    }

    /// Made once: people, and forty shares from a register.
    private static let prepared = Task<URL, any Error> {
        let desk = try await Desk(shares: false)
        for (id, role) in [("requester", "requester"), ("owner", "data-owner"), ("dpo", "dpo"), ("hub", "hub")] {
            let added = try await desk.concordat(
                "people", "add", id, "--name", "The \(id)", "--role", role, "--organisation", "DWP")
            #expect(added.code == 0, "\(added.error)")
        }
        try desk.write(Register.text(count: 40), to: "register.csv")
        #expect(try await desk.concordat("import", "register.csv").code == 0)
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("commands-\(UUID().uuidString).sqlite")
        #expect(try await desk.concordat("backup", copy.path).code == 0)
        return copy
    }
}

/// A run of the program that may be cut short.
final class Running {
    private let process = Process()
    private let folder: URL
    private let ended = AsyncStream.makeStream(of: Void.self)

    init(_ program: String, _ arguments: [String], in folder: URL) throws {
        self.folder = folder.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["CONCORDAT_DB"] = nil
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try file("out")
        process.standardError = try file("error")
        let end = ended.continuation
        process.terminationHandler = { _ in end.finish() }
        try process.run()
    }

    private func file(_ name: String) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    var isRunning: Bool { process.isRunning }
    var hasAnswered: Bool { (try? Data(contentsOf: folder.appendingPathComponent("out")))?.isEmpty == false }

    /// As the power would: no handler of the program runs.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    func outcome() async throws -> Outcome {
        for await _ in ended.stream {}
        let code = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
        }
        return Outcome(code: code, out: try text("out"), error: try text("error"))
    }
}

/// Registers as text.
enum Register {
    static let header =
        "reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,frequency,"
        + "transfer_method,classification,start_date,end_date,review_date,data_owner,status"

    static func row(_ reference: String, title: String = "Earnings check") -> String {
        "\(reference),\(title),HMRC,DWP,Awards,Welfare Reform Act 2012 s.127,Public task,National Insurance number,"
            + "Benefit claimants,Daily,API,OFFICIAL,2023-04-01,2039-03-31,2038-12-01,Head of Fraud Data,Live"
    }

    static func text(count: Int, prefix: String = "DWP-DS-") -> String {
        ([header] + (1...count).map { row("\(prefix)\($0)") }).joined(separator: "\n") + "\n"
    }
}
