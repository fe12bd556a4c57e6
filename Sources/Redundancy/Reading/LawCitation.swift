/// A legal power by the initials of its Act, the year, and the number of the first section, schedule or article that is named:
/// `Welfare Reform Act 2012 s105`, `WRA 2012, section 105` and `s.105 of the WRA 2012` are one.
struct LawCitation: Hashable, Sendable {
    /// `wra` of the Welfare Reform Act.
    let initials: UInt64
    let year: Int?
    /// `s105`, `schedule9`; nil where the Act alone is named.
    let provision: UInt64?

    private init(initials: UInt64, year: Int?, provision: UInt64?) {
        self.initials = initials
        self.year = year
        self.provision = provision
    }

    var withoutYear: LawCitation { LawCitation(initials: initials, year: nil, provision: provision) }

    /// Nil where no Act is recognised, or neither a year nor a provision is given.
    init?(_ text: String) {
        let tokens = Tokens(text)
        guard let initials = Self.initials(tokens) else { return nil }
        let year = tokens.lazy.compactMap { Self.year($0, tokens) }.first
        let provision = Self.provision(tokens)
        guard year != nil || provision != nil else { return nil }
        self.init(initials: initials, year: year, provision: provision)
    }

    private static let act = WordHash.of("act")
    private static let links: Set<UInt64> = Set(["of", "the", "and", "for", "in", "to"].map { WordHash.of($0) })
    private static let kinds: [UInt64: UInt8] = Dictionary(
        ["s", "ss", "sec", "sect", "section"].map { (WordHash.of($0), UInt8(ascii: "s")) }
            + ["sch", "sched", "schedule"].map { (WordHash.of($0), UInt8(ascii: "h")) }
            + ["art", "article"].map { (WordHash.of($0), UInt8(ascii: "a")) }
            + ["reg", "regulation"].map { (WordHash.of($0), UInt8(ascii: "r")) },
        uniquingKeysWith: { first, _ in first })

    /// Of the capitalised words before `Act`; else of the abbreviation, which ends with an A.
    private static func initials(_ tokens: Tokens) -> UInt64? {
        if let end = tokens.firstIndex(where: { $0.plain == act }), end > 0 {
            var letters: [UInt8] = []
            for token in tokens[..<end].reversed() where !links.contains(token.plain) {
                guard token.isCapital, !token.isNumber, kinds[token.plain] == nil else { break }
                letters.append(token.initial)
            }
            if letters.count > 1 { return WordHash.of(letters.reversed() + [UInt8(ascii: "a")]) }
        }
        for token in tokens where token.isAcronym && !token.isNumber && token.length > 2 {
            let letters = tokens.word(token)
            if letters.last == UInt8(ascii: "a") || letters.elementsEqual(Array("pace".utf8)) {
                return WordHash.of(letters)
            }
        }
        return nil
    }

    private static func year(_ token: Token, _ tokens: Tokens) -> Int? {
        guard token.isNumber, token.length == 4, let year = Int(String(decoding: tokens.word(token), as: UTF8.self)),
            (1800...2100).contains(year)
        else { return nil }
        return year
    }

    /// The first that is named: `s105`, `section 105`, `Sch 9`.
    private static func provision(_ tokens: Tokens) -> UInt64? {
        for (place, token) in tokens.enumerated() {
            if let kind = kinds[token.plain], place + 1 < tokens.count, tokens[place + 1].isNumber {
                return key(kind, tokens.word(tokens[place + 1]))
            }
            let letters = tokens.word(token)
            let head = letters.prefix { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            if token.isNumber, !head.isEmpty, let kind = kinds[WordHash.of(head)] {
                return key(kind, letters.dropFirst(head.count))
            }
        }
        return nil
    }

    private static func key(_ kind: UInt8, _ number: ArraySlice<UInt8>) -> UInt64 { WordHash.of([kind] + number) }
}
