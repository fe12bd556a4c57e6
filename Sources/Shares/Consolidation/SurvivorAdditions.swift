/// What other shares carry beyond the one that is to take over from them.
package struct SurvivorAdditions: Hashable, Sendable, Codable {
    /// By name.
    package var items: [String]
    package var subjects: [String]
    /// The conditions of UK GDPR Articles 9 and 10 that one of the others relies on: `Article 9(2)(j)`; nil where the
    /// survivor has them all.
    package var conditions: [String]?
    /// The frequency that one of the others has and the survivor does not reach; nil where it does.
    package var frequency: String?

    package init(
        items: [String] = [], subjects: [String] = [], conditions: [String] = [], frequency: String? = nil
    ) {
        self.items = items
        self.subjects = subjects
        self.conditions = conditions.isEmpty ? nil : conditions
        self.frequency = frequency
    }

    package var isEmpty: Bool { items.isEmpty && subjects.isEmpty && conditions == nil && frequency == nil }

    /// What either of two asks for.
    package func merged(with other: SurvivorAdditions) -> SurvivorAdditions {
        func both(_ mine: [String], _ theirs: [String]) -> [String] { mine + theirs.filter { !mine.contains($0) } }
        return SurvivorAdditions(
            items: both(items, other.items), subjects: both(subjects, other.subjects),
            conditions: both(conditions ?? [], other.conditions ?? []), frequency: frequency ?? other.frequency)
    }

    /// `data items Sort code, Tenure; conditions Article 9(2)(j); frequency daily`.
    package var inWords: String {
        [
            items.isEmpty ? nil : "data items \(items.joined(separator: ", "))",
            subjects.isEmpty ? nil : "data subjects \(subjects.joined(separator: ", "))",
            conditions.map { "\($0.count == 1 ? "condition" : "conditions") \($0.joined(separator: ", "))" },
            frequency.map { "frequency \($0)" },
        ].compactMap { $0 }.joined(separator: "; ")
    }
}
