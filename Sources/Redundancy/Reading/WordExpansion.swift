/// Writes shortened words out: `awd` as `award`, `pymt` as `payment`, `pris` as `prison`.
///
/// A shortened word has the first letter of the full one, and its other letters in the same order.
struct WordExpansion: Sendable {
    private var words: [UInt8: [(letters: [UInt8], hash: UInt64)]] = [:]
    private(set) var known: Set<UInt64> = []
    /// More readings than this are guesswork.
    private static let most = 12

    mutating func add(_ tokens: Tokens) {
        for token in tokens where !token.isNumber && token.length > 3 {
            guard known.insert(token.plain).inserted else { continue }
            words[token.initial, default: []].append((Array(Stem.singular(tokens.word(token))), token.plain))
        }
    }

    mutating func know(_ word: UInt64) { known.insert(word) }

    /// The words that the letters may stand for, those nearest in length first.
    func readings(of short: ArraySlice<UInt8>) -> [UInt64] {
        guard short.count >= 3, short.count <= 6, let first = short.first, let candidates = words[first] else {
            return []
        }
        let fitting = candidates.filter { $0.letters.count > short.count && Self.shortens(short, $0.letters) }
        // Most shortened words are the beginning of the full one.
        func rank(_ word: (letters: [UInt8], hash: UInt64)) -> (Int, Int, UInt64) {
            (word.letters.starts(with: short) ? 0 : 1, word.letters.count, word.hash)
        }
        return fitting.sorted { rank($0) < rank($1) }.prefix(Self.most).map(\.hash)
    }

    private static func shortens(_ short: ArraySlice<UInt8>, _ full: [UInt8]) -> Bool {
        var place = 0
        for letter in short {
            while place < full.count, full[place] != letter { place += 1 }
            if place == full.count { return false }
            place += 1
        }
        return true
    }
}
