import JSONValues

/// What can only be said of the five together.
extension DefinitionChecks {
    func setFaults() -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        for machine in Machine.allCases {
            let these = located.filter { $0.definition.machine == machine }
            if these.isEmpty, !unread.contains(machine) {
                faults.append(
                    DefinitionFault(
                        file: "", pointer: JSONPointer(), rule: .missingMachine,
                        message: "No file defines the workflow “\(machine.rawValue)”."))
            }
            for other in these.dropFirst() {
                faults.append(
                    other.fault(
                        .doubledMachine, at: JSONPointer(["workflow"]),
                        "“\(machine.rawValue)” is defined already, in \(these.first?.file ?? "another file")."))
            }
        }
        for one in located {
            for (index, transition) in one.definition.transitions.enumerated() {
                faults += causeFaults(transition, at: one.place(transition: index), of: one)
            }
        }
        return faults + sharedCommands() + factFaults()
    }

    /// A person names a command and not a machine: what can be given in one machine cannot be given in another.
    private func sharedCommands() -> [DefinitionFault] {
        var owners: [CommandName: Machine] = [:]
        var faults: [DefinitionFault] = []
        for one in located.sorted(by: { $0.definition.machine.number < $1.definition.machine.number }) {
            let machine = one.definition.machine
            for (index, transition) in one.definition.transitions.enumerated()
            where !transition.roles.isEmpty && !transition.command.rawValue.isEmpty {
                let owner = owners[transition.command, default: machine]
                owners[transition.command] = owner
                guard owner != machine else { continue }
                faults.append(
                    one.fault(
                        .ambiguousCommand, at: one.place(transition: index).appending("command"),
                        "\(quoted(transition.command.rawValue)) is a command of \(owner.rawValue) already."))
            }
        }
        return faults
    }

    /// A caused command may ask for nothing that the act itself has not asked for: nobody is there to answer.
    private func causeFaults(
        _ transition: Transition, at place: JSONPointer, of one: LocatedDefinition
    ) -> [DefinitionFault] {
        var faults: [DefinitionFault] = []
        for (machine, command) in transition.causes.sorted(by: { $0.key.number < $1.key.number })
        where !command.rawValue.isEmpty {
            let place = place.appending("causes").appending(machine.rawValue)
            let name = quoted(command.rawValue)
            if machine == one.definition.machine {
                faults.append(one.fault(.causesItself, at: place, "A command cannot cause another of its own machine."))
                continue
            }
            guard let definition = machines[machine] else { continue }
            let caused = definition.transitions.filter { $0.command == command }
            if caused.isEmpty {
                faults.append(
                    one.fault(.unknownCommand, at: place, "\(machine.rawValue) has no command \(name)."))
            }
            let needs = Set(caused.flatMap(\.namedNeeds)).subtracting(transition.namedNeeds).sorted()
            if !needs.isEmpty {
                faults.append(
                    one.fault(
                        .causedNeeds, at: place,
                        "\(name) also needs \(Self.list(needs)), which this transition does not ask for."))
            }
            let evidence = Set(caused.flatMap(\.evidence)).subtracting(transition.evidence).sorted()
            if !evidence.isEmpty {
                faults.append(
                    one.fault(
                        .causedEvidence, at: place,
                        "\(name) also takes \(Self.list(evidence)), which this transition does not take."))
            }
        }
        return faults
    }

    /// A proof keeps a bit for each fact that invariants mention, in one word.
    private func factFaults() -> [DefinitionFault] {
        let invariants = located.flatMap(\.definition.invariants)
        let count = Set(invariants.flatMap(\.needs)).count + Set(invariants.flatMap(\.records)).count
        guard count > PackedConfiguration.factLimit else { return [] }
        return [
            DefinitionFault(
                file: "", pointer: JSONPointer(), rule: .tooMany,
                message: "The invariants speak of \(count) needs and records; \(PackedConfiguration.factLimit) are "
                    + "the most that a proof can follow.")
        ]
    }

    private static func list<Name: DefinedName>(_ names: [Name]) -> String {
        names.map { quoted($0.rawValue) }.joined(separator: ", ")
    }
}

extension Transition {
    /// The needs that are facts, without those on where other machines stand.
    package var namedNeeds: [NeedName] {
        needs.compactMap { if case .fact(let name) = $0 { name } else { nil } }
    }

    /// The needs on where other machines stand.
    package var positionNeeds: [Position] {
        needs.compactMap { if case .position(let position) = $0 { position } else { nil } }
    }
}
