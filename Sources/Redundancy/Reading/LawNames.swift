import Shares

/// From the legal powers that a register cites to one identity each, and how near two of them are.
struct LawNames: Sendable {
    private let gateways: [Gateway]
    private var positions: [String: Int32] = [:]
    private var byWords: [UInt64: Int32] = [:]
    private var unknownByBag: [UInt64: Int32] = [:]
    private var unknown: [(text: String, words: [UInt64])] = []
    private let knownWords: [[UInt64]]
    /// By the initials of the Act, its year and the number of the provision; -1 where several have them.
    private var byCitation: [LawCitation: Int32] = [:]
    private var unknownByCitation: [LawCitation: Int32] = [:]

    init(_ vocabulary: Vocabulary<Gateway>) {
        gateways = vocabulary.all
        knownWords = gateways.map { LawNames.words("\($0.act) \($0.provision)") }
        for (position, gateway) in gateways.enumerated() {
            positions[gateway.id] = Int32(position)
            if let citation = LawCitation("\(gateway.act) \(gateway.provision)"), citation.provision != nil {
                for known in [citation, citation.withoutYear] {
                    let holder = byCitation[known]
                    byCitation[known] = holder == nil || holder == Int32(position) ? Int32(position) : -1
                }
            }
            for spelling in gateway.spellings {
                let bag = WordHash.ofBag(LawNames.words(spelling))
                if byWords[bag] == nil { byWords[bag] = Int32(position) }
            }
        }
    }

    func name(_ id: Int32) -> String {
        let position = Int(id)
        return position < gateways.count ? gateways[position].name : unknown[position - gateways.count].text
    }

    func isKnown(_ id: Int32) -> Bool { Int(id) < gateways.count }

    /// The families of purpose that a gateway serves; empty where it is not known.
    func families(_ id: Int32) -> [Gateway.Family] { isKnown(id) ? gateways[Int(id)].families : [] }

    mutating func id(of stated: Stated) -> Int32 {
        if let position = stated.term.flatMap({ positions[$0] }) { return position }
        let words = LawNames.words(stated.text)
        let bag = WordHash.ofBag(words)
        if let known = byWords[bag] { return known }
        if let seen = unknownByBag[bag] { return seen }
        let citation = LawCitation(stated.text)
        if let citation, let known = byCitation[citation], known >= 0 { return known }
        if let citation, let seen = unknownByCitation[citation] {
            unknownByBag[bag] = seen
            return seen
        }
        let id = Int32(gateways.count + unknown.count)
        unknownByBag[bag] = id
        if let citation { unknownByCitation[citation] = id }
        unknown.append((stated.text, words))
        return id
    }

    /// 1 for one power, 0.4 for two of one Act, less for two that have nothing in common.
    func likeness(_ left: Int32, _ right: Int32) -> Double {
        if left == right { return 1 }
        if isKnown(left) && isKnown(right) {
            return gateways[Int(left)].act == gateways[Int(right)].act ? 0.25 : 0
        }
        let one = words(left)
        let other = words(right)
        let common = Double(one.filter { other.contains($0) }.count)
        return 0.9 * 2 * common / Double(max(one.count + other.count, 1))
    }

    private func words(_ id: Int32) -> [UInt64] {
        isKnown(id) ? knownWords[Int(id)] : unknown[Int(id) - gateways.count].words
    }

    /// Section and schedule numbers and the words of the Act, the usual abbreviations made equal.
    private static func words(_ text: String) -> [UInt64] {
        var words: [UInt64] = []
        for token in Tokens(text) {
            let word = usual[token.plain] ?? token.plain
            if word != 0, !words.contains(word) { words.append(word) }
        }
        return words
    }

    private static let usual: [UInt64: UInt64] = {
        var usual: [UInt64: UInt64] = [:]
        for (word, meaning) in [
            ("sec", "s"), ("sect", "s"), ("section", "s"), ("ss", "s"), ("sch", "schedule"), ("sched", "schedule"),
            ("reg", "regulation"), ("para", "paragraph"), ("pt", "part"), ("art", "article"),
        ] { usual[WordHash.of(word)] = WordHash.of(meaning) }
        for filler in ["of", "the", "and", "under", "act", "in"] { usual[WordHash.of(filler)] = 0 }
        return usual
    }()
}
