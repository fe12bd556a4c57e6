import Shares

/// From the groups of people that a register names to what can be compared: the group, and what else is said.
struct SubjectNames: Sendable {
    /// A group as a register names it, wherever it is.
    struct Meaning: Hashable, Sendable {
        /// The group of the reference data; nil where none is recognised.
        let group: Int32?
        /// The words that are left; all of them where no group is recognised.
        let words: [UInt64]
        /// The figures among them, such as ages.
        var figures: [UInt64] = []
    }

    /// How one group stands to another.
    enum Relation: Sendable {
        case equal, narrower, broader, different
        /// One group, of which the one says more than the other.
        case narrowerInWords, broaderInWords
        /// Not known, with what the words have in common: 0…1.
        case likeness(Double)
    }

    private let groups: [SubjectGroup]
    private var positions: [String: Int32] = [:]
    private var phrases = PhraseBook()
    private var broader: [Int32: Int32] = [:]
    /// Groups that take in whole other groups: `customers`.
    private var generic: Set<Int32> = []
    /// The telling words of each group's name.
    private var groupWords: [[UInt64]] = []
    /// Groups by what is said of them beside that they are people: `UC` of `UC claimants`.
    private var cores = BagClaims()
    private let areas: Areas
    private var ids: [Meaning: Int32] = [:]
    private(set) var meanings: [Meaning] = []
    /// Groups that the register showed to be one: how surely.
    private var learned: [SymmetricPair<Int32>: Double] = [:]
    private(set) var texts: [String] = []

    init(_ vocabulary: Vocabulary<SubjectGroup>, areas: Areas) {
        groups = vocabulary.all
        self.areas = areas
        for (position, group) in groups.enumerated() {
            positions[group.id] = Int32(position)
            for spelling in group.spellings {
                phrases.add(spelling, id: Int32(position))
                let tokens = Tokens(spelling)
                let core = Self.core(tokens, taken: Array(repeating: false, count: tokens.count))
                if !core.isEmpty {
                    cores.claim(WordHash.ofBag(core), Int32(position), isPlain: core.count < tokens.count)
                }
            }
        }
        for (position, group) in groups.enumerated() {
            if let wider = group.broader.flatMap({ positions[$0] }) { broader[Int32(position)] = wider }
        }
        generic = Set(broader.values)
        groupWords = groups.map { Tokens($0.name).map(\.stem).filter { !Self.fillers.contains($0) } }
    }

    var phraseBook: PhraseBook { phrases }

    func name(_ id: Int32) -> String { texts[Int(id)] }
    func isKnown(_ id: Int32) -> Bool { meanings[Int(id)].group != nil }

    /// The group, and the part of the country that it is said to be in.
    mutating func id(of stated: Stated) -> (id: Int32, area: Int32?) {
        let (meaning, area) = meaning(of: stated)
        if let id = ids[meaning] { return (id, area) }
        let id = Int32(meanings.count)
        ids[meaning] = id
        meanings.append(meaning)
        // Others say the same of other parts of the country, so that the name is without it.
        let plain = meaning.group.flatMap { meaning.words.isEmpty ? groups[Int($0)].name : nil }
        texts.append(plain ?? (area == nil ? stated.text : textWithoutArea(stated.text)))
        return (id, area)
    }

    /// `Foster households in the North East`, without the place.
    private func textWithoutArea(_ text: String) -> String {
        let tokens = Tokens(text)
        var taken = Array(repeating: false, count: tokens.count)
        _ = areas.take(from: tokens, &taken)
        var words = zip(tokens, taken).filter { !$0.1 }.map { String(decoding: tokens.word($0.0), as: UTF8.self) }
        while let last = words.last, ["in", "the", "of", "from"].contains(last) { words.removeLast() }
        return words.isEmpty ? text : words.joined(separator: " ")
    }

