/// How the name of a data item is taken apart into the words that tell it from others.
struct ItemWording: Sendable {
    private let abbreviations: [UInt64: [UInt64]]
    private let written: [UInt64: [[UInt8]]]
    private let owners: Set<UInt64>
    private let light: Set<UInt64>
    private let neutral: Set<UInt64>
    private let common: Set<UInt64>
    private static let fillers: Set<UInt64> = Set(
        ["of", "the", "for", "to", "a", "in", "on", "and", "or", "s"].map {
            WordHash.of($0)
        })

    init(_ rules: ReadingRules) {
        abbreviations = Dictionary(
            rules.abbreviations.map { (Tokens.plainWord($0.key), Tokens($0.value).map(\.plain)) },
            uniquingKeysWith: { first, _ in first })
        written = Dictionary(
            rules.abbreviations.map { (Tokens.plainWord($0.key), Self.letters(Tokens($0.value))) },
            uniquingKeysWith: { first, _ in first })
        owners = Set(rules.itemOwners.flatMap { Tokens($0).map(\.plain) })
        light = Set(rules.lightItemWords.flatMap { Tokens($0).map(\.plain) })
        neutral = Set(rules.neutralItemWords.flatMap { Tokens($0).map(\.plain) })
        common = neutral.union(rules.commonItemWords.flatMap { Tokens($0).map(\.plain) })
    }

    func isLight(_ word: UInt64) -> Bool { light.contains(word) }

    /// `End` and `status` name no item by themselves; `name` does.
    func isVague(_ text: String) -> Bool {
        let words = words(text)
        return words != [Self.name] && words.allSatisfy { light.contains($0) || common.contains($0) }
    }

    private static let name = WordHash.of("name")

    /// Without the words that tell nothing of an item.
    func core(_ words: [UInt64]) -> [UInt64] { words.filter { !neutral.contains($0) } }

    /// Without those that many items have as well, such as `date`.
    func thin(_ words: [UInt64]) -> [UInt64] { words.filter { !common.contains($0) } }

