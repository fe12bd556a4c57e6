/// Reads the text of a pattern; the grammar's rules are its functions.
struct JSONPatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    mutating func pattern() throws(JSONPattern.Fault) -> JSONPatternExpression {
        let expression = try choice()
        guard position == scalars.count else { throw fault("A closing bracket has no opening one.") }
        return expression
    }

    private mutating func choice() throws(JSONPattern.Fault) -> JSONPatternExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 50 else { throw fault("Groups are nested too deep.") }
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(JSONPattern.Fault) -> JSONPatternExpression {
        var parts: [JSONPatternExpression] = []
        while let scalar = peek(), scalar != "|", scalar != ")" {
            parts.append(try repetition())
        }
        return .sequence(parts)
    }

    private mutating func repetition() throws(JSONPattern.Fault) -> JSONPatternExpression {
        let part = try atom()
        guard let sign = peek() else { return part }
        let (least, most): (Int, Int?)
        switch sign {
        case "*": (least, most) = (0, nil)
        case "+": (least, most) = (1, nil)
        case "?": (least, most) = (0, 1)
        case "{":
            (least, most) = try bounds()
            position -= 1
        default: return part
        }
        position += 1
        if let next = peek(), ["*", "+", "?", "{"].contains(next) { throw fault("One repetition follows another.") }
        return .repetition(part, least: least, most: most)
    }

    /// `{2}`, `{2,}` or `{2,5}`.
    private mutating func bounds() throws(JSONPattern.Fault) -> (Int, Int?) {
        position += 1
        let least = try number()
        var most: Int? = least
        if take(",") { most = peek() == "}" ? nil : try number() }
        guard take("}"), most.map({ $0 >= least }) ?? true else { throw fault("This is not a repetition.") }
        return (least, most)
    }

    private mutating func number() throws(JSONPattern.Fault) -> Int {
        var digits = ""
        while let scalar = peek(), JSONPatternSet.digits.contains(scalar.value) {
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        guard let number = Int(digits), number <= 1_000 else { throw fault("A number up to 1000 is needed.") }
        return number
    }

    private mutating func atom() throws(JSONPattern.Fault) -> JSONPatternExpression {
        guard let scalar = next() else { throw fault("The pattern ends too early.") }
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .set(JSONPatternSet(ranges: JSONPatternSet.lineEnds.ranges, isNegated: true))
        case "(": return try group()
        case "[": return .set(try set())
        case "\\": return .set(try escape())
        case "*", "+", "?", "{", "}", "]": throw fault("\(scalar) cannot stand here.")
        default: return .set(JSONPatternSet(ranges: [scalar.value...scalar.value]))
        }
    }

    private mutating func group() throws(JSONPattern.Fault) -> JSONPatternExpression {
        if take("?") { guard take(":") else { throw fault("Only (…) and (?:…) are known.") } }
        let expression = try choice()
        guard take(")") else { throw fault("A bracket is not closed.") }
        return expression
    }

    private mutating func set() throws(JSONPattern.Fault) -> JSONPatternSet {
        var set = JSONPatternSet(ranges: [], isNegated: take("^"))
        while !take("]") {
            let first = try member()
            guard peek() == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.ranges += first.ranges
                continue
            }
            position += 1
            let last = try member()
            guard let low = first.single, let high = last.single, low <= high else {
                throw fault("This is not a range of characters.")
            }
            set.ranges.append(low...high)
        }
        return set
    }

    private mutating func member() throws(JSONPattern.Fault) -> JSONPatternSet {
        guard let scalar = next() else { throw fault("A class is not closed.") }
        return scalar == "\\" ? try escape() : JSONPatternSet(ranges: [scalar.value...scalar.value])
    }

    private mutating func escape() throws(JSONPattern.Fault) -> JSONPatternSet {
        guard let scalar = next() else { throw fault("Nothing follows the backslash.") }
        switch scalar {
        case "d": return .digits
        case "w": return .wordCharacters
        case "n": return JSONPatternSet(ranges: [0x0A...0x0A])
        case "r": return JSONPatternSet(ranges: [0x0D...0x0D])
        case "t": return JSONPatternSet(ranges: [0x09...0x09])
        case "u":
            let digits = String(String.UnicodeScalarView(scalars[position...].prefix(4)))
            guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil else {
                throw fault("\\u needs four hexadecimal digits.")
            }
            position += 4
            return JSONPatternSet(ranges: [value...value])
        default:
            guard scalar.isASCII, !JSONPatternSet.wordCharacters.contains(scalar.value) else {
                throw fault("The escape \\\(scalar) is not known.")
            }
            return JSONPatternSet(ranges: [scalar.value...scalar.value])
        }
    }

    private func peek() -> Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func next() -> Unicode.Scalar? {
        defer { position += 1 }
        return peek()
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }

    private func fault(_ explanation: String) -> JSONPattern.Fault {
        JSONPattern.Fault(explanation: "The pattern cannot be read at character \(position): \(explanation)")
    }
}

extension JSONPatternSet {
    /// The scalar, where it is only one.
    fileprivate var single: UInt32? {
        guard !isNegated, ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
        return range.lowerBound
    }
}
