/// Names in a text that nothing else explains: runs of capitalised words, and abbreviations.
struct CapitalNames: Sendable {
    /// One such name.
    struct Name: Sendable {
        /// One number for its telling words, whatever their order.
        let key: UInt64
        let range: Range<Int>
        let isAbbreviation: Bool
        /// The initials of its first two, three and more words.
        let initials: [UInt64]
    }

    private(set) var all: [Name] = []
    private static let links: Set<UInt64> = Set(
        ["of", "for", "to", "the", "and", "in", "your"].map { WordHash.of($0) })

    /// `isPlain`: words that tell nothing at the edges of a name.
    init(_ tokens: Tokens, taken: [Bool], isPlain: (Token) -> Bool) {
        // In a text all in capitals, capitals tell nothing.
        if tokens.count > 3, tokens.allSatisfy({ $0.isAcronym || $0.isNumber || $0.length < 2 }) { return }
        var place = 0
        while place < tokens.count {
            guard !taken[place], tokens[place].isCapital, !tokens[place].isNumber else {
                place += 1
                continue
            }
            var end = place + 1
            var next = end
            while next < tokens.count, !taken[next], tokens[next].followsOn {
                if tokens[next].isCapital {
                    end = next + 1
                } else if !Self.links.contains(tokens[next].plain) {
                    break
                }
                next += 1
            }
            add(tokens, place..<end, isPlain)
            place = end
        }
    }

    private mutating func add(_ tokens: Tokens, _ range: Range<Int>, _ isPlain: (Token) -> Bool) {
        var telling = range
        func tells(_ token: Token) -> Bool { !isPlain(token) && !Self.links.contains(token.plain) && token.length > 1 }
        while let first = telling.first, !tells(tokens[first]) { telling = (first + 1)..<telling.upperBound }
        while let last = telling.last, !tells(tokens[last]) { telling = telling.lowerBound..<last }
        guard let first = telling.first else { return }
        let words = telling.filter { !Self.links.contains(tokens[$0].plain) }
        let isAbbreviation = words.count == 1 && tokens[first].isAcronym && tokens[first].length <= 6
        // A single capital at the beginning of a sentence is no name.
        if words.count == 1, !isAbbreviation, !tokens[first].followsOn { return }
        var initials: [UInt64] = []
        var hash = WordHash()
        for (count, place) in (first..<range.upperBound).filter({ !Self.links.contains(tokens[$0].plain) }).enumerated()
        {
            hash.add(tokens[place].initial)
            if count > 0 { initials.append(hash.value) }
        }
        let key = isAbbreviation ? tokens[first].plain : WordHash.ofBag(words.map { tokens[$0].stem })
        all.append(Name(key: key, range: first..<range.upperBound, isAbbreviation: isAbbreviation, initials: initials))
    }
}

/// Which names in a register have which initials, so that an abbreviation is led to the one name it can stand for.
struct SchemeInitials: Sendable {
    private var names: [UInt64: [UInt64: Int32]] = [:]
    private var abbreviations: Set<UInt64> = []
    /// In how many texts each name stands.
    private(set) var counts: [UInt64: Int32] = [:]

    mutating func add(_ name: CapitalNames.Name) {
        counts[name.key, default: 0] += 1
        if name.isAbbreviation { abbreviations.insert(name.key) }
        for initials in name.initials { names[initials, default: [:]][name.key, default: 0] += 1 }
    }

    /// Each abbreviation with the name it stands for, where one name stands out among those that have the initials.
    var aliases: [UInt64: UInt64] {
        var aliases: [UInt64: UInt64] = [:]
        for abbreviation in abbreviations {
            guard let holders = names[abbreviation] else { continue }
            let ranked = holders.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            guard let best = ranked.first else { continue }
            if ranked.count == 1 || ranked[1].value * 3 <= best.value { aliases[abbreviation] = best.key }
        }
        return aliases
    }
}
