import Foundation
import Ledger
package import Shares
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
        try checkedWorkflows(
            paths.map { SentFile(name: $0, bytes: Array(try ImportFile.data(of: $0))) }
        ).check
    }

    /// What the check of sent files finds; where they are sound, also what would become of the shares under way if they were
    /// moved to them. Nothing is published.
    package func tryWorkflows(
        _ sent: [SentFile], as actor: PersonID
    ) throws -> (check: WorkflowCheck, shares: RelocationReport?) {
        try ledger.read { _ = try hub(actor, may: "tries out workflows", in: $0) }
        let (check, sound) = try checkedWorkflows(sent)
        guard check.isSound, let sound else { return (check, nil) }
        let reference = try reference()
        let departments = sound.departments.map {
            DepartmentEditions.Department(
                overlay: $0.overlay, edition: Edition($0.definitions, overlay: $0.overlay))
        }
        let editions = DepartmentEditions(all: departments)
        let master = Edition(sound.master)
        var report = RelocationReport(isPreview: true)
        try read { reader in
            var explored: [String: ReachableConfigurations] = [:]
            var shares: [(Share, Rulebook)] = []
            try relocations(
                of: RelocationRequest(isPreview: true),
                to: { terms in
                    let edition = editions.edition(for: terms) ?? master
                    return Rulebook(definitions: edition.definitions, pin: edition.pin, reference: reference)
                }, in: reader, &explored, &report, &shares)
        }
        return (check, report)
    }

    /// The five and the departments that narrow them, as far as they could be read.
    private struct SoundWorkflows {
        var master: CheckedDefinitions
        var departments: [NarrowedDefinitions]
    }

    private func checkedWorkflows(_ sent: [SentFile]) throws -> (check: WorkflowCheck, sound: SoundWorkflows?) {
        var files = try templates.files(in: "workflows", ending: ".json").mapValues { Array($0) }
        var overlays = try templates.filesIfAny(in: DepartmentEditions.folder, ending: ".json").mapValues { Array($0) }
        for file in sent {
            let name = URL(fileURLWithPath: file.name).lastPathComponent
            if WorkflowFile.isOverlay(file.bytes) {
                overlays[name] = file.bytes
                continue
            }
            if let machine = WorkflowFile.machine(in: file.bytes, named: file.name) { files["\(machine).json"] = nil }
            files[name] = file.bytes
        }
        let departments = overlays.isEmpty ? nil : try reference().departmentNames
        let policy = overlays.isEmpty ? [] : try reference().signOffRules
        var check = WorkflowCheck(files: files.keys.sorted() + overlays.keys.sorted(), faults: [])
        do throws(DefinitionFaults) {
            let master = try Definitions.load(files: files, vocabulary: Rulebook.vocabulary)
            check.proof = master.prove()
            let narrowed = checkOverlays(overlays, on: master, departments, policy, into: &check)
            return (check, SoundWorkflows(master: master, departments: narrowed))
        } catch {
            check.faults += error.all
            return (check, nil)
        }
    }

    private func checkOverlays(
        _ overlays: [String: [UInt8]], on master: CheckedDefinitions, _ departments: DepartmentNames?,
        _ policy: [SignOffRule], into check: inout WorkflowCheck
    ) -> [NarrowedDefinitions] {
        guard let departments else { return [] }
        var read: [(file: String, narrowed: NarrowedDefinitions)] = []
        for (file, bytes) in overlays.sorted(by: { $0.key < $1.key }) {
            do throws(DefinitionFaults) {
                let narrowed = try NarrowedDefinitions(
                    overlay: bytes, file: file, on: master, vocabulary: Rulebook.vocabulary, departments: departments)
                read.append((file, narrowed))
                check.faults += policy.faults(in: narrowed.definitions, file: file)
                check.overlays.append(
                    WorkflowCheck.OverlayCheck(
                        file: file, name: narrowed.overlay.name, proof: narrowed.definitions.prove()))
            } catch {
                check.faults += error.all
            }
        }
        check.faults += Overlay.claimedTwice(read.map { ($0.file, $0.narrowed.overlay) })
        return read.map(\.narrowed)
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
