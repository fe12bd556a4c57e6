import JSONValues

/// The master definitions as one department runs them: checked like the master's own, and still to be proved like them.
package struct NarrowedDefinitions: Sendable {
    package let overlay: Overlay
    package let definitions: CheckedDefinitions

    /// Reads an overlay and lays it over the master. Everything that is wrong is thrown at once, each fault with its
    /// place in the overlay.
    package init(
        overlay bytes: [UInt8], file: String, on master: CheckedDefinitions, vocabulary: WorkflowVocabulary,
        departments: DepartmentNames
    ) throws(DefinitionFaults) {
        let json: JSONValue
        do throws(JSONFault) {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw DefinitionFaults([
                DefinitionFault(
                    file: file, pointer: error.pointer, rule: .notJSON,
                    message: "Line \(error.line), column \(error.column): \(error.reason.explanation)")
            ])
        }
        var reader = DefinitionReader(file: file)
        guard let overlay = reader.overlay(json) else { throw DefinitionFaults(reader.faults) }
        let application = OverlayApplication(overlay, file: file, to: master, vocabulary: vocabulary)
        var faults =
            reader.faults + Self.unknownDepartments(of: overlay, file: file, departments) + application.faults
        var checked: CheckedDefinitions?
        do throws(DefinitionFaults) {
            checked = try CheckedDefinitions(checking: application.definitions, vocabulary: vocabulary)
        } catch {
            for fault in error.all {
                let machine = Machine.allCases.first { fault.file == "\($0.rawValue).json" }
                let sources = machine.flatMap { application.sources[$0] }
                let told = DefinitionFault(
                    file: file, pointer: sources?.place(of: fault.pointer) ?? JSONPointer(), rule: fault.rule,
                    message: fault.message)
                let isTold = faults.contains { $0.pointer == told.pointer && $0.rule == told.rule }
                if !isTold { faults.append(told) }
            }
        }
        guard faults.isEmpty, let checked else { throw DefinitionFaults(faults) }
        self.overlay = overlay
        definitions = checked
    }

    private static func unknownDepartments(
        of overlay: Overlay, file: String, _ known: DepartmentNames
    ) -> [DefinitionFault] {
        func faults(
            _ names: [String], _ known: Set<String>, _ key: String, _ rule: DefinitionFault.Rule, _ kind: String
        ) -> [DefinitionFault] {
            names.enumerated().compactMap { index, name in
                guard !name.isEmpty, !known.contains(name) else { return nil }
                return DefinitionFault(
                    file: file, pointer: JSONPointer(["appliesTo", key, String(index)]), rule: rule,
                    message: "The reference data has no \(kind) \(quoted(name)).")
            }
        }
        return faults(
            overlay.department.organisations, known.organisations, "organisations", .unknownOrganisation,
            "organisation")
            + faults(overlay.department.spokes, known.spokes, "spokes", .unknownSpoke, "spoke")
    }
}
