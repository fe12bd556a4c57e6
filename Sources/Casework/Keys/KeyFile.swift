import Foundation
import Shares

/// Files with private keys: only their owner may read them.
enum KeyFile {
    /// Reads a small file of text; a key that others may read is refused, because it may be theirs by now.
    static func text(of path: String, isSecret: Bool) throws -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if isSecret, let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 {
            throw Findings([
                .error(
                    "key-open", at: .pointer(file: path, ""),
                    "Others than its owner may read this key. If it is still secret: chmod 600 \(path)")
            ])
        }
        let bytes = try ImportFile.bytes(of: path, atMost: 256 * 1024)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Findings([.error("not-text", at: .pointer(file: path, ""), "It is not a text in UTF-8.")])
        }
        return text
    }

    /// Writes a file that was not there, complete or not at all; a key is nobody else's to read from the first byte on.
    static func write(_ text: String, to path: String, isSecret: Bool, replacing: Bool = false) throws {
        guard replacing || !FileManager.default.fileExists(atPath: path) else {
            throw Findings([.error("file-exists", at: .pointer(file: path, ""), "The file is there already.")])
        }
        let beside = path + ".new"
        _ = unlink(beside)
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL, isSecret ? 0o600 : 0o644)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            try handle.close()
        } catch {
            _ = unlink(beside)
            throw cannotWrite(path)
        }
        guard rename(beside, path) == 0 else { throw cannotWrite(path) }
    }

    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw cannotWrite(path) }
    }

    private static func cannotWrite(_ path: String) -> Findings {
        Findings([.error("cannot-write", at: .pointer(file: path, ""), "It cannot be written.")])
    }
}
