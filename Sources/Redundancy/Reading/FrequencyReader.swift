import Shares

/// How often, on the scale of eight steps: 0 one-off, 1 ad hoc, 2 annual, 3 quarterly, 4 monthly, 5 weekly, 6 daily, 7 real time.
struct FrequencyReader: Sendable {
    private let steps: [String: Int8]
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
        for (phrase, step) in Self.words { phrases.add(phrase, id: step) }
    }

    /// Nil where nothing is stated or understood.
    func step(of stated: Stated?) -> Int8? {
        guard let stated else { return nil }
        if let step = stated.term.flatMap({ steps[$0] }) { return step }
        let tokens = Tokens(stated.text)
        let matches = phrases.matches(in: tokens, taken: Array(repeating: false, count: tokens.count))
        // A period tells more than `once` or `on request`, and a longer phrase more than a shorter.
        let best = matches.max { ($0.id > 1 ? 1 : 0, $0.range.count) < ($1.id > 1 ? 1 : 0, $1.range.count) }
        return best.map { Int8($0.id) }
    }

    static let names = ["one-off", "ad hoc", "annual", "quarterly", "monthly", "weekly", "daily", "real time"]
}
