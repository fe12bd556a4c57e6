package import JSONValues

/// Loading workflow files.
package enum Definitions {
    /// Reads and checks a set of files, by their names; everything that is wrong with any of them is thrown at once.
    package static func load(
        files: [String: [UInt8]], vocabulary: WorkflowVocabulary
    ) throws(DefinitionFaults) -> CheckedDefinitions {
        var located: [LocatedDefinition] = []
        var unread: Set<Machine> = []
        var faults: [DefinitionFault] = []
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
            do throws(JSONFault) {
                let json = try JSONValue(parsing: bytes)
                var reader = DefinitionReader(file: file)
                if let one = reader.read(json) { located.append(one) }
                faults += reader.faults
            } catch {
                faults.append(
                    DefinitionFault(
                        file: file, pointer: error.pointer, rule: .notJSON,
                        message: "Line \(error.line), column \(error.column): \(error.reason.explanation)"))
                // A file that is not JSON still says by its name which machine it is meant to be.
                if let machine = machine(namedBy: file) { unread.insert(machine) }
            }
        }
        return try CheckedDefinitions(located, unread: unread, faults: faults, vocabulary: vocabulary)
    }

    private static func machine(namedBy file: String) -> Machine? {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return Machine.allCases.first { name == "\($0.rawValue).json" }
    }
}

extension Definition {
    /// Reads one definition; it is not checked against the other four.
    package init(json: JSONValue, file: String) throws(DefinitionFaults) {
        var reader = DefinitionReader(file: file)
        let one = reader.read(json)
        guard let one, reader.faults.isEmpty else { throw DefinitionFaults(reader.faults) }
        self = one.definition
    }
}
