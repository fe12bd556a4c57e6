/// A pattern as a table of where each character leads, so that a text is matched in one step a character.
struct JSONPatternTable: Sendable {
    /// Where every way through the pattern is known already.
    private static let matched = -1
    /// What a table may grow to; a larger pattern is run step by step.
    private static let most = (steps: 300, states: 400, kinds: 64)

    /// Where each kind of character begins: the pattern does not tell those of one kind apart.
    private let starts: [UInt32]
    private let kindOfASCII: [Int]
    /// By state and kind; the first state is that before the text.
    private let next: [Int]
    /// Whether the text may end in a state.
    private let mayEnd: [Bool]

    /// Nil for a pattern that is too large.
    init?(_ steps: [JSONPattern.Step]) {
        let starts = Self.starts(of: steps)
        guard steps.count <= Self.most.steps, starts.count <= Self.most.kinds else { return nil }
        var states: [[Int]] = [[]]
        // What is after the first character is another state than what is before it, though nothing is open in both.
        var numbers: [[Int]: Int] = [:]
        var (next, mayEnd): ([Int], [Bool]) = ([], [])
        var number = 0
        while number < states.count {
            let isFirst = number == 0
            for start in starts {
                var run = JSONPatternRun(steps, at: states[number])
                guard !run.begin(atStart: isFirst), !run.advance(over: start) else {
                    next.append(Self.matched)
                    continue
                }
                let places = run.places.sorted()
                next.append(numbers[places] ?? states.count)
                if numbers[places] == nil {
                    numbers[places] = states.count
                    states.append(places)
                }
            }
            var run = JSONPatternRun(steps, at: states[number])
            mayEnd.append(run.finish(atStart: isFirst))
            guard states.count <= Self.most.states else { return nil }
            number += 1
        }
        self.starts = starts
        kindOfASCII = (0..<128).map { Self.kind(of: $0, starts) }
        self.next = next
        self.mayEnd = mayEnd
    }

    func matches(_ text: String) -> Bool {
        var state = 0
        for scalar in text.unicodeScalars {
            let kind = scalar.isASCII ? kindOfASCII[Int(scalar.value)] : Self.kind(of: scalar.value, starts)
            state = next[state * starts.count + kind]
            if state == Self.matched { return true }
        }
        return mayEnd[state]
    }

    private static func starts(of steps: [JSONPattern.Step]) -> [UInt32] {
        var starts: Set<UInt32> = [0]
        for case .take(let set) in steps {
            for range in set.ranges { starts.formUnion([range.lowerBound, range.upperBound + 1]) }
        }
        return starts.sorted()
    }

    private static func kind(of scalar: UInt32, _ starts: [UInt32]) -> Int {
        (starts.firstIndex { $0 > scalar } ?? starts.count) - 1
    }
}
