/// Finds names that a register writes short, word by word: `hhld_comp` is the household composition, `S Yorks Police` the
/// South Yorkshire Police, `dl_comp` the daily living component, `lanldord` the landlord.
///
/// Names are looked up by the first letters of their words, whatever their order, so that few are looked at.
struct ShortForms: Sendable {
    private struct Name: Sendable {
        let words: [[UInt8]]
        let id: Int32
    }

    private var names: [UInt64: [Name]] = [:]
    private var seen: Set<UInt64> = []
    /// How many words of a name are compared at most, in every order.
    private static let most = 6
    /// Of two names that could be meant, the nearer one is, where the other lacks so many letters more.
    private static let margin = 4

    /// Words in small letters.
    mutating func add(_ words: [[UInt8]], id: Int32) {
        guard !words.isEmpty, words.count <= Self.most, words.allSatisfy({ !$0.isEmpty }) else { return }
        var hash = WordHash()
        for word in words {
            for letter in word { hash.add(letter) }
            hash.add(0)
        }
        hash.add(UInt8(truncatingIfNeeded: id))
        hash.add(UInt8(truncatingIfNeeded: id >> 8))
        guard seen.insert(hash.value).inserted else { return }
        names[Self.key(words), default: []].append(Name(words: words, id: id))
    }

    /// Short words that are no initials.
    private static let ordinary: Set<[UInt8]> = Set(
        [
            "no", "per", "who", "how", "has", "not", "new", "old", "end", "age", "job", "tax", "pay", "sex", "date",
            "name", "type", "code", "year",
        ]
        .map { Array($0.utf8) })

    private static func key(_ words: [[UInt8]]) -> UInt64 { WordHash.of(words.compactMap(\.first).sorted()) }

    /// The one name that the words can stand for; nil where there is none, or more than one could be meant.
    func id(for words: [[UInt8]]) -> Int32? {
        if let id = best(words) { return id }
        // Initials run together: `dl` for `daily living`.
        for (place, word) in words.enumerated() where (2...5).contains(word.count) && !Self.ordinary.contains(word) {
            let split = words[..<place] + word.map { [$0] } + words[(place + 1)...]
            // Three letters alone could be anything.
            guard split.count <= Self.most, words.count > 1 || word.count > 3 else { continue }
            if let id = best(Array(split)) { return id }
        }
        return nil
    }

    private func best(_ words: [[UInt8]]) -> Int32? {
        guard !words.isEmpty, words.count <= Self.most, let candidates = names[Self.key(words)] else { return nil }
        var best: (id: Int32, lacking: Int)?
        var second = Int.max
        for name in candidates {
            guard let lacking = Self.lacking(words, name.words) else { continue }
            if let held = best, held.id != name.id {
                if lacking < held.lacking {
                    second = held.lacking
                    best = (name.id, lacking)
                } else {
                    second = min(second, lacking)
                }
            } else {
                best = (name.id, min(lacking, best?.lacking ?? lacking))
            }
        }
        guard let best, second == Int.max || second - best.lacking >= Self.margin else { return nil }
        return best.id
    }

    /// How many letters the words lack when each is led to one of the name's; nil where they cannot be.
    private static func lacking(_ words: [[UInt8]], _ name: [[UInt8]]) -> Int? {
        guard words.count == name.count else { return nil }
        var free = name
        var total = 0
        // The longest words first: they fit the fewest.
        for word in words.sorted(by: { $1.count < $0.count }) {
            let fits = free.indices.compactMap { place in lacking(word, free[place]).map { (place, $0) } }
            guard let nearest = fits.min(by: { $0.1 < $1.1 }) else { return nil }
            total += nearest.1
            free.remove(at: nearest.0)
        }
        return total
    }

    private static func lacking(_ word: [UInt8], _ full: [UInt8]) -> Int? {
        if word == full { return 0 }
        if word.count < full.count, shortens(word, full) { return full.count - word.count }
        return word.count >= 5 && full.count >= 5 && SlipIndex.isSlip(word, full) ? 1 : nil
    }

    /// The beginning of the word; or its first letter and others in their order, without too many left out.
    private static func shortens(_ word: [UInt8], _ full: [UInt8]) -> Bool {
        if full.starts(with: word) { return true }
        guard word.count >= 2, word.first == full.first, word.count * 3 >= full.count else { return false }
        var place = 0
        for letter in word {
            while place < full.count, full[place] != letter { place += 1 }
            if place == full.count { return false }
            place += 1
        }
        return true
    }
}
