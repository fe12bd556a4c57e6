import Foundation
import Shares

/// A file on its way in, in pieces.
final class ImportFile {
    let name: String
    private let source: Source
    private let size: Int
    private var read = 0
    private let progress: (Int, Int) -> Void

    private enum Source {
        case file(FileHandle)
        case sent([UInt8])
    }

    /// What was sent under a name, of which only the last part counts.
    init(_ sent: SentFile) {
        source = .sent(sent.bytes)
        name = sent.plainName(otherwise: "register.csv")
        size = sent.bytes.count
        progress = { _, _ in }
    }

    /// Throws `Findings` where there is no such file or it may not be read.
    init(path: String, progress: @escaping (Int, Int) -> Void) throws {
        source = .file(try ImportFile.handle(of: path))
        name = URL(fileURLWithPath: path).lastPathComponent
        size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        self.progress = progress
    }

    deinit {
        if case .file(let handle) = source { try? handle.close() }
    }

    func nextChunk() throws -> [UInt8]? {
        let chunk: [UInt8]
        switch source {
        case .file(let handle): chunk = Array(try handle.read(upToCount: 1 << 16) ?? Data())
        case .sent(let bytes): chunk = Array(bytes.dropFirst(read).prefix(1 << 16))
        }
        guard !chunk.isEmpty else { return nil }
        read += chunk.count
        progress(read, size)
        return chunk
    }

    /// Whether the file as a whole could be read: a fault of its header or its bytes leaves nothing to skip to.
    func isSound(_ findings: Findings) -> Bool {
        !findings.errors.contains { finding in
            switch finding.place {
            case .whole: true
            case .cell(let row, _): row <= 1
            default: false
            }
        }
    }

    static func data(of path: String) throws -> Data {
        let handle = try handle(of: path)
        defer { try? handle.close() }
        return try handle.readToEnd() ?? Data()
    }

    /// A whole file that is no longer than that; of a longer one, no more is read than shows that it is.
    static func bytes(of path: String, atMost limit: Int) throws -> [UInt8] {
        let handle = try handle(of: path)
        defer { try? handle.close() }
        let data = try handle.read(upToCount: limit + 1) ?? Data()
        guard data.count <= limit else {
            throw Findings([
                .error("file-too-long", at: .pointer(file: path, ""), "The file is longer than \(limit) bytes.")
            ])
        }
        return Array(data)
    }

    /// The same of a file that lies on a disk: from a pipe there may never come anything.
    static func plainBytes(of path: String, atMost limit: Int) throws -> [UInt8] {
        var status = stat()
        guard stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG else {
            throw Findings([.error("file-unreadable", at: .whole, "\(path) is no file that lies on a disk.")])
        }
        return try bytes(of: path, atMost: limit)
    }

    private static func handle(of path: String) throws -> FileHandle {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw Findings([.error("file-missing", at: .whole, "There is no file \(path).")])
        }
        guard !isDirectory.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
            throw Findings([.error("file-unreadable", at: .whole, "The file \(path) cannot be read.")])
        }
        return handle
    }
}
