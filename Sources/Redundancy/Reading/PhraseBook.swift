/// Phrases that mean something, found in a text the longest first.
struct PhraseBook: Sendable {
    /// Where a phrase stands in a text, and what it means.
    struct Match: Sendable {
        let range: Range<Int>
        let id: Int32
    }

    private struct Entry: Sendable {
        let rest: [UInt64]
        let id: Int32
        /// A short abbreviation is itself only when it is in capitals: `IS`, not `is`.
        let needsCapitals: Bool
    }

    private var entries: [UInt64: [Entry]] = [:]
    /// A bit for each first word by its lowest twelve bits: most words of a text begin no phrase, which this tells fast.
    private var firsts: [UInt64] = Array(repeating: 0, count: 64)

    init() {}

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ phrase: String, id: Int32) {
        let tokens = Tokens(phrase)
        guard let first = tokens.first else { return }
        let isShort = tokens.count == 1 && first.isAcronym && first.length <= 3
        add(Entry(rest: tokens.dropFirst().map(\.stem), id: id, needsCapitals: isShort), first: first.stem)
    }

    mutating func add(stems: [UInt64], id: Int32) {
        guard let first = stems.first else { return }
        add(Entry(rest: Array(stems.dropFirst()), id: id, needsCapitals: false), first: first)
    }

    private mutating func add(_ entry: Entry, first: UInt64) {
        firsts[Int(first >> 6 & 63)] |= 1 << (first & 63)
        let place = entries[first, default: []].firstIndex { $0.rest.count < entry.rest.count }
        entries[first, default: []].insert(entry, at: place ?? entries[first, default: []].count)
    }

    /// The phrases of the text from left to right, none within another; words that `taken` marks are passed over.
    func matches(in tokens: Tokens, taken: [Bool]) -> [Match] {
        var found: [Match] = []
        var position = 0
        while position < tokens.count {
            if !taken[position], let match = match(at: position, in: tokens, taken) {
                found.append(match)
                position = match.range.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    private func match(at position: Int, in tokens: Tokens, _ taken: [Bool]) -> Match? {
        let first = tokens[position].stem
        guard firsts[Int(first >> 6 & 63)] & (1 << (first & 63)) != 0, let candidates = entries[first] else {
            return nil
        }
        for entry in candidates where position + entry.rest.count < tokens.count {
            if entry.needsCapitals && !tokens[position].isAcronym { continue }
            var agrees = true
            for (offset, stem) in entry.rest.enumerated() {
                let place = position + 1 + offset
                if taken[place] || tokens[place].stem != stem {
                    agrees = false
                    break
                }
            }
            if agrees { return Match(range: position..<(position + 1 + entry.rest.count), id: entry.id) }
        }
        return nil
    }
}
