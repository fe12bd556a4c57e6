import Foundation
package import OpenID

/// Settings as a file, gone after they are read.
package enum SettingsFile {
    package static func read(_ text: String, environment: [String: String] = [:]) throws -> OpenIDSettings {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concordat-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("first line\nsecond".utf8).write(to: folder.appendingPathComponent("secret"))
        let file = folder.appendingPathComponent("openid.json")
        try Data(text.utf8).write(to: file)
        return try OpenIDSettings(file: file.path, environment: environment)
    }
}
