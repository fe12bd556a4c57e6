import Foundation
import Shares
package import Workflows

/// What a check of workflow files found.
package struct WorkflowCheck: Sendable {
    package var files: [String]
    /// Faults of the files themselves; where there are any, nothing is proved.
    package var faults: [DefinitionFault]
    package var proof: Proof?

    package var isSound: Bool { faults.isEmpty && proof?.holds == true }
}

extension Office {
    /// Checks the five files of the templates folder, with the files given in the place of those of the same machine, each
    /// alone and then all together, state by state.
    package func checkWorkflows(_ paths: [String] = []) throws -> WorkflowCheck {
        var files = try templates.files(in: "workflows", ending: ".json").mapValues { Array($0) }
        for path in paths {
            let bytes = Array(try ImportFile.data(of: path))
            if let machine = WorkflowFile.machine(in: bytes, named: path) { files["\(machine).json"] = nil }
            files[URL(fileURLWithPath: path).lastPathComponent] = bytes
        }
        do throws(DefinitionFaults) {
            let definitions = try Definitions.load(files: files, vocabulary: Rulebook.vocabulary)
            return WorkflowCheck(files: files.keys.sorted(), faults: [], proof: definitions.prove())
        } catch {
            return WorkflowCheck(files: files.keys.sorted(), faults: error.all, proof: nil)
        }
    }
}
