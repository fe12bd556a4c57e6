/// What other shares carry beyond the one that is to take over from them.
package struct SurvivorAdditions: Hashable, Sendable, Codable {
    /// By name.
    package var items: [String]
    package var subjects: [String]
    /// The frequency that one of the others has and the survivor does not reach; nil where it does.
    package var frequency: String?

    package init(items: [String] = [], subjects: [String] = [], frequency: String? = nil) {
        self.items = items
        self.subjects = subjects
        self.frequency = frequency
    }

    package var isEmpty: Bool { items.isEmpty && subjects.isEmpty && frequency == nil }

    /// What either of two asks for.
    package func merged(with other: SurvivorAdditions) -> SurvivorAdditions {
        SurvivorAdditions(
            items: items + other.items.filter { !items.contains($0) },
            subjects: subjects + other.subjects.filter { !subjects.contains($0) },
            frequency: frequency ?? other.frequency)
    }

    /// `data items Sort code, Tenure; frequency daily`.
    package var inWords: String {
        [
            items.isEmpty ? nil : "data items \(items.joined(separator: ", "))",
            subjects.isEmpty ? nil : "data subjects \(subjects.joined(separator: ", "))",
            frequency.map { "frequency \($0)" },
        ].compactMap { $0 }.joined(separator: "; ")
    }
}
