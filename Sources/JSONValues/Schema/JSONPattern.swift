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
    /// Nil for a large pattern.
    private let table: JSONPatternTable?
    /// Whether it is small enough to be a table.
    var hasTable: Bool { table != nil }

    package init(_ source: String) throws(Fault) {
        var parser = JSONPatternParser(source)
        let expression = try parser.pattern()
        var program = JSONPatternProgram()
        try program.add(expression)
        self.source = source
        steps = program.steps + [.accept]
        table = JSONPatternTable(steps)
    }

    /// Whether the pattern occurs anywhere in the text; `^` and `$` tie it to the ends.
    package func matches(_ text: String) -> Bool {
        if let table { return table.matches(text) }
        var run = JSONPatternRun(steps)
        var isFirst = true
        for scalar in text.unicodeScalars {
            if run.begin(atStart: isFirst) || run.advance(over: scalar.value) { return true }
            isFirst = false
        }
        return run.finish(atStart: isFirst)
    }
}

/// A set of Unicode scalars, by ranges.
struct JSONPatternSet: Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isNegated = false

    func contains(_ scalar: UInt32) -> Bool {
        for range in ranges where range.contains(scalar) { return !isNegated }
        return isNegated
    }

    static let digits = JSONPatternSet(ranges: [0x30...0x39])
    static let wordCharacters = JSONPatternSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// What `.` does not match.
    static let lineEnds = JSONPatternSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
}
