/// A regular expression of a schema, in the part of ECMAScript's syntax that our schemas use, matched on Unicode scalars.
///
/// Known are characters, `.`, classes such as `[^a-z0-9_-]`, `\d` and `\w` (ASCII), `\n`, `\r`, `\t`, `\uXXXX`, a backslash
/// before punctuation, `^`, `$`, `|`, groups `(…)` and `(?:…)`, and `*`, `+`, `?`, `{2}`, `{2,}`, `{2,5}`. Anything else is
/// refused. Time grows with the length of the text times that of the pattern, whatever the text.
package struct JSONPattern: Sendable {
    /// Why a pattern was refused.
    package struct Fault: Error, Hashable, Sendable {
        package let explanation: String
    }

    /// A step of the machine that runs the pattern.
    enum Step: Sendable {
        case take(JSONPatternSet)
        case fork(Int, Int)
        case jump(Int)
        case start
        case end
        case accept
    }

    package let source: String
    private let steps: [Step]

    package init(_ source: String) throws(Fault) {
        var parser = JSONPatternParser(source)
        let expression = try parser.pattern()
        var program = JSONPatternProgram()
        try program.add(expression)
        self.source = source
        steps = program.steps + [.accept]
    }

    /// Whether the pattern occurs anywhere in the text; `^` and `$` tie it to the ends.
    package func matches(_ text: String) -> Bool {
        var run = Run(steps: steps)
        var isFirst = true
        for scalar in text.unicodeScalars {
            if run.add(0, atStart: isFirst, atEnd: false) { return true }
            if run.advance(over: scalar.value) { return true }
            isFirst = false
        }
        return run.finish(atStart: isFirst)
    }

    /// The places in the program that the text read so far can have led to.
    private struct Run {
        let steps: [Step]
        private var places: [Int] = []
        private var isListed: [Bool]

        init(steps: [Step]) {
            self.steps = steps
            isListed = Array(repeating: false, count: steps.count)
        }

        /// Adds a place and all that it leads to without taking a character; true where that is the end.
        mutating func add(_ place: Int, atStart: Bool, atEnd: Bool) -> Bool {
            var waiting = [place]
            while let place = waiting.popLast() {
                guard !isListed[place] else { continue }
                isListed[place] = true
                switch steps[place] {
                case .take, .end: places.append(place)
                case .fork(let one, let other): waiting += [one, other]
                case .jump(let target): waiting.append(target)
                case .start: if atStart { waiting.append(place + 1) }
                case .accept: return true
                }
                if case .end = steps[place], atEnd { waiting.append(place + 1) }
            }
            return false
        }

        mutating func advance(over scalar: UInt32) -> Bool {
            let before = places
            places = []
            for index in isListed.indices { isListed[index] = false }
            for place in before {
                guard case .take(let set) = steps[place], set.contains(scalar) else { continue }
                if add(place + 1, atStart: false, atEnd: false) { return true }
            }
            return false
        }

        /// Whether the end of the text ends the pattern too.
        mutating func finish(atStart: Bool) -> Bool {
            let before = places.filter { if case .end = steps[$0] { true } else { false } }
            for index in isListed.indices { isListed[index] = false }
            for place in before + [0] where add(place, atStart: atStart, atEnd: true) { return true }
            return false
        }
    }
}

/// A set of Unicode scalars, by ranges.
struct JSONPatternSet: Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
        ranges.contains { $0.contains(scalar) } != isNegated
    }

    static let digits = JSONPatternSet(ranges: [0x30...0x39])
    static let wordCharacters = JSONPatternSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// What `.` does not match.
    static let lineEnds = JSONPatternSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