    private func meaning(of stated: Stated) -> (Meaning, area: Int32?) {
        if let group = stated.term.flatMap({ positions[$0] }) { return (Meaning(group: group, words: []), nil) }
        let tokens = Tokens(stated.text)
        var taken = Array(repeating: false, count: tokens.count)
        let area = areas.take(from: tokens, &taken).first
        let match = phrases.matches(in: tokens, taken: taken).max { $0.range.count < $1.range.count }
        if match.map({ $0.range.count < tokens.count }) ?? true,
            let group = cores[WordHash.ofBag(Self.core(tokens, taken: taken))]
        {
            return (Meaning(group: group, words: []), area)
        }
        if let match { for place in match.range { taken[place] = true } }
        var rest = zip(tokens, taken).filter { !$0.1 && !Self.fillers.contains($0.0.plain) }.map(\.0.stem)
        let figures = zip(tokens, taken).filter { !$0.1 && $0.0.isNumber }.map(\.0.stem).sortedUnique()
        // Everybody, and yet more is said: `people in higher education` are a group that is not known.
        if let match, match.range.count == 1, !rest.isEmpty, broader[match.id] == nil || generic.contains(match.id) {
            rest += match.range.map { tokens[$0].stem }
            return (Meaning(group: nil, words: rest.sortedUnique(), figures: figures), area)
        }
        return (Meaning(group: match?.id, words: rest.sortedUnique(), figures: figures), area)
    }

    /// What is said beside that they are people who have, get or ask for it.
    private static func core(_ tokens: Tokens, taken: [Bool]) -> [UInt64] {
        zip(tokens, taken).filter { !$0.1 && !fillers.contains($0.0.plain) && !having.contains($0.0.stem) }
            .map(\.0.stem)
    }

    private static let anybody: Set<UInt64> = Set(
        [
            "applicant", "claimant", "recipient", "customer", "client", "household", "family", "beneficiary", "user",
            "citizen", "resident", "adult", "member", "person", "people", "individual", "partner", "subject",
        ].flatMap { Tokens($0).map(\.stem) })

    private static let having: Set<UInt64> = Set(
        [
            "claimant", "claim", "recipient", "receipt", "receive", "customer", "client", "household", "family",
            "caseload", "case", "beneficiary", "getting", "award", "awarded", "user", "citizen", "resident", "adult",
            "paid", "entitled", "entitlement", "current", "affected", "registered", "member", "has", "have", "having",
            "those", "someone", "anyone", "whose", "is", "been", "by", "that", "which", "human", "subject", "group",
            "population", "area",
        ].flatMap { Tokens($0).map(\.stem) })

    private static let fillers: Set<UInt64> = Set(
        [
            "of", "the", "for", "to", "a", "in", "on", "and", "or", "with", "who", "are", "all", "any", "people",
            "person", "individual", "living", "resident", "receiving", "claiming", "at", "from", "their", "under",
            "data",
        ].map { WordHash.of($0) })

    /// The degree for a group that is not known and shares no word.
    private static let unknown = 0.4

    /// How `left` stands to `right`.
    func relation(_ left: Int32, to right: Int32) -> Relation {
        if left == right { return .equal }
        let one = meanings[Int(left)]
        let other = meanings[Int(right)]
        // People of other ages are other people, whatever else they have in common.
        if !one.figures.isEmpty, !other.figures.isEmpty, one.figures != other.figures { return .different }
        if let likeness = learned[SymmetricPair(left, right)] { return .likeness(likeness) }
        guard let group = one.group, let otherGroup = other.group else { return byWords(one, other) }
        let groups = groupRelation(group, otherGroup)
        let words = Self.inclusion(one.words, other.words)
        switch (groups, words) {
        case (.different, _) where !one.words.isEmpty || !other.words.isEmpty:
            // A group recognised in a longer name may not be what the name means: `own-account workers`.
            return .likeness(0.3)
        case (.different, _): return .different
        case (.equal, .equal): return .equal
        case (.equal, .narrower): return .narrowerInWords
        case (.equal, .broader): return .broaderInWords
        case (.equal, .likeness(let part)): return .likeness(0.3 + 0.4 * part)
        case (_, .likeness): return .likeness(0.2)
        default:
            let all = [groups, words]
            if all.allSatisfy({ !$0.isBroader }) { return .narrower }
            if all.allSatisfy({ !$0.isNarrower }) { return .broader }
            return .likeness(0.3)
        }
    }

