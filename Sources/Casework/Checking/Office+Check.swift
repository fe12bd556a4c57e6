package import Shares

extension Office {
    /// What does not fit together in the terms under consideration, the gravest first.
    package func check(_ reference: ShareReference) throws -> [Finding] {
        let share = try read { try existing(reference, in: $0) }
        return share.termsUnderConsideration
            .inconsistencies(on: surroundings.now().day, under: try self.reference()).gravestFirst
    }
}
