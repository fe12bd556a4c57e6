import Foundation
import Redundancy
import Shares

/// The folder of the repository, found upwards from this file.
enum RepositoryFolder {
    static func url(from file: String = #filePath) -> URL? {
        var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Templates").path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    /// The JSON files of a folder of `Templates`, by name.
    static func files(_ name: String) throws -> [String: Data] {
        guard let folder = url()?.appendingPathComponent("Templates/\(name)") else { return [:] }
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
            files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        return files
    }

    static func reference() throws -> ReferenceData { try ReferenceData(files: files("reference")) }
    static func knowledge() throws -> RedundancyKnowledge { try RedundancyKnowledge(files: files("redundancy")) }
}
