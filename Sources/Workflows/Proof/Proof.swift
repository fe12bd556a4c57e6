/// What exploring every configuration that a share can reach has shown.
package struct Proof: Hashable, Sendable {
    /// Configurations that can be reached, told apart by the facts that invariants speak of.
    package let configurations: Int
    /// Steps between them that change something.
    package let steps: Int
    /// Empty: the invariants hold.
    package let faults: [ProofFault]

    package var holds: Bool { faults.isEmpty }
}

/// Why a set of five cannot be used, though each of them is well made.
package enum ProofFault: Hashable, Sendable {
    /// An invariant does not hold at the end of this path.
    case violated(Machine, Invariant, Counterexample)
    /// No configuration that a share can reach has this state.
    case stateNeverReached(Machine, StateName)
    /// In no configuration that a share can reach may this transition be taken; its place in the definition.
    case transitionNeverTaken(Machine, CommandName, number: Int)
    /// There are more configurations than this, and so nothing is known.
    case tooLarge(limit: Int)
}

extension ProofFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .violated(let machine, let invariant, let path):
            "\(machine.rawValue): “\(invariant.name)” does not hold: \(invariant.says) \(path)"
        case .stateNeverReached(let machine, let state):
            "\(machine.rawValue): no share can ever be in “\(state)”, because of where the other machines must stand."
        case .transitionNeverTaken(let machine, let command, let number):
            "\(machine.rawValue): “\(command)” (transition \(number + 1) of the file) can never be taken, because of "
                + "where the other machines must stand."
        case .tooLarge(let limit):
            "The five machines have more than \(limit) configurations together: too many to explore. Tie them more "
                + "closely with needs on where the others stand, or leave states out."
        }
    }
}

/// A shortest way to a configuration that should not be.
package struct Counterexample: Hashable, Sendable {
    package struct Act: Hashable, Sendable {
        package let machine: Machine
        package let command: CommandName
    }

    /// How the share came in.
    package let entry: EntryName
    package let acts: [Act]
    package let end: Configuration
}

extension Counterexample: CustomStringConvertible {
    package var description: String {
        let path = [entry.rawValue] + acts.map { "\($0.machine.rawValue) \($0.command)" }
        return "Counterexample: " + path.joined(separator: " → ") + ". Then: \(end)."
    }
}
