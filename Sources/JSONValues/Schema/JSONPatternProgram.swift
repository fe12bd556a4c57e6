/// A pattern as it was read.
indirect enum JSONPatternExpression: Sendable {
    case set(JSONPatternSet)
    case start
    case end
    case sequence([JSONPatternExpression])
    case choice([JSONPatternExpression])
    case repetition(JSONPatternExpression, least: Int, most: Int?)
}

/// The steps that run a pattern, laid out one after another.
struct JSONPatternProgram {
    /// Counted repetitions are written out, so their product is bounded.
    private static let most = 20_000

    private(set) var steps: [JSONPattern.Step] = []

    mutating func add(_ expression: JSONPatternExpression) throws(JSONPattern.Fault) {
        guard steps.count < Self.most else { throw JSONPattern.Fault(explanation: "The pattern repeats too much.") }
        switch expression {
        case .set(let set): steps.append(.take(set))
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .sequence(let parts): for part in parts { try add(part) }
        case .choice(let parts): try addChoice(parts)
        case .repetition(let part, let least, let most):
            for _ in 0..<least { try add(part) }
            if let most {
                for _ in least..<max(least, most) { try addOptional(part) }
            } else {
                try addLoop(part)
            }
        }
    }

    private mutating func addChoice(_ parts: [JSONPatternExpression]) throws(JSONPattern.Fault) {
        var jumps: [Int] = []
        for part in parts.dropLast() {
            let fork = steps.count
            steps.append(.fork(fork + 1, 0))
            try add(part)
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[fork] = .fork(fork + 1, steps.count)
        }
        if let last = parts.last { try add(last) }
        for jump in jumps { steps[jump] = .jump(steps.count) }
    }

    private mutating func addOptional(_ part: JSONPatternExpression) throws(JSONPattern.Fault) {
        let fork = steps.count
        steps.append(.fork(fork + 1, 0))
        try add(part)
        steps[fork] = .fork(fork + 1, steps.count)
    }

    private mutating func addLoop(_ part: JSONPatternExpression) throws(JSONPattern.Fault) {
        let fork = steps.count
        steps.append(.fork(fork + 1, 0))
        try add(part)
        steps.append(.jump(fork))
        steps[fork] = .fork(fork + 1, steps.count)
    }
}
