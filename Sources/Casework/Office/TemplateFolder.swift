package import Foundation
import Shares

/// All that a department may edit without a compiler: the folder `Templates`, the program's own or another.
package struct TemplateFolder: Sendable {
    package let root: URL

    package init(root: URL) {
        self.root = root
    }

    /// The folder that came with the program, wherever it is run from.
    package static var bundled: TemplateFolder {
        TemplateFolder(root: Bundle.module.bundleURL.appendingPathComponent("Templates"))
    }

    /// The files of one folder by name; a missing folder is bad input, said as a finding.
    func files(in folder: String, ending suffix: String) throws -> [String: Data] {
        let url = root.appendingPathComponent(folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
            throw Findings([
                .error("templates-missing", at: .whole, "The folder \(url.path) is missing or cannot be read.")
            ])
        }
        var files: [String: Data] = [:]
        for name in names where name.hasSuffix(suffix) && !name.hasPrefix(".") {
            files[name] = try Data(contentsOf: url.appendingPathComponent(name))
        }
        return files
    }

    /// The files of the reference data, of the questions and of the letters with their folders before
    /// their names.
    func referenceFiles() throws -> [String: Data] {
        var files = try files(in: "reference", ending: ".json")
        for (name, data) in try filesIfAny(in: QuestionSet.folder, ending: ".json") {
            files[QuestionSet.folder + "/" + name] = data
        }
        for (name, data) in try filesIfAny(in: "letters", ending: ".json") { files["letters/" + name] = data }
        return files
    }

    /// The same where the folder may be missing.
    func filesIfAny(in folder: String, ending suffix: String) throws -> [String: Data] {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(folder).path)
            ? try files(in: folder, ending: suffix) : [:]
    }

    /// All files of a folder and of the folders in it, by their paths below it.
    func allFiles(in folder: String) throws -> [String: [UInt8]] {
        let url = root.appendingPathComponent(folder)
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: url.path) else {
            throw Findings([
                .error("templates-missing", at: .whole, "The folder \(url.path) is missing or cannot be read.")
            ])
        }
        var files: [String: [UInt8]] = [:]
        for path in paths {
            var isDirectory: ObjCBool = false
            let file = url.appendingPathComponent(path).path
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory), !isDirectory.boolValue else {
                continue
            }
            files[path] = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        }
        return files
    }

    func bytes(of path: String) throws -> [UInt8] {
        let url = root.appendingPathComponent(path)
        guard let data = try? Data(contentsOf: url) else {
            throw Findings([
                .error("templates-missing", at: .whole, "The file \(url.path) is missing or cannot be read.")
            ])
        }
        return Array(data)
    }
}

/// What a newcomer tries: the folder `Samples` that came with the program.
package enum SampleFolder {
    package static var root: URL { Bundle.module.bundleURL.appendingPathComponent("Samples") }
}
