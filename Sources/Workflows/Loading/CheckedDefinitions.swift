/// The five machines, each checked and all checked together: the only thing that can run.
package struct CheckedDefinitions: Sendable {
    private let definitions: [CheckedDefinition]
    /// Where the machines start, by the way a share comes in.
    package let starts: [EntryName: Configuration]
    let tables: TransitionTables

    /// Checks definitions that are values already, as an overlay's are; the file of each is said to be `<machine>.json`.
    package init(
        checking definitions: [Definition], vocabulary: WorkflowVocabulary
    ) throws(DefinitionFaults) {
        let located = definitions.map {
            LocatedDefinition(file: "\($0.machine.rawValue).json", definition: $0, isWhole: true)
        }
        try self.init(located, unread: [], faults: [], vocabulary: vocabulary)
    }

    /// - Parameters:
    ///   - unread: machines that have a file which could not be read, so that they are not also called missing.
    ///   - faults: what reading has found already.
    init(
        _ located: [LocatedDefinition], unread: Set<Machine>, faults: [DefinitionFault],
        vocabulary: WorkflowVocabulary
    ) throws(DefinitionFaults) {
        let all = faults + DefinitionChecks(located, unread: unread, vocabulary: vocabulary).faults()
        guard all.isEmpty else { throw DefinitionFaults(all) }
        var checked: [CheckedDefinition] = []
        for machine in Machine.allCases {
            for one in located where one.definition.machine == machine {
                checked.append(CheckedDefinition(checked: one.definition))
            }
        }
        definitions = checked
        starts = Self.starts(of: checked)
        tables = TransitionTables(checked)
    }

    package subscript(machine: Machine) -> CheckedDefinition {
        // The check has made sure that there are five, in the order of `Machine.allCases`.
        definitions[machine.number]
    }

    /// In the order of `Machine.allCases`.
    package var all: [CheckedDefinition] { definitions }

    private static func starts(of checked: [CheckedDefinition]) -> [EntryName: Configuration] {
        guard let first = checked.first else { return [:] }
        var starts: [EntryName: Configuration] = [:]
        for entry in first.definition.entries.keys {
            var start = Configuration(proposal: "", dpia: "", approval: "", review: "", retirement: "")
            for one in checked {
                start[one.machine] = one.definition.entries[entry] ?? ""
            }
            starts[entry] = start
        }
        return starts
    }
}

extension Machine {
    /// Its place among the five.
    var number: Int {
        switch self {
        case .proposal: 0
        case .dpia: 1
        case .approval: 2
        case .review: 3
        case .retirement: 4
        }
    }
}
