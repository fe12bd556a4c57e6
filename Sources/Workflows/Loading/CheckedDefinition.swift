import JSONValues

/// One machine of a set that has passed every check, with fast look-ups.
///
/// Only ``CheckedDefinitions`` makes these, because half of what has to be checked is between the machines.
package struct CheckedDefinition: Hashable, Sendable {
    package let definition: Definition
    /// The RFC 8785 bytes of the definition, for its digest.
    package let canonical: [UInt8]
    let stateNumbers: [StateName: Int]
    private let transitionNumbers: [Door: Int]
    private let leaving: [StateName: [Int]]
    private let groups: [String: [StateName]]

    private struct Door: Hashable, Sendable {
        let command: CommandName
        let from: StateName
    }

    init(checked definition: Definition) {
        self.definition = definition
        canonical = definition.json.canonical()
        stateNumbers = Dictionary(
            definition.states.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        var numbers: [Door: Int] = [:]
        var leaving: [StateName: [Int]] = [:]
        for (number, transition) in definition.transitions.enumerated() {
            for from in transition.from {
                numbers[Door(command: transition.command, from: from)] = number
                leaving[from, default: []].append(number)
            }
        }
        transitionNumbers = numbers
        self.leaving = leaving
        groups = definition.states.reduce(into: [:]) { groups, state in
            for group in state.groups { groups[group, default: []].append(state.name) }
        }
    }

    package var machine: Machine { definition.machine }
    package var version: Int { definition.version }

    package func state(_ name: StateName) -> State? {
        stateNumbers[name].map { definition.states[$0] }
    }

    package func transition(_ command: CommandName, from state: StateName) -> Transition? {
        number(of: command, from: state).map { definition.transitions[$0] }
    }

    /// In the order of the file, which is the order of the buttons.
    package func transitions(from state: StateName) -> [Transition] {
        leaving[state, default: []].map { definition.transitions[$0] }
    }

    /// The states of a group, named without its `#`.
    package func members(of group: String) -> [StateName] {
        groups[group, default: []]
    }

    /// Whether the state is the one named, or belongs to the group written `#group`.
    package func matches(_ reference: String, state name: StateName) -> Bool {
        if reference.utf8.first == UInt8(ascii: "#") {
            return members(of: String(reference.dropFirst())).contains(name)
        }
        return reference == name.rawValue
    }

    /// The states that a reference stands for: itself, or the members of its group.
    package func states(for reference: String) -> [StateName] {
        if reference.utf8.first == UInt8(ascii: "#") { return members(of: String(reference.dropFirst())) }
        return [StateName(rawValue: reference)]
    }

    func number(of command: CommandName, from state: StateName) -> Int? {
        transitionNumbers[Door(command: command, from: state)]
    }
}
