import Shares

/// How often, on the scale of eight steps: 0 one-off, 1 ad hoc, 2 annual, 3 quarterly, 4 monthly, 5 weekly, 6 daily, 7 real time.
struct FrequencyReader: Sendable {
    private let steps: [String: Int8]
    /// By the ids of terms, as they stand within a sentence.
    private let terms: [String: String]
    private let stepsByName: [String: Int8]
    private var phrases = PhraseBook()

    /// Words of any sentence about frequency, the more telling first.
    private static let words: [(String, Int32)] = [
        ("real time", 7), ("realtime", 7), ("near real time", 7), ("continuous", 7), ("instant", 7), ("hourly", 7),
        ("hour", 7), ("intraday", 7), ("immediate", 7), ("live", 7), ("stream", 7), ("per event", 7),
        ("one off", 0), ("oneoff", 0), ("once only", 0), ("single", 0), ("one time", 0), ("once", 0),
        ("once a day", 6), ("once a week", 5), ("once a month", 4), ("once a quarter", 3), ("once a year", 2),
        ("once per year", 2), ("once per month", 4), ("once every month", 4), ("once every week", 5),
        ("daily", 6), ("day", 6), ("nightly", 6), ("night", 6), ("overnight", 6), ("weekday", 6),
        ("weekly", 5), ("week", 5), ("fortnight", 5), ("fortnightly", 5), ("monthly", 4), ("month", 4), ("mthly", 4),
        ("quarterly", 3), ("quarter", 3), ("qtrly", 3), ("term", 3), ("annual", 2), ("annum", 2), ("yearly", 2),
        ("year", 2), ("biennial", 2), ("twelve month", 2), ("six month", 2), ("three month", 3), ("3 month", 3),
        ("6 month", 2), ("12 month", 2), ("ad hoc", 1), ("adhoc", 1), ("request", 1), ("demand", 1), ("required", 1),
        ("needed", 1), ("asked", 1), ("arrangement", 1), ("24 hours", 6), ("monday", 5), ("tuesday", 5),
        ("wednesday", 5), ("thursday", 5), ("friday", 5), ("mth", 4), ("qtr", 3), ("3 mth", 3),
        ("four times per year", 3),
        ("four times a year", 3), ("twice a year", 2), ("twice a week", 5), ("twice a day", 7), ("irregular", 1),
        ("when", 1),
    ]

    init(_ vocabulary: Vocabulary<Frequency>) {
        steps = Dictionary(vocabulary.all.map { ($0.id, Int8($0.step)) }, uniquingKeysWith: { first, _ in first })
        terms = Dictionary(
            vocabulary.all.map { ($0.id, $0.name.lowercased()) }, uniquingKeysWith: { first, _ in first })
        stepsByName = Dictionary(
            vocabulary.all.map { ($0.name.lowercased(), Int8($0.step)) }, uniquingKeysWith: { first, _ in first })
        for (phrase, step) in Self.words { phrases.add(phrase, id: step) }
    }

    /// Nil where nothing is stated or understood.
    func step(of stated: Stated?) -> Int8? {
        guard let stated else { return nil }
        if let step = stated.term.flatMap({ steps[$0] }) { return step }
        if let step = stepsByName[stated.text.lowercased()] { return step }
        let tokens = Tokens(stated.text)
        if let step = Self.isoPeriod(stated.text) ?? Self.counted(tokens) { return step }
        let matches = phrases.matches(in: tokens, taken: Array(repeating: false, count: tokens.count))
        // A period tells more than `once` or `on request`, and a longer phrase more than a shorter.
        let best = matches.max { ($0.id > 1 ? 1 : 0, $0.range.count) < ($1.id > 1 ? 1 : 0, $1.range.count) }
        return best.map { Int8($0.id) }
    }

    /// What it is called within a sentence: the name of the term, else the words of the source.
    func name(of stated: Stated) -> String { stated.term.flatMap { terms[$0] } ?? stated.text }

    /// `P1M`, `PT15M`: how long it is from one transfer to the next, after ISO 8601.
    private static func isoPeriod(_ text: String) -> Int8? {
        let letters = Array(text.utf8.filter { $0 != UInt8(ascii: " ") })
        guard letters.count >= 3, letters[0] | 0x20 == UInt8(ascii: "p") else { return nil }
        if letters[1] | 0x20 == UInt8(ascii: "t") { return 7 }
        let digits = letters[1..<(letters.count - 1)]
        guard digits.count <= 3, let count = Int(String(decoding: digits, as: UTF8.self)), count > 0 else { return nil }
        switch letters[letters.count - 1] | 0x20 {
        case UInt8(ascii: "y"): return step(days: count * 365)
        case UInt8(ascii: "m"): return step(days: count * 30)
        case UInt8(ascii: "w"): return step(days: count * 7)
        case UInt8(ascii: "d"): return step(days: count)
        default: return nil
        }
    }

    /// `Every 4 weeks`, `12 x per year`, `3 times a month`.
    private static func counted(_ tokens: Tokens) -> Int8? {
        guard let number = tokens.firstIndex(where: { count($0, in: tokens) != nil }), number + 1 < tokens.count,
            let count = count(tokens[number], in: tokens), count > 0
        else { return nil }
        guard let unit = tokens[number...].lazy.compactMap({ units[$0.plain] }).first else { return nil }
        let isEvery = number > 0 && every.contains(tokens[number - 1].plain)
        let isTimes = !isEvery && units[tokens[number + 1].plain] == nil
        return isTimes ? step(days: unit / count) : isEvery ? step(days: unit * count) : nil
    }

    private static func count(_ token: Token, in tokens: Tokens) -> Int? {
        if let count = numbers[token.plain] { return count }
        let letters = tokens.word(token).prefix { $0 != UInt8(ascii: "x") }
        return token.isNumber && letters.count < 4 ? Int(String(decoding: letters, as: UTF8.self)) : nil
    }

    private static let every: Set<UInt64> = Set(["every", "each"].map { WordHash.of($0) })
    private static let units: [UInt64: Int] = Dictionary(
        uniqueKeysWithValues: [
            ("day", 1), ("week", 7), ("wk", 7), ("fortnight", 14), ("month", 30), ("mth", 30), ("quarter", 91),
            ("year", 365),
            ("yr", 365), ("annum", 365),
        ].map { (WordHash.of($0.0), $0.1) })
    private static let numbers: [UInt64: Int] = Dictionary(
        uniqueKeysWithValues: [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ].enumerated().map { (WordHash.of($0.element), $0.offset + 1) })

    /// The step whose period is nearest: a fortnight counts as a week, and half a year as a year.
    private static func step(days: Int) -> Int8 {
        switch days {
        case ..<1: 7
        case ..<4: 6
        case ..<20: 5
        case ..<75: 4
        case ..<160: 3
        default: 2
        }
    }

    static let names = ["one-off", "ad hoc", "annual", "quarterly", "monthly", "weekly", "daily", "real time"]
}
