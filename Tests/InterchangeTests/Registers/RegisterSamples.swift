import Foundation
import Interchange
import Shares

/// The project's own sample files, and the chunks in which a file is read.
enum RegisterSamples {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let mappings = root.appending(path: "Samples/mappings")
    static let broken = root.appending(path: "Samples/broken/registers")

    /// Read once: it is the same for every test.
    static func reference() throws -> ReferenceData { try loaded.get() }

    private static let loaded = Result {
        let folder = root.appending(path: "Templates/reference")
        var files: [String: Data] = [:]
        for name in ReferenceData.fileNames { files[name] = try Data(contentsOf: folder.appending(path: name)) }
        return try ReferenceData(files: files)
    }

    static func mapping(_ name: String) throws -> RegisterMapping {
        let file = "\(name).json"
        return try RegisterMapping(
            parsing: [UInt8](try Data(contentsOf: mappings.appending(path: file))), file: file)
    }

    static func bytes(_ url: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// A source of the bytes in pieces of that length.
    static func chunks(_ bytes: [UInt8], of length: Int = 65_536) -> () -> [UInt8]? {
        var start = 0
        return {
            guard start < bytes.count else { return nil }
            defer { start += length }
            return Array(bytes[start..<min(start + length, bytes.count)])
        }
    }
}