    /// Names that only this register has, once it is read.
    private var own = PhraseBook()

    /// Lets sentences be searched for the names that only this register has.
    mutating func conclude() {
        for (position, meaning) in meanings.enumerated() where meaning.group == nil {
            let tokens = Tokens(texts[position])
            var taken = Array(repeating: false, count: tokens.count)
            _ = areas.take(from: tokens, &taken)
            let stems = zip(tokens, taken).prefix { !$0.1 }.map(\.0.stem)
            let isEnding = stems.last == Tokens("in").first?.stem
            if stems.count > 1 { own.add(stems: isEnding ? stems.dropLast() : stems, id: Int32(position)) }
        }
    }

    /// The groups in a sentence that bear names which only this register has.
    func mentionedByOwnNames(in text: String) -> [Int32] {
        let tokens = Tokens(text)
        return own.matches(in: tokens, taken: Array(repeating: false, count: tokens.count)).map(\.id)
    }

    /// The groups that a sentence mentions, for a share whose field says nothing.
    mutating func mentioned(in text: String) -> [Int32] {
        let tokens = Tokens(text)
        let matches = phrases.matches(in: tokens, taken: Array(repeating: false, count: tokens.count))
        // `Applicants` and `households` may be anybody.
        let telling = matches.filter { match in
            !generic.contains(match.id)
                && (match.range.count > 1 || !Self.anybody.contains(tokens[match.range.lowerBound].stem))
        }
        let found = telling.map { Meaning(group: $0.id, words: []) }
        return found.map { meaning in
            if let id = ids[meaning] { return id }
            let id = Int32(meanings.count)
            ids[meaning] = id
            meanings.append(meaning)
            texts.append(groups[Int(meaning.group ?? 0)].name)
            return id
        }
    }

    mutating func learn(_ left: Int32, _ right: Int32, likeness: Double) {
        learned[SymmetricPair(left, right)] = max(likeness, learned[SymmetricPair(left, right)] ?? 0)
    }

    private func groupRelation(_ left: Int32, _ right: Int32) -> Relation {
        if left == right { return .equal }
        if lies(left, within: right) { return .narrower }
        return lies(right, within: left) ? .broader : .different
    }

    private func lies(_ group: Int32, within wider: Int32) -> Bool {
        var next = broader[group]
        for _ in 0..<16 {
            guard let current = next else { return false }
            if current == wider { return true }
            next = broader[current]
        }
        return false
    }

    /// More words say less people.
    private static func inclusion(_ left: [UInt64], _ right: [UInt64]) -> Relation {
        if left == right { return .equal }
        let common = left.filter { right.contains($0) }.count
        if common == right.count { return .narrower }
        if common == left.count { return .broader }
        return .likeness(Double(common) / Double(left.count + right.count - common))
    }

    private func byWords(_ one: Meaning, _ other: Meaning) -> Relation {
        let left = allWords(one)
        let right = allWords(other)
        guard !left.isEmpty, !right.isEmpty else { return .likeness(Self.unknown) }
        let common = Double(left.filter { right.contains($0) }.count)
        return .likeness(Self.unknown + (0.95 - Self.unknown) * common / Double(left.count + right.count) * 2)
    }

    private func allWords(_ meaning: Meaning) -> [UInt64] {
        guard let group = meaning.group else { return meaning.words }
        let name = groupWords[Int(group)]
        return meaning.words.isEmpty ? name : Array(Set(name + meaning.words))
    }
}

extension SubjectNames.Relation {
    var isBroader: Bool { if case .broader = self { true } else { false } }
    var isNarrower: Bool { if case .narrower = self { true } else { false } }
    var isDifferent: Bool { if case .different = self { true } else { false } }
}
