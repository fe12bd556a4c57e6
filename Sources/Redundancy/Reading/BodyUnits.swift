/// The parts of bodies that registers name with them, which are no bodies in law: `Debt Management`, `Data Sharing Team`.
struct BodyUnits: Sendable {
    private let units: Set<UInt64>
    private let topics: Set<UInt64>

    init(_ rules: ReadingRules) {
        units = Set(rules.bodyUnits.map { WordHash.of($0) })
        topics = Set(rules.bodyUnitTopics.map { WordHash.of($0) })
    }

    /// `Camden Council Debt Management` without its last words, where they are what the unit is for and what it is; nil
    /// where there is no such unit.
    func bodyAlone(_ text: String) -> String? {
        var words = text.split(separator: " ")
        guard let last = words.popLast(), units.contains(Self.word(last)) else { return nil }
        let all = words.count
        while words.count > 1, let topic = words.last, topics.contains(Self.word(topic)) { words.removeLast() }
        return words.count < all ? words.joined(separator: " ") : nil
    }

    private static func word(_ text: Substring) -> UInt64 { WordHash.of(text.lowercased()) }
}