    /// The words in order, abbreviations written out; without fillers, without what stands in brackets at the end, and
    /// without whose item it is where other words are left.
    func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        // `Partner or spouse` says one thing twice.
        for word in parts(of: text).flatMap(\.words) where !words.contains(word) { words.append(word) }
        return words
    }

    /// The words with those in brackets and those that say whose the item is.
    func allWords(_ text: String) -> [UInt64] {
        Tokens(text, partsCamelCase: true).flatMap { abbreviations[$0.plain] ?? [$0.plain] }
            .filter { !Self.fillers.contains($0) }
    }

    /// The words as their letters in the singular, abbreviations written out; without those that tell nothing of an item.
    func letters(_ text: String) -> [[UInt8]] {
        let telling = parts(of: text).filter { part in !part.words.allSatisfy(neutral.contains) }
        return telling.flatMap { part in
            written[WordHash.of(Stem.singular(part.letters))] ?? [Array(Stem.singular(part.letters))]
        }
    }

    /// One number for the stems of the words: `whether sanctioned` and `sanction` have one.
    func stemBag(_ letters: [[UInt8]]) -> UInt64 {
        WordHash.ofBag(letters.map { WordHash.of(Stem.of($0[...])) }.sortedUnique())
    }

    /// Those without `date`, `number` and the like as well.
    func thin(_ letters: [[UInt8]]) -> [[UInt8]] { letters.filter { !common.contains(WordHash.of($0)) } }

    private static func letters(_ tokens: Tokens) -> [[UInt8]] {
        tokens.map { Array(Stem.singular(tokens.word($0))) }
    }

    /// The same, word by word, each with the letters that were written.
    func parts(of text: String) -> [(words: [UInt64], letters: ArraySlice<UInt8>)] {
        let tokens = Tokens(ItemWording.withoutBrackets(text), partsCamelCase: true)
        let parts = tokens.enumerated().map { place, token in
            // `awd_to_dt`, `entitlement to`: the end of a period.
            let isEnd =
                token.plain == Self.to && place > 0
                && (place == tokens.count - 1 || Self.dates.contains(tokens[place + 1].plain))
            let words = isEnd ? [Self.end] : abbreviations[token.plain] ?? [token.plain]
            return (words: words, letters: isEnd ? Self.endLetters : tokens.word(token))
        }
        let telling = parts.filter { part in !part.words.allSatisfy(Self.fillers.contains) }
        let own = telling.filter { part in !part.words.allSatisfy(owners.contains) }
        return own.isEmpty ? telling : own
    }

    private static let to = WordHash.of("to")
    private static let end = WordHash.of("end")
    private static let endLetters = ArraySlice("end".utf8)
    private static let dates: Set<UInt64> = Set(["date", "dt"].map { WordHash.of($0) })

    /// `tbl_cust.dob` as the table and the column; nil where the text is no column of a table.
    static func column(in text: String) -> (table: Substring, column: Substring)? {
        guard let dot = text.lastIndex(of: "."), let last = text.index(dot, offsetBy: 1, limitedBy: text.endIndex)
        else { return nil }
        // What somebody put before the name of the table says whose the item is: `Applicant's tbl.dob`.
        let start = text[..<dot].lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
        let table = text[start..<dot]
        let column = text[last...]
        func isName(_ part: Substring, _ least: Int) -> Bool {
            part.utf8.count >= least && part.first?.isLetter == true
        }
        let isTable = table.utf8.allSatisfy { $0 >= 0x80 || $0 == 0x5F || Self.isLetterOrDigit($0) }
        return isTable && isName(table, 3) && isName(column, 2) ? (table, column) : nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func withoutBrackets(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard let last = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }), bytes[last] == UInt8(ascii: ")"),
            let open = bytes[..<last].lastIndex(of: UInt8(ascii: "(")), open > 2
        else { return text }
        return String(decoding: bytes[..<open], as: UTF8.self)
    }

    private static let listing: Set<String> = [
        "and", "&", "+", "plus", "including", "incl", "incl.", "inc", "inc.",
    ]
    /// `Account number with energy supplier` is one item, `name with address` two.
    private static let joining = listing.union(["with", "or"])

    /// `Forename/surname` in its parts; `a/c` and `Y/N` are one.
    private static func slashed(_ word: Substring) -> [Substring] {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        return parts.contains { $0.utf8.count == 1 } ? [word] : parts
    }

    /// `Employment start and end dates`, `dates of admission and discharge`: two parts with the words that they share,
    /// those that fewest words are shared in first.
    static func shared(in text: String) -> [(String, String)] {
        let parts = bundled(in: text, by: listing)
        guard parts.count == 2 else { return [] }
        let one = parts[0].split(separator: " ")
        let other = parts[1].split(separator: " ")
        guard max(one.count, other.count) <= ItemNames.mostWords else { return [] }
        var pairs: [(first: String, second: String, shared: Int)] = []
        for before in 0..<max(1, one.count) {
            for after in 0..<max(1, other.count) where before + after > 0 {
                let first = one + other.suffix(after)
                let second = one.prefix(before) + other
                pairs.append((first.joined(separator: " "), second.joined(separator: " "), before + after))
            }
        }
        return pairs.sorted { $0.shared < $1.shared }.map { ($0.first, $0.second) }
    }

    /// What stands in brackets at the end, in its parts: of `Identity details (name, DOB)` name and DOB.
    static func listed(in text: String) -> [String] {
        let plain = withoutBrackets(text)
        guard plain.utf8.count < text.utf8.count else { return [] }
        let inner = text.dropFirst(plain.count).drop { $0 == "(" || $0 == " " }
        return bundled(in: String(inner.prefix { $0 != ")" }))
    }

    /// `Name, address and DoB` in its parts.
    static func bundled(in text: String) -> [String] { bundled(in: text, by: joining) }

    /// The same, apart only where nothing else can be meant.
    static func listedParts(of text: String) -> [String] { bundled(in: text, by: listing) }

    private static func bundled(in text: String, by joining: Set<String>) -> [String] {
        var parts: [String] = []
        var part = ""
        // What stands in brackets explains: `dob (dd/mm/yyyy)`.
        for word in withoutBrackets(text).split(separator: " ") {
            let small = word.lowercased()
            if joining.contains(small) {
                parts.append(part)
                part = ""
                continue
            }
            for (place, piece) in word.split(separator: ",", omittingEmptySubsequences: false)
                .flatMap({ slashed($0) }).enumerated()
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
