/// How the name of a data item is taken apart into the words that tell it from others.
struct ItemWording: Sendable {
    private let abbreviations: [UInt64: [UInt64]]
    private let owners: Set<UInt64>
    private let light: Set<UInt64>
    private let neutral: Set<UInt64>
    private let common: Set<UInt64>
    private static let fillers: Set<UInt64> = Set(
        ["of", "the", "for", "to", "a", "in", "on", "and", "or", "s"].map { WordHash.of($0) })

    init(_ rules: ReadingRules) {
        abbreviations = Dictionary(
            rules.abbreviations.map { (WordHash.of($0.key), Tokens($0.value).map(\.plain)) },
            uniquingKeysWith: { first, _ in first })
        owners = Set(rules.itemOwners.flatMap { Tokens($0).map(\.plain) })
        light = Set(rules.lightItemWords.flatMap { Tokens($0).map(\.plain) })
        neutral = Set(rules.neutralItemWords.flatMap { Tokens($0).map(\.plain) })
        common = neutral.union(rules.commonItemWords.flatMap { Tokens($0).map(\.plain) })
    }

    func isLight(_ word: UInt64) -> Bool { light.contains(word) }

    /// Without the words that tell nothing of an item.
    func core(_ words: [UInt64]) -> [UInt64] { words.filter { !neutral.contains($0) } }

    /// Without those that many items have as well, such as `date`.
    func thin(_ words: [UInt64]) -> [UInt64] { words.filter { !common.contains($0) } }

    /// The words in order, abbreviations written out; without fillers, without what stands in brackets at the end, and
    /// without whose item it is where other words are left.
    func words(_ text: String) -> [UInt64] { parts(of: text).flatMap(\.words) }

    /// The words with those in brackets and those that say whose the item is.
    func allWords(_ text: String) -> [UInt64] {
        Tokens(text, partsCamelCase: true).flatMap { abbreviations[$0.plain] ?? [$0.plain] }
            .filter { !Self.fillers.contains($0) }
    }

    /// The same, word by word, each with the letters that were written.
    func parts(of text: String) -> [(words: [UInt64], letters: ArraySlice<UInt8>)] {
        let tokens = Tokens(ItemWording.withoutBrackets(text), partsCamelCase: true)
        let parts = tokens.map { (words: abbreviations[$0.plain] ?? [$0.plain], letters: tokens.word($0)) }
        let telling = parts.filter { part in !part.words.allSatisfy(Self.fillers.contains) }
        let own = telling.filter { part in !part.words.allSatisfy(owners.contains) }
        return own.isEmpty ? telling : own
    }

    private static func withoutBrackets(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let last = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }), bytes[last] == UInt8(ascii: ")"),
            let open = bytes[..<last].lastIndex(of: UInt8(ascii: "(")), open > 2
        else { return text }
        return String(decoding: bytes[..<open], as: UTF8.self)
    }

    /// `Name, address and DoB` in its parts.
    static func bundled(in text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        // What stands in brackets explains: `dob (dd/mm/yyyy)`.
        for word in withoutBrackets(text).split(separator: " ") {
            let small = word.lowercased()
            if small == "and" || small == "&" || small == "plus" || small == "with" || small == "+" {
                parts.append(part)
                part = ""
                continue
            }
            for (place, piece) in word.split(separator: ",", omittingEmptySubsequences: false)
                .flatMap({ $0.split(separator: "/", omittingEmptySubsequences: false) }).enumerated()
            {
                if place > 0 {
                    parts.append(part)
                    part = ""
                }
                if !piece.isEmpty { part += part.isEmpty ? String(piece) : " " + piece }
            }
        }
        parts.append(part)
        return parts.filter { !$0.isEmpty }
    }
}
