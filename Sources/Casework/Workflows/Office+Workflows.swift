import Foundation
import Shares
package import Workflows

/// What a check of workflow files and overlays found.
package struct WorkflowCheck: Sendable {
    /// One department's overlay on the five.
    package struct OverlayCheck: Sendable {
        package var file: String
        package var name: String
        package var proof: Proof
    }

    package var files: [String]
    /// Faults of the files themselves; where the five have any, nothing is proved.
    package var faults: [DefinitionFault]
    package var proof: Proof?
    package var overlays: [OverlayCheck] = []

    package var isSound: Bool {
        faults.isEmpty && proof?.holds == true && overlays.allSatisfy(\.proof.holds)
    }
}

extension Office {
    /// Checks the five files of the templates folder and its overlays, with the files given in the place of those of the
    /// same machine or name, each alone and then all together, state by state.
    package func checkWorkflows(_ paths: [String] = []) throws -> WorkflowCheck {
        var files = try templates.files(in: "workflows", ending: ".json").mapValues { Array($0) }
        var overlays = try templates.filesIfAny(in: DepartmentEditions.folder, ending: ".json").mapValues { Array($0) }
        for path in paths {
            let bytes = Array(try ImportFile.data(of: path))
            let name = URL(fileURLWithPath: path).lastPathComponent
            if WorkflowFile.isOverlay(bytes) {
                overlays[name] = bytes
                continue
            }
            if let machine = WorkflowFile.machine(in: bytes, named: path) { files["\(machine).json"] = nil }
            files[name] = bytes
        }
        let departments = overlays.isEmpty ? nil : try reference().departmentNames
        var check = WorkflowCheck(files: files.keys.sorted() + overlays.keys.sorted(), faults: [])
        do throws(DefinitionFaults) {
            let master = try Definitions.load(files: files, vocabulary: Rulebook.vocabulary)
            check.proof = master.prove()
            checkOverlays(overlays, on: master, departments, into: &check)
        } catch {
            check.faults += error.all
        }
        return check
    }

    private func checkOverlays(
        _ overlays: [String: [UInt8]], on master: CheckedDefinitions, _ departments: DepartmentNames?,
        into check: inout WorkflowCheck
    ) {
        guard let departments else { return }
        var read: [(file: String, overlay: Overlay)] = []
        for (file, bytes) in overlays.sorted(by: { $0.key < $1.key }) {
            do throws(DefinitionFaults) {
                let narrowed = try NarrowedDefinitions(
                    overlay: bytes, file: file, on: master, vocabulary: Rulebook.vocabulary, departments: departments)
                read.append((file, narrowed.overlay))
                check.overlays.append(
                    WorkflowCheck.OverlayCheck(
                        file: file, name: narrowed.overlay.name, proof: narrowed.definitions.prove()))
            } catch {
                check.faults += error.all
            }
        }
        check.faults += Overlay.claimedTwice(read)
    }

    /// The departments that have an overlay here, each checked, proved and published.
    package func departmentWorkflows() throws -> [DepartmentWorkflow] {
        try departmentEditions.get().all.map {
            DepartmentWorkflow(overlay: $0.overlay, definitions: $0.edition.definitions, digest: $0.edition.pin.digest)
        }
    }
}

/// How one department runs the five machines.
package struct DepartmentWorkflow: Sendable {
    package var overlay: Overlay
    package var definitions: CheckedDefinitions
    package var digest: String
}
