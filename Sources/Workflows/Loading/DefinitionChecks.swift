import JSONValues

/// Everything that is checked of definitions once they are read: each alone, and the five together.
struct DefinitionChecks {
    let located: [LocatedDefinition]
    let unread: Set<Machine>
    let vocabulary: WorkflowVocabulary
    /// The first definition of each machine, for names that point into another machine.
    let machines: [Machine: Definition]

    init(_ located: [LocatedDefinition], unread: Set<Machine>, vocabulary: WorkflowVocabulary) {
        self.located = located
        self.unread = unread
        self.vocabulary = vocabulary
        machines = Dictionary(
            located.map { ($0.definition.machine, $0.definition) }, uniquingKeysWith: { first, _ in first })
    }

    func faults() -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        for one in located {
            faults +=
                stateFaults(one) + transitionFaults(one) + invariantFaults(one) + graphFaults(one)
                + clockFaults(one)
        }
        return faults + setFaults()
    }

    /// A fault for each name that is not known; empty names have their fault already.
    func unknown<Name: DefinedName>(
        _ names: [Name], known: Set<Name>, _ rule: DefinitionFault.Rule, _ kind: String, at place: JSONPointer,
        of one: LocatedDefinition
    ) -> [DefinitionFault] {
        names.enumerated().compactMap { index, name in
            guard !name.rawValue.isEmpty, !known.contains(name) else { return nil }
            return one.fault(rule, at: place.appending(index), "There is no \(kind) \(quoted(name.rawValue)).")
        }
    }

    /// A fault for each state or group that the machine named does not have.
    func positionFaults(_ position: Position, at place: JSONPointer, of one: LocatedDefinition) -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        for (machine, references) in position.states.sorted(by: { $0.key.number < $1.key.number }) {
            // A machine that is missing has its own fault.
            guard let definition = machines[machine] else { continue }
            for (index, reference) in references.enumerated() where !reference.isEmpty {
                let place = place.appending("in").appending(machine.rawValue).appending(index)
                let isGroup = reference.utf8.first == UInt8(ascii: "#")
                let bare = isGroup ? String(reference.dropFirst()) : reference
                if isGroup, !definition.states.contains(where: { $0.groups.contains(bare) }) {
                    faults.append(
                        one.fault(
                            .unknownGroup, at: place, "No state of \(machine.rawValue) is in a group \(quoted(bare))."))
                }
                if !isGroup, !definition.states.contains(where: { $0.name.rawValue == bare }) {
                    faults.append(
                        one.fault(.unknownState, at: place, "\(machine.rawValue) has no state \(quoted(bare))."))
                }
            }
        }
        return faults
    }
}
