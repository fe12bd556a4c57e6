/// What one act does to a share: the command itself, and what it causes in the other machines.
package struct Step: Hashable, Sendable {
    /// One machine's part in the step.
    package struct Move: Hashable, Sendable {
        package let machine: Machine
        package let transition: Transition
        package let from: StateName
        /// The same as `from` where the transition only records something.
        package let to: StateName

        package var command: CommandName { transition.command }
    }

    package let before: Configuration
    package let after: Configuration
    /// The command given comes first, then what it caused, in the order in which it happened.
    package let moves: [Move]
}
