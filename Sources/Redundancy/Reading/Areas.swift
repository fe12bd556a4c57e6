/// The parts of the country that texts name, and which lies in which.
struct Areas: Sendable {
    private var phrases = PhraseBook()
    private var broader: [Int32: Int32] = [:]
    private let names: [String]

    init(_ rules: ReadingRules) {
        var positions: [String: Int32] = [:]
        for (position, area) in rules.areas.enumerated() {
            positions[area.id] = Int32(position)
            for name in area.names { phrases.add(name, id: Int32(position)) }
        }
        for (position, area) in rules.areas.enumerated() {
            if let wider = area.broader.flatMap({ positions[$0] }) { broader[Int32(position)] = wider }
        }
        names = rules.areas.map { $0.names.first ?? $0.id }
    }

    func name(_ area: Int32) -> String { names[Int(area)] }

    /// The areas of a text, their words marked as taken.
    func take(from tokens: Tokens, _ taken: inout [Bool]) -> [Int32] {
        let matches = phrases.matches(in: tokens, taken: taken)
        for match in matches { for place in match.range { taken[place] = true } }
        return matches.map(\.id)
    }

    /// No area is everywhere.
    func relation(_ left: Int32?, _ right: Int32?) -> SubjectNames.Relation {
        switch (left, right) {
        case (nil, nil): return .equal
        case (.some, nil): return .narrower
        case (nil, .some): return .broader
        case (let left?, let right?):
            if left == right { return .equal }
            if lies(left, within: right) { return .narrower }
            return lies(right, within: left) ? .broader : .different
        }
    }

    private func lies(_ area: Int32, within wider: Int32) -> Bool {
        var next = broader[area]
        for _ in 0..<16 {
            guard let current = next else { return false }
            if current == wider { return true }
            next = broader[current]
        }
        return false
    }
}
