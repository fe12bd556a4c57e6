import Foundation
import Shares

/// The folder of the repository, found upwards from this file.
enum RepositoryFolder {
    /// The nearest folder above that holds `Templates`.
    static func url(from file: String = #filePath) -> URL? {
        var folder = URL(fileURLWithPath: file).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Templates").path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }

    /// The files of `Templates/reference` by name, and those of `Templates/questions` with their folder.
    static func referenceFiles() throws -> [String: Data] {
        guard let folder = url()?.appendingPathComponent("Templates/reference") else { return [:] }
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") {
            files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
        }
        let questions = folder.deletingLastPathComponent().appendingPathComponent("questions")
        for name in try FileManager.default.contentsOfDirectory(atPath: questions.path) where name.hasSuffix(".json") {
            files["questions/" + name] = try Data(contentsOf: questions.appendingPathComponent(name))
        }
        let letters = folder.deletingLastPathComponent().appendingPathComponent("letters/letters.json")
        files["letters/letters.json"] = try Data(contentsOf: letters)
        return files
    }

    /// Loaded once: a debug build takes half a second for it.
    static func reference() throws -> ReferenceData { try loaded.get() }

    private static let loaded = Result { try ReferenceData(files: referenceFiles()) }
}
