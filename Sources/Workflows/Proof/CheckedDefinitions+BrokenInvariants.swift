extension CheckedDefinitions {
    /// The invariants that would not hold of a share that stands so and has shown this; of what may come later, only the
    /// proof can speak.
    package func brokenInvariants(
        in configuration: Configuration, established: Set<NeedName>, recorded: Set<RecordName>
    ) -> [Invariant] {
        func isTrue(_ condition: Invariant.Condition) -> Bool {
            holds(condition.position, in: configuration) && established.isSuperset(of: condition.established)
                && recorded.isSuperset(of: condition.recorded)
        }
        return all.flatMap(\.definition.invariants).filter { invariant in
            guard case .whenever(let first, let others) = invariant.rule else { return false }
            return isTrue(first) && !others.contains(where: isTrue)
        }
    }
}
