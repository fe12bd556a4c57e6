import Foundation
import JSONValues
import Workflows

/// Which of the five machines a workflow file is about.
enum WorkflowFile {
    static func isOverlay(_ bytes: [UInt8]) -> Bool { (try? JSONValue(parsing: bytes))?["overlay"] != nil }

    /// By what the file says; by its name where it says nothing that can be read.
    static func machine(in bytes: [UInt8], named path: String) -> String? {
        if let json = try? JSONValue(parsing: bytes), let name = json["workflow"]?.string,
            Machine(rawValue: name) != nil
        {
            return name
        }
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return Machine(rawValue: name)?.rawValue
    }
}
